"""Scored phrases: how strongly a text speaks for each topic."""

from collections.abc import Mapping

from linda.domain.pattern import Pattern
from linda.language.intents.topics import Topic
from linda.language.intents.vocabulary.entry import Says
from linda.language.intents.vocabulary.foreign import FOREIGN
from linda.language.phrases import Hit, PhraseBook

STRONG, WEAK, ENOUGH = 4, 2, 4
_TRADE = Pattern(
    r" (?:screen|phone|iphone|battery|repair|repaired|appointment|reservation|booking|meeting|schedule|book) "
)
YIELDS = {
    Topic.BOOK: {Topic.CANCEL, Topic.RESCHEDULE, Topic.MY_BOOKING, Topic.WALK_IN},
    Topic.AVAILABILITY: {Topic.CANCEL, Topic.RESCHEDULE, Topic.MY_BOOKING, Topic.STATUS, Topic.WALK_IN, Topic.ON_SITE},
    Topic.MY_BOOKING: {Topic.CANCEL, Topic.RESCHEDULE},
    Topic.DURATION: {Topic.CANCEL},
    Topic.ABOUT_LINDA: {Topic.HUMAN},
    Topic.PRICE: {Topic.PRICE_LIST},
}
"""A topic is dropped beside a more telling one: who cancels an appointment does not ask for one."""
ABOUT_ANYTHING = {Topic.DANGER, Topic.HUMAN, Topic.COMPLAINT, Topic.CANCEL, Topic.ABOUT_LINDA, Topic.SMALL_TALK}
_URGENCY = {topic: rank for rank, topic in enumerate(Topic)}


class Scorer:
    """Weighs the phrases found and abstains from topics that stay below `ENOUGH`."""

    def __init__(self, vocabulary: Mapping[Topic, Says]) -> None:
        self._books = {
            STRONG: PhraseBook((topic, says.strong) for topic, says in vocabulary.items()),
            WEAK: PhraseBook((topic, says.weak) for topic, says in vocabulary.items()),
        }
        self._against = PhraseBook((topic, says.against) for topic, says in vocabulary.items())
        self._foreign = PhraseBook([("foreign", FOREIGN)])

    def scores(self, plain_text: str) -> dict[Topic, int]:
        """The weight of each topic that any phrase speaks for; repeated strong phrases add one each."""
        unsaid: dict[str, list[Hit]] = {}
        for hit in self._against.every_hit(plain_text):
            unsaid.setdefault(hit.key, []).append(hit)
        scores: dict[Topic, int] = {}
        for weight, book in self._books.items():
            said = {(hit.key, hit.phrase) for hit in book.every_hit(plain_text) if not _covered(hit, unsaid)}
            for key, _ in said:
                before = scores.get(Topic(key), 0)
                scores[Topic(key)] = before + (1 if weight == STRONG and before else weight)
        return scores

    def topics(self, plain_text: str) -> tuple[Topic, ...]:
        """The topics asked: danger before all, then strongest first, the more urgent first among equals."""
        enough = {topic: score for topic, score in self.scores(plain_text).items() if score >= ENOUGH}
        for topic, yields_to in YIELDS.items():
            if topic in enough and yields_to & enough.keys():
                del enough[topic]
        if self._is_foreign(plain_text):
            enough = {topic: score for topic, score in enough.items() if topic in ABOUT_ANYTHING}
        return tuple(sorted(enough, key=lambda topic: (topic != Topic.DANGER, -enough[topic], _URGENCY[topic])))

    def _is_foreign(self, plain_text: str) -> bool:
        return any(True for _ in self._foreign.hits(plain_text)) and _TRADE.search(plain_text) is None


def _covered(hit: Hit, unsaid: Mapping[str, list[Hit]]) -> bool:
    """Whether a phrase against the topic takes this hit back ("someone cancelled" is no wish to cancel)."""
    return any(other.start < hit.end and hit.start < other.end for other in unsaid.get(hit.key, ()))
