"""What people do on the pages, in words of the pages."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ready
from tests.browser.served import Served

OWNERS_NUMBER = "(904) 555-0199"


def ask_for_code(page: Page, served: Served, number: str = OWNERS_NUMBER, path: str = "/desk/sign-in/") -> None:
    """Type a number on the sign-in page, which may be asked to lead on to another one, and ask for a code."""
    ready(page, served.url + path)
    box = page.get_by_label("Your mobile number")
    expect(box).not_to_have_value("")  # on this machine the owner's own number is filled in
    box.fill(number)
    page.get_by_role("button", name="Text me a code").click()
    expect(page.get_by_label("Code from the text")).to_be_visible()


def give_code(page: Page, code: str) -> None:
    """Type the code of the text."""
    page.get_by_label("Code from the text").fill(code)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_in(page: Page, served: Served) -> Page:
    """Sign in as the owner, and put the second factor off."""
    ask_for_code(page, served)
    give_code(page, served.login_code())
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You're")
    return page


def phone_of(page: Page, whose: str) -> Locator:
    """Return a phone of the simulator: "customer" or "owner"."""
    return page.get_by_role("region", name=f"The {whose}'s phone")


def text(page: Page, said: str, whose: str = "customer") -> None:
    """Send a text from a phone of the simulator, and wait until it is answered."""
    phone = phone_of(page, whose)
    phone.get_by_placeholder("Text message").fill(said)
    phone.get_by_placeholder("Text message").press("Enter")
    log = phone.get_by_role("log")
    expect(log).to_contain_text(said)
    expect(log.get_by_text("Waiting for the answer")).to_have_count(0)


def turn_to_calls(page: Page) -> None:
    """Turn the customer's phone on the simulator from texts to calls."""
    phone_of(page, "customer").get_by_role("radio", name="call").click()  # "On a call" while there is one


def call(page: Page) -> Locator:
    """Call the shop, and return what is said once somebody has picked up."""
    phone = phone_of(page, "customer")
    phone.get_by_role("button", name="Call EmperorLinda").click()
    expect(phone.get_by_role("button", name="Hang up")).to_be_visible()
    return phone.get_by_role("log")


def say(page: Page, said: str) -> None:
    """Say something in a call, and wait until it is answered."""
    phone = phone_of(page, "customer")
    phone.get_by_role("textbox", name="Say").fill(said)
    phone.get_by_role("textbox", name="Say").press("Enter")
    expect(phone.get_by_role("log")).to_contain_text(said)
    expect(phone.get_by_role("log").get_by_text("Waiting for the answer")).to_have_count(0)


def section(page: Page, heading: str) -> Locator:
    """Return the part of the page under `heading`."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=heading, exact=True))


def forget_refusals(complaints: list[str], status: int) -> None:
    """Take out the browser's own lines on answers that were refused on purpose."""
    assert complaints
    assert all(f"status of {status}" in each for each in complaints), complaints
    complaints.clear()
