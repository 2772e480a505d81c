"""How wide the letters of Helvetica Bold are, a font every PDF reader has (Adobe, "Core 14 AFM")."""

_FIRST = 32
_WIDTHS = (
    (278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278),
    (556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611),
    (975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778),
    (667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556),
    (333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611),
    (611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584),
)
"""In thousandths of the font's size, from the space (32) on, sixteen a row."""

_USUAL = 611
"""Letters with accents are about as wide as those without."""


def text_width(text: str) -> float:
    """Return how wide `text` is at size 1."""
    return sum(_letter(ord(each) - _FIRST) for each in text) / 1000


def _letter(place: int) -> int:
    row, column = divmod(place, 16)
    known = 0 <= row < len(_WIDTHS) and column < len(_WIDTHS[row])
    return _WIDTHS[row][column] if known else _USUAL
