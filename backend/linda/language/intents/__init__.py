"""What a texter wants: every topic, yes or no, courtesy, and what he says about money."""

from linda.language.intents.labels import main_intent
from linda.language.intents.reading import read_intents
from linda.language.intents.topics import Intents, Topic

__all__ = ["Intents", "Topic", "main_intent", "read_intents"]
