"""The QR code of the shop's page, for a door, a card, a receipt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aws_lambda_powertools.event_handler import Response

from linda.entrypoints.api.downloads import picture
from linda.entrypoints.api.parts import Parts

if TYPE_CHECKING:
    from linda.adapters.poster import QrCode


@dataclass(frozen=True, slots=True)
class CodeOfShop:
    """The routes /api/qr.svg, /api/qr.png and /api/qr.pdf."""

    parts: Parts

    def svg(self) -> Response[str]:
        """Return the code as SVG."""
        return picture("image/svg+xml; charset=utf-8", self._code.svg().encode())

    def png(self) -> Response[str]:
        """Return the code as PNG."""
        return picture("image/png", self._code.png())

    def pdf(self) -> Response[str]:
        """Return the code as PDF."""
        return picture("application/pdf", self._code.pdf())

    @property
    def _code(self) -> "QrCode":
        from linda.adapters.poster import QrCode

        return QrCode(self.parts.settings.site_url)
