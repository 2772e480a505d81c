"""The code and the poster: each can be scanned, and a page is as large as the paper it is printed on."""

import re

import pytest
import segno

from linda.adapters.poster import PAPERS, Poster, QrCode, poster_pdf, poster_svg
from linda.adapters.poster.code import QUIET
from linda.adapters.poster.helvetica import text_width
from linda.adapters.poster.page import MARGIN
from tests.reading_codes import read_bars, read_page, read_png

URL = "https://linda.example.com"
POSTER = Poster("LINDA", "EmperorLinda Cell Phone Repairs", "(904) 555-0100", URL)
LONG = "https://a-shop-with-a-very-long-name.example.com/" + "path/" * 30
MILLIMETRES = {"letter": (215.9, 279.4), "a4": (210, 297)}


@pytest.mark.parametrize("content", [URL, "http://localhost:8000", LONG])
def test_a_code_is_read_as_what_was_put_in_from_every_form(content: str) -> None:
    code = QrCode(content)
    assert read_png(code.png()) == [content]
    assert read_page(code.pdf()).codes == [content]
    bars = "".join(f"M{left} {top}h{width}v1h-{width}z" for left, top, width in code.bars())
    assert read_bars(bars, code.side()) == [content]


def test_a_code_may_lose_a_seventh_of_itself_and_has_its_quiet_zone() -> None:
    level = segno.make_qr(URL, error="m").error
    assert level in {"M", "Q", "H"}
    code = QrCode(URL)
    lefts = [left for left, _, _ in code.bars()]
    rights = [left + width for left, _, width in code.bars()]
    tops = [top for _, top, _ in code.bars()]
    assert (min(lefts), min(tops)) == (QUIET, QUIET)
    assert (code.side() - max(rights), code.side() - max(tops) - 1) == (QUIET, QUIET)


def test_in_the_terminal_a_code_is_as_wide_as_its_modules() -> None:
    lines = QrCode(URL).terminal().splitlines()
    assert {len(line) for line in lines if line} == {QrCode(URL).side()}


@pytest.mark.parametrize("name", PAPERS)
def test_a_pdf_poster_is_exactly_as_large_as_its_paper_and_can_be_scanned(name: str) -> None:
    page = read_page(poster_pdf(POSTER, PAPERS[name]))
    wide, high = (points / 72 * 25.4 for points in page.size)
    assert (wide, high) == pytest.approx(MILLIMETRES[name], abs=0.01)
    assert page.codes == [URL]
    assert page.words.startswith("Broken phone? Text LINDA.")
    assert "(904) 555-0100" in page.words


@pytest.mark.parametrize(
    ("name", "size"), [("letter", 'width="8.5in" height="11in"'), ("a4", 'width="210mm" height="297mm"')]
)
def test_an_svg_poster_is_exactly_as_large_as_its_paper_and_can_be_scanned(name: str, size: str) -> None:
    svg = poster_svg(POSTER, PAPERS[name])
    assert size in svg
    (path,) = re.findall(r' d="([^"]+)"', svg)
    assert read_bars(path, POSTER.code.side()) == [URL]
    assert re.findall(r"<text[^>]*>([^<]*)<", svg)[:2] == ["Broken phone?", "Text LINDA."]
    assert ">(904) 555-0100<" in svg


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize(
    "poster", [POSTER, Poster("W" * 40, "S" * 160, "+44 7700 900123", LONG)], ids=["usual", "long"]
)
def test_nothing_stands_outside_the_margins_or_on_something_else(name: str, poster: Poster) -> None:
    paper, square = PAPERS[name], poster.square(PAPERS[name])
    lines = list(poster.words(paper))
    assert all(text_width(line.text) * line.size <= paper.width - 2 * MARGIN + 0.01 for line in lines)
    bottoms = [line.baseline for line in lines]
    tops = [line.baseline - line.size * 0.73 for line in lines]
    assert all(below > above for above, below in zip(bottoms, tops[1:], strict=False))
    assert bottoms[1] < square.top < square.top + square.side < tops[2]
    assert bottoms[-1] < paper.height - MARGIN


def test_letters_that_mean_something_to_a_file_are_only_letters() -> None:
    poster = Poster("A (\\) <b>&", "Zoé's 修理", "(904) 555-0100", URL)
    page = read_page(poster_pdf(poster, PAPERS["letter"]))
    assert "Text A (\\) <b>&." in page.words
    assert "Zoé's ??" in page.words
    svg = poster_svg(poster, PAPERS["letter"])
    assert "Text A (\\) &lt;b&gt;&amp;." in svg
    assert "修理" in svg
