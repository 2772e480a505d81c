"""Greetings, thanks and goodbyes in a text."""

from functools import cache

from linda.language.intents.topics import Topic
from linda.language.phrases import PhraseBook


def read_courtesy(plain_text: str) -> tuple[Topic, ...]:
    """The courtesies in the plain form, in the order greeting, thanks, goodbye."""
    seen = {hit.key for hit in _book().hits(plain_text)}
    return tuple(topic for topic in (Topic.GREETING, Topic.THANKS, Topic.GOODBYE) if topic in seen)


@cache
def _book() -> PhraseBook:
    from linda.language.intents.vocabulary.courtesy import COURTESY

    return PhraseBook(COURTESY.items())
