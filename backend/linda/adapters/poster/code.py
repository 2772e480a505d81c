"""One QR code, drawn by segno (ISO/IEC 18004)."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import groupby

import segno

QUIET = 4
"""Light modules around the code; ISO/IEC 18004 asks for four."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """The code that a phone's camera reads as `content`: at error level M, a seventh of it may be worn off."""

    content: str

    def svg(self) -> str:
        """Return it as an SVG picture."""
        return self._drawn("svg", scale=8, light="#fff").decode()

    def png(self) -> bytes:
        """Return it as a PNG picture."""
        return self._drawn("png", scale=16)

    def pdf(self) -> bytes:
        """Return it as a PDF page no larger than itself."""
        return self._drawn("pdf", scale=8)

    def terminal(self) -> str:
        """Return it in half blocks, for a dark terminal."""
        drawn = StringIO()
        self._made.terminal(drawn, border=QUIET, compact=True)
        return drawn.getvalue()

    def side(self) -> int:
        """Return how many modules it is wide, quiet zone included."""
        return len(self._made.matrix) + 2 * QUIET

    def bars(self) -> Iterator[tuple[int, int, int]]:
        """Yield its dark parts as bars one module high: left, top and width in modules, the quiet zone counted."""
        for top, row in enumerate(self._made.matrix):
            left = 0
            for is_dark, modules in groupby(row):
                width = len(list(modules))
                if is_dark:
                    yield QUIET + left, QUIET + top, width
                left += width

    @property
    def _made(self) -> segno.QRCode:
        return segno.make_qr(self.content, error="m")

    def _drawn(self, kind: str, **options: object) -> bytes:
        drawn = BytesIO()
        self._made.save(drawn, kind=kind, border=QUIET, **options)
        return drawn.getvalue()
