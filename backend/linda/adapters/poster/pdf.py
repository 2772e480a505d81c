"""The poster as a PDF page in the paper's size (ISO 32000-1: a page, its drawing, one font every reader has)."""

from collections.abc import Iterator

from linda.adapters.poster.helvetica import text_width
from linda.adapters.poster.page import Poster
from linda.adapters.poster.paper import Paper


def poster_pdf(poster: Poster, paper: Paper) -> bytes:
    """Return the page; letters that are not in Latin-1 become question marks."""
    drawing = "\n".join([*_words(poster, paper), *_code(poster, paper)]).encode("cp1252", "replace")
    box = f"[0 0 {paper.width:.4f} {paper.height:.4f}]"
    return _file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    )


def _words(poster: Poster, paper: Paper) -> Iterator[str]:
    for words in poster.words(paper):
        left = (paper.width - words.size * text_width(words.text)) / 2
        text = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        yield f"BT /F {words.size:.4f} Tf {left:.4f} {paper.height - words.baseline:.4f} Td ({text}) Tj ET"


def _code(poster: Poster, paper: Paper) -> Iterator[str]:
    square, code = poster.square(paper), poster.code
    module = square.side / code.side()
    # A PDF counts upwards from the lower left corner, a code downwards from the upper left one.
    yield f"q {module:.6f} 0 0 {-module:.6f} {square.left:.4f} {paper.height - square.top:.4f} cm"
    yield from (f"{left} {top} {width} 1 re" for left, top, width in code.bars())
    yield "f Q"


def _file(*objects: bytes) -> bytes:
    """Return the file of `objects`, numbered from 1: the first is the catalog."""
    file, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, b"".join(places))
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(file))
    return file + table + trailer
