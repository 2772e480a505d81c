"""`linda qr`: the code in the terminal, in a file, and the poster for the door."""

from pathlib import Path

import pytest

from tests.reading_codes import read_page, read_png
from tests.terminal import TWILIO, Terminal

URL = TWILIO["LINDA_PUBLIC_URL"]


@pytest.fixture
def shop(terminal: Terminal) -> Terminal:
    """Return a terminal of a house whose address everybody can open."""
    terminal.variables = dict(TWILIO)
    return terminal


def test_without_anything_the_code_is_drawn_in_the_terminal(shop: Terminal) -> None:
    assert "▄▄▄▄▄" in shop.does("qr")


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_poster_is_a_file_in_this_folder_that_can_be_scanned(shop: Terminal, paper: str) -> None:
    assert shop.does("qr", "--paper", paper) == f"linda-poster-{paper}.pdf is ready to print.\n"
    page = read_page(Path(f"linda-poster-{paper}.pdf").read_bytes())
    assert page.codes == [URL]
    assert page.words.startswith("Broken phone? Text LINDA.")


def test_the_form_is_that_of_the_file_that_is_named(shop: Terminal) -> None:
    for name in ("a.png", "b.PDF", "c.svg"):
        shop.does("qr", "--out", name)
    shop.does("qr", "--paper", "a4", "--out", "d.svg")
    assert read_png(Path("a.png").read_bytes()) == [URL]
    assert read_page(Path("b.PDF").read_bytes()).codes == [URL]
    assert Path("c.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert 'height="297mm"' in Path("d.svg").read_text(encoding="utf-8")


def test_a_form_without_a_file_is_written_under_a_name_of_its_own(shop: Terminal) -> None:
    assert shop.does("qr", "--format", "png") == "linda-qr.png is ready to print.\n"
    assert read_png(Path("linda-qr.png").read_bytes()) == [URL]


def test_a_form_that_can_not_be_is_named_with_those_that_can(shop: Terminal) -> None:
    said = shop.fails(1, "qr", "--paper", "a4", "--format", "png")
    assert said == "A poster comes as pdf or svg, not as 'png'.\n"
    said = shop.fails(1, "qr", "--out", "code.jpg")
    assert said == "A code comes as svg, png, pdf or terminal, not as 'jpg'.\n"
    assert list(Path().glob("*.png")) + list(Path().glob("*.jpg")) == []


def test_an_address_that_only_this_machine_can_open_is_warned_of(terminal: Terminal) -> None:
    result = terminal.run("qr")
    assert result.exit_code == 0
    assert result.stderr.startswith("Only this machine can open http://localhost:8000")
