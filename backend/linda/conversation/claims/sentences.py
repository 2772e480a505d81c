"""Where each figure stands: its segment, clause and sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linda.conversation.claims.page import Figure, Mark, Page, marks_in
from linda.domain.pattern import Pattern

_SENTENCE = Pattern(r"[^.!?\n]+(?:[.!?\n]+|$)")
_CLAUSE = Pattern(r"(?:,|;|\(|\)| - | but | though | although | because | however )+")
_SEGMENT = Pattern(r"(?:,|;|:|\(|\)|/|&| - |\bbut\b|\band\b|\bor\b|\bplus\b|\+)+")
_MARK = Pattern(r"[A-Z]")
_ASKS = Pattern(
    r"\W*(?:would|shall|should|do|does|did|can|could|will|is|are|was|want|how|what|which|when|where|who|need|may)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a page. `first` counts the figures before it."""

    text: str
    figures: tuple[Figure, ...]

    @property
    def is_question(self) -> bool:
        """Tell whether it ends with a question mark."""
        return "?" in self.text[-3:]

    def clauses(self) -> "tuple[Clause, ...]":
        """Return its clauses, in order."""
        return tuple(Clause(text, figures, self) for text, figures in _divided(self.text, self.figures, _CLAUSE))


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that can be true or false for itself."""

    text: str
    figures: tuple[Figure, ...]
    sentence: Sentence

    @property
    def is_question(self) -> bool:
        """Tell whether it asks: it ends with the question mark, or begins like a question and its sentence has one."""
        return self.sentence.is_question and ("?" in self.text or _ASKS.match(self.text) is not None)

    def of(self, mark: Mark) -> tuple[Figure, ...]:
        """Return its figures of one kind."""
        return tuple(each for each in self.figures if each.mark is mark)

    def segments(self) -> "tuple[Clause, ...]":
        """Return its parts between joining words: "D at T or T" has two."""
        parts = _divided(self.text, self.figures, _SEGMENT)
        return tuple(Clause(text, figures, self.sentence) for text, figures in parts)


def placed(text: str, figures: Iterable[Figure]) -> Iterator[tuple[Figure, str, str]]:
    """Yield each figure with what stands before and after it in `text`."""
    for match, figure in zip(_MARK.finditer(text), figures, strict=True):
        yield figure, text[: match.start()], text[match.end() :]


def _divided(text: str, figures: tuple[Figure, ...], divider: Pattern) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    at = taken = 0
    for end, following in [*(match.span() for match in divider.finditer(text)), (len(text),) * 2]:
        part = text[at:end]
        count = marks_in(part)
        if part.strip():
            yield part, figures[taken : taken + count]
        taken, at = taken + count, following


def sentences(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of `page`, in order."""
    found, taken = [], 0
    for match in _SENTENCE.finditer(page.text):
        count = marks_in(match[0])
        if match[0].strip():
            found.append(Sentence(match[0], page.figures[taken : taken + count]))
        taken += count
    return tuple(found)
