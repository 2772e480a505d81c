"""What a camera would make of a picture: pages are rasterised by PDFium, codes are read by ZXing."""

import re
import struct
import zlib
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page: its size in points, its words, and what its codes say."""

    size: tuple[float, float]
    words: str
    codes: list[str]


def read_page(pdf: bytes) -> Page:
    """Return the only page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    (page,) = document
    words = " ".join(page.get_textpage().get_text_range().split())
    bitmap = page.render(scale=2, grayscale=True)
    gray = bytes(bitmap.buffer)
    rows = b"".join(gray[top * bitmap.stride :][: bitmap.width] for top in range(bitmap.height))
    found = Page(page.get_size(), words, read_gray(rows, bitmap.width, bitmap.height))
    document.close()
    return found


def read_gray(rows: bytes, width: int, height: int) -> list[str]:
    """Return what the codes of a picture say; it is one byte a pixel, 0 black to 255 white."""
    return [each.text for each in zxingcpp.read_barcodes(memoryview(rows).cast("B", shape=[height, width]))]


def read_png(png: bytes) -> list[str]:
    """Return what the codes of a PNG say: one bit a pixel, lines as they are or as the difference to the last."""
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert (depth, colours) == (1, 0)
    chunks, place = b"", 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        chunks += png[place + 8 :][:length] if kind == b"IDAT" else b""
        place += length + 12
    raw, stride = zlib.decompress(chunks), 1 + (width + 7) // 8
    line, rows = bytes(stride - 1), b""
    for top in range(height):
        how, *given = raw[top * stride :][:stride]
        assert how in {0, 2}
        line = bytes((byte + above * (how == 2)) % 256 for byte, above in zip(given, line, strict=True))
        rows += bytes(255 * (line[x // 8] >> (7 - x % 8) & 1) for x in range(width))
    return read_gray(rows, width, height)


def read_bars(path: str, side: int) -> list[str]:
    """Return what the code says that an SVG path draws in bars, on a field of `side` modules."""
    scale = 8
    rows = [bytearray(b"\xff" * side * scale) for _ in range(side * scale)]
    for left, top, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        for line in rows[int(top) * scale :][:scale]:
            line[int(left) * scale : (int(left) + int(width)) * scale] = bytes(int(width) * scale)
    return read_gray(b"".join(rows), side * scale, side * scale)
