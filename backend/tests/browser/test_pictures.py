"""The pictures of docs/pictures show what their names say."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pictures import PAGES, PICTURES, main, same_pictures, take_all
from tests.browser.served import Served


def test_every_page_has_its_two_pictures_and_no_two_are_the_same() -> None:
    names = sorted(f"{name}-{scheme}.png" for name in PAGES for scheme in ("dark", "light"))
    assert sorted(each.name for each in PICTURES.glob("*.png")) == names
    assert same_pictures() == []


def test_two_pictures_with_the_same_bytes_are_found(tmp_path: Path) -> None:
    for name, content in (("a.png", b"1"), ("b.png", b"2"), ("c.png", b"1"), ("d.txt", b"1")):
        (tmp_path / name).write_bytes(content)
    assert same_pictures(tmp_path) == ["a.png = c.png"]


def test_the_sign_in_page_is_taken_before_anybody_is_signed_in(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    take_all(browser, served, ["sign-in", "cockpit"], tmp_path)
    assert len(list(tmp_path.glob("*.png"))) == 4
    assert same_pictures(tmp_path) == []


def test_a_page_that_there_is_not_has_no_picture(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["signin"])
    assert "there is no page called signin" in capsys.readouterr().err
