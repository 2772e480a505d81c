"""A reply that is heard while it is being written: each sentence leaves when it is whole and every claim has a source.

What has been said can't be taken back, so it stays: whatever is decided about the rest of the reply, by the check of
the whole or by the rules after a model's failure, comes after it.
"""

from collections.abc import Callable

from linda.conversation.finishing import in_plain_characters
from linda.domain.speech import first_sentence

MOST_AHEAD = 2
"""So many sentences are said ahead of the whole reply; for the ear it is rounded off as a whole from there."""

Judge = Callable[[str], bool]
"""Tells whether a text, all that was said before included, may be said."""


class SentenceGate:
    """Between a brain that writes and a caller who hears: `say` is told each sentence that may be said, once."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Begin with nothing said."""
        self._say = say
        self._judge: Judge = lambda text: False
        self._before = ""  # what was said of answers that went on with a tool, or failed
        self._now = ""
        self._written = ""
        self._left = MOST_AHEAD

    @property
    def said(self) -> str:
        """Return everything that was said, as it is written."""
        return f"{self._before} {self._now}".strip()

    def opened(self, judge: Judge) -> Callable[[str], None]:
        """Return what is to be told the answer so far whenever it has grown; another answer begins anew."""
        self._judge = judge
        return self._hear

    def joined(self, text: str) -> str:
        """Return `text`, which is to be the reply, after what has been said."""
        plain = in_plain_characters(text)
        if not self.said or plain.startswith(self.said):
            return text
        return f"{self.said} {plain.removeprefix(self._now).strip()}".strip()

    def _hear(self, answer: str) -> None:
        if not answer.startswith(self._written):
            self._before, self._now = self.said, ""
        self._written = answer
        plain = in_plain_characters(answer)
        if self._before and not self._now:
            if self._before.startswith(plain):
                return  # it may say the same once more: a turn that is begun again
            if plain.startswith(self._before):
                self._before, self._now = "", self._before
        while self._left and plain.startswith(self._now):
            sentence = first_sentence(plain[len(self._now) :].lstrip())
            if sentence is None:
                return
            self._pass(sentence)

    def _pass(self, sentence: str) -> None:
        """Let `sentence` out, or close for good at the first one that must not leave."""
        if not self._judge(f"{self.said} {sentence}".strip()):
            self._left = 0
            return
        self._left -= 1
        self._now = f"{self._now} {sentence}".strip()
        self._say(sentence)
