"""What hangs on the shop's door: a QR code, alone or on a page for the printer."""

from linda.adapters.poster.code import QrCode
from linda.adapters.poster.page import Poster
from linda.adapters.poster.paper import PAPERS, Paper
from linda.adapters.poster.pdf import poster_pdf
from linda.adapters.poster.svg import poster_svg

__all__ = ["PAPERS", "Paper", "Poster", "QrCode", "poster_pdf", "poster_svg"]
