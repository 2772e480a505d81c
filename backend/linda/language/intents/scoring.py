"""Scored phrases: how strongly a text speaks for each topic."""

from collections.abc import Mapping

from linda.language.intents.topics import Topic
from linda.language.intents.vocabulary.entry import Says
from linda.language.phrases import PhraseBook

STRONG, WEAK, AGAINST, ENOUGH = 4, 2, -5, 4
_URGENCY = {topic: rank for rank, topic in enumerate(Topic)}


class Scorer:
    """Weighs the phrases found and abstains from topics that stay below `ENOUGH`."""

    def __init__(self, vocabulary: Mapping[Topic, Says]) -> None:
        self._books = {
            STRONG: PhraseBook((topic, says.strong) for topic, says in vocabulary.items()),
            WEAK: PhraseBook((topic, says.weak) for topic, says in vocabulary.items()),
            AGAINST: PhraseBook((topic, says.against) for topic, says in vocabulary.items()),
        }

    def scores(self, plain_text: str) -> dict[Topic, int]:
        """The weight of each topic that any phrase speaks for; repeated strong phrases add one each."""
        scores: dict[Topic, int] = {}
        for weight, book in self._books.items():
            for hit in book.hits(plain_text):
                topic = Topic(hit.key)
                before = scores.get(topic, 0)
                scores[topic] = before + (1 if weight == STRONG and before else weight)
        return scores

    def topics(self, plain_text: str) -> tuple[Topic, ...]:
        """The topics asked, strongest first, the more urgent first among equals."""
        enough = {topic: score for topic, score in self.scores(plain_text).items() if score >= ENOUGH}
        return tuple(sorted(enough, key=lambda topic: (-enough[topic], _URGENCY[topic])))
