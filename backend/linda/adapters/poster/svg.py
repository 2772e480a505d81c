"""The poster as an SVG page in the paper's size."""

from collections.abc import Iterator
from html import escape

from linda.adapters.poster.page import Poster
from linda.adapters.poster.paper import Paper


def poster_svg(poster: Poster, paper: Paper) -> str:
    """Return the page."""
    return "\n".join([*_lines(poster, paper), ""])


def _lines(poster: Poster, paper: Paper) -> Iterator[str]:
    size = f'width="{paper.css_width}" height="{paper.css_height}"'
    box = f"0 0 {paper.width:.4f} {paper.height:.4f}"
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}">'
    yield '<rect width="100%" height="100%" fill="#fff"/>'
    yield '<g font-family="Helvetica, Arial, sans-serif" font-weight="700" text-anchor="middle">'
    for words in poster.words(paper):
        place = f'x="{paper.width / 2:.4f}" y="{words.baseline:.4f}" font-size="{words.size:.4f}"'
        yield f"<text {place}>{escape(words.text)}</text>"
    yield "</g>"
    square, code = poster.square(paper), poster.code
    moved = f"translate({square.left:.4f} {square.top:.4f}) scale({square.side / code.side():.6f})"
    bars = "".join(f"M{left} {top}h{width}v1h-{width}z" for left, top, width in code.bars())
    yield f'<path transform="{moved}" d="{bars}"/>'
    yield "</svg>"
