"""The poster: what stands where on a sheet. Measured from its upper left corner, in points."""

from collections.abc import Iterator
from dataclasses import dataclass

from linda.adapters.poster.code import QrCode
from linda.adapters.poster.helvetica import text_width
from linda.adapters.poster.paper import Paper

MARGIN = 54.0
_DRAWN_FOR = 792.0  # the height the places below are meant for; other sheets are in proportion


@dataclass(frozen=True, slots=True)
class Words:
    """A line in the middle of the sheet: its text, the height of its letters and where it stands."""

    text: str
    size: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Square:
    """Where the code is, quiet zone included."""

    left: float
    top: float
    side: float


@dataclass(frozen=True, slots=True)
class Poster:
    """What the sheet on the door says: whom to text, at which number, and where a scan leads (`url`)."""

    assistant: str
    shop: str
    phone: str
    url: str

    @property
    def code(self) -> QrCode:
        """Return the code to scan."""
        return QrCode(self.url)

    def words(self, paper: Paper) -> Iterator[Words]:
        """Yield every line; one that would be wider than the sheet is set smaller."""
        lines = (
            ("Broken phone?", 66, 116),
            (f"Text {self.assistant}.", 66, 188),
            ("Scan for prices and openings, or text", 20, 598),
            (self.phone, 64, 668),
            (self.shop, 18, 720),
        )
        scale = paper.height / _DRAWN_FOR
        for text, size, baseline in lines:
            fitting = (paper.width - 2 * MARGIN) / text_width(text)
            yield Words(text, min(size * scale, fitting), baseline * scale)

    def square(self, paper: Paper) -> Square:
        """Return where the code goes."""
        scale = paper.height / _DRAWN_FOR
        side = 372 * scale
        return Square((paper.width - side) / 2, 200 * scale, side)
