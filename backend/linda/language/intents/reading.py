"""From a text to everything it wants."""

from functools import cache

from linda.domain.pattern import Pattern
from linda.language.intents.courtesy import read_courtesy
from linda.language.intents.offers import read_offered_cents, read_percent, read_reasons
from linda.language.intents.polarity import read_polarity
from linda.language.intents.scoring import Scorer
from linda.language.intents.topics import Intents, Topic
from linda.language.spelling import plain

_NAMES_A_DAY = Pattern(r" (?:today|tomorrow|tonight|now|\w+day|week|weekend|morning|afternoon|am|pm) ")


def read_intents(text: str) -> Intents:
    """Everything a text wants.

    Args:
        text: One text as it came from the phone; only the first 1,600 characters are read.

    Returns:
        Topics strongest first, polarity, courtesy and what is said about money. Never raises.
    """
    words = plain(text)
    offered = read_offered_cents(words)
    percent = read_percent(words)
    topics = _scorer().topics(words)
    if offered is not None:
        topics = _with_offer(topics, words)
    return Intents(
        topics=topics,
        polarity=read_polarity(words),
        courtesy=read_courtesy(words),
        reasons=read_reasons(words, haggles=Topic.DISCOUNT in topics),
        offered_cents=offered,
        asked_percent=percent,
    )


def _with_offer(topics: tuple[Topic, ...], words: str) -> tuple[Topic, ...]:
    """An offer is haggling, and "can you do 65" asks for no opening unless a day is named too."""
    kept = topics if _NAMES_A_DAY.search(words) else tuple(topic for topic in topics if topic != Topic.AVAILABILITY)
    return kept if Topic.DISCOUNT in kept else (Topic.DISCOUNT, *kept)


@cache
def _scorer() -> Scorer:
    from linda.language.intents.vocabulary.every_topic import VOCABULARY

    return Scorer(VOCABULARY)
