"""Every page in both themes and four widths: accessible, as wide as the screen, and it asks nobody outside."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import ready, watch
from tests.browser.hands import sign_in
from tests.browser.looking import THEMES, WIDTHS, wear, wrong_with
from tests.browser.served import Served, serve
from tests.shop_desk import CUSTOMER

OUTSIDE = ("/", "/privacy/", "/terms/", "/desk/sign-in/", "/phone/", "/poster/")
DESK = ("/desk/", "/desk/inbox/", "/desk/leads/", "/desk/calendar/", "/desk/results/", "/desk/settings/")


@pytest.fixture(scope="module")
def busy() -> Iterator[Served]:
    """Yield a LINDA with a price to decide, a booking, somebody who wants the owner, and time taken off."""
    with serve() as served:
        for text in (
            "how much for an iphone 13 screen, its Maya",
            "too expensive",
            "still too much",
            "can you do $60?",
        ):
            served.phone.text(CUSTOMER, text)
        for sender, text in (
            ("+19045550143", "book galaxy s22 screen today 2pm, my name is Joy"),
            ("+19045550143", "yes"),
            ("+19045550144", "this is the third time it broke, i want to talk to Brandon"),
            ("+19045550145", "STOP"),
            ("+19045550199", "gym till 3:30"),
        ):
            served.phone.text(sender, text)
        yield served


@pytest.fixture(scope="module")
def owners(browser: Browser, busy: Served) -> Iterator[BrowserContext]:
    """Yield a browser that is signed in."""
    context = browser.new_context(timezone_id="America/New_York", reduced_motion="reduce")
    sign_in(context.new_page(), busy)
    yield context
    context.close()


def look_through(page: Page, url: str) -> list[str]:
    """Open `url` in both themes and every width, and return everything that is wrong with it."""
    found: list[str] = []
    for theme in THEMES:
        wear(page, theme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            ready(page, url)
            page.wait_for_load_state("networkidle")
            found += [f"{theme} {width}: {each}" for each in wrong_with(page)]
    return found


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_page_for_everybody_is_well_in_both_themes_and_every_width(path: str, page: Page, busy: Served) -> None:
    assert look_through(page, busy.url + path) == []


@pytest.mark.parametrize("path", DESK)
def test_a_page_of_the_desk_is_well_in_both_themes_and_every_width(
    path: str, owners: BrowserContext, busy: Served, complaints: list[str]
) -> None:
    page = owners.new_page()
    watch(owners, complaints)
    assert look_through(page, busy.url + path) == []
    page.close()


def test_what_axe_is_asked_to_find_it_finds(page: Page, busy: Served) -> None:
    ready(page, f"{busy.url}/terms/")
    page.evaluate("() => { document.body.insertAdjacentHTML('beforeend', '<main><img src=\"data:,\"></main>') }")
    found = {each.partition(" ")[0] for each in wrong_with(page)}
    assert {"image-alt", "landmark-no-duplicate-main"} <= found
