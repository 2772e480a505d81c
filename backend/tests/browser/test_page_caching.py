"""What the browser keeps of the desk: nothing on its disk, and in the page's memory no longer than somebody is in."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready
from tests.browser.hands import sign_in
from tests.browser.served import Served
from tests.shop_desk import CUSTOMER

STORED = """async (path) => {
  try {
    return (await fetch(path, { cache: "only-if-cached", mode: "same-origin" })).status;
  } catch {
    return 0;
  }
}"""

SHOWN_AGAIN = """() => {
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  return document.body.checkVisibility();
}"""


def has_stored(page: Page, path: str) -> bool:
    """Tell whether the browser itself has an answer to `path`, without asking LINDA."""
    return bool(page.evaluate(STORED, path) == 200)


def test_the_desk_costs_no_bytes_while_nothing_changes_and_the_browser_stores_none_of_it(
    page: Page, served: Served, complaints: list[str]
) -> None:
    served.phone.text(CUSTOMER, "how much for an iphone 13 screen, its Maya")
    sign_in(page, served)
    with page.expect_response(lambda answer: answer.url.endswith("/api/cockpit") and answer.status == 304) as told:
        expect(page.get_by_text("Maya").first).to_be_visible()
    assert told.value.request.headers["if-none-match"]
    ready(page, f"{served.url}/desk/leads/")
    expect(page.get_by_text("Maya").first).to_be_visible()
    for path in ("/api/cockpit", "/api/leads?limit=200", "/api/session"):
        assert page.evaluate("async (path) => (await fetch(path)).status", path) == 200
        assert not has_stored(page, path)
    page.evaluate("() => fetch('/api/public').then((answer) => answer.text())")
    assert has_stored(page, "/api/public"), "else the ones before say nothing"
    assert all("ERR_CACHE_MISS" in each for each in complaints)
    complaints.clear()


def test_what_changes_is_told_over_what_the_page_remembers(page: Page, served: Served) -> None:
    sign_in(page, served)
    ready(page, f"{served.url}/desk/inbox/")
    with page.expect_response(lambda answer: "/api/conversations" in answer.url and answer.status == 304):
        expect(page.get_by_text("No open conversations.")).to_be_visible()
    served.phone.text(CUSTOMER, "how much for an iphone 13 screen, its Maya")
    expect(page.get_by_text("Maya").first).to_be_visible()


def test_a_desk_that_is_shown_again_from_memory_asks_anew_who_is_there(
    page: Page, served: Served, complaints: list[str]
) -> None:
    sign_in(page, served)
    page.context.clear_cookies()
    with page.expect_request(lambda asked: asked.is_navigation_request() and asked.url == f"{served.url}/desk/"):
        page.evaluate("() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.get_by_label("Your mobile number")).to_be_visible()
    complaints.clear()


def test_a_desk_that_is_shown_again_from_memory_shows_nothing_however_slow_linda_is(
    page: Page, served: Served, complaints: list[str]
) -> None:
    served.phone.text(CUSTOMER, "how much for an iphone 13 screen, its Maya")
    sign_in(page, served)
    expect(page.get_by_text("Maya").first).to_be_visible()
    page.context.clear_cookies()
    with page.expect_request(lambda asked: asked.is_navigation_request()):
        is_shown = page.evaluate(SHOWN_AGAIN)
    assert not is_shown, "what comes from LINDA comes later"
    expect(page.get_by_label("Your mobile number")).to_be_visible()
    complaints.clear()
