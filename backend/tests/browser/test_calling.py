"""A customer calls on the simulator: he talks by typing, and both ends of the shop know what came of it."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import ready
from tests.browser.hands import call, forget_refusals, phone_of, say, section, sign_in, turn_to_calls
from tests.browser.looking import THEMES, WIDTHS, wear, wrong_with
from tests.browser.served import Served

EVERYTHING_THAT_SPEAKS = """() => {
  window.spoken = []
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  const synthesis = { speak: (one) => window.spoken.push(one.text), cancel: () => window.spoken.push("(hushed)") }
  Object.defineProperty(window, "speechSynthesis", { value: synthesis, configurable: true })
  window.SpeechRecognition = class {
    start() { window.listening = this }
    abort() { this.onend() }
  }
}"""
NOTHING_THAT_SPEAKS = """() => {
  delete window.speechSynthesis
  delete window.SpeechRecognition
  delete window.webkitSpeechRecognition
}"""


@pytest.fixture
def customer(context: BrowserContext, served: Served) -> Page:
    """Return the simulator with the call side of the customer's phone open."""
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    return at_the_phone(page, served)


def at_the_phone(page: Page, served: Served) -> Page:
    turn_to_calls(ready(page, f"{served.url}/phone/"))
    return page


def press(page: Page, name: str) -> None:
    phone_of(page, "customer").get_by_role("button", name=name, exact=True).click()


def when_it_rings(page: Page, does: str) -> None:
    phone_of(page, "customer").get_by_label("When Brandon's phone rings").select_option(does)


def test_a_caller_books_by_talking_has_the_text_and_the_owner_the_booking(
    customer: Page, context: BrowserContext, served: Served
) -> None:
    desk = sign_in(context.new_page(), served)
    log = call(customer)
    expect(log).to_contain_text("Brandon's phone rings, and nobody picks up.")
    expect(log).to_contain_text("Brandon can't come to the phone")
    say(customer, "book iphone 13 screen today 2pm, my name is Ana")
    expect(log).to_contain_text("You're booked")
    expect(log).to_contain_text("seventy-nine dollars")
    press(customer, "Hang up")
    expect(log).to_contain_text("You hang up.")
    press(customer, "New call")
    expect(phone_of(customer, "customer").get_by_role("button", name="Call EmperorLinda")).to_be_visible()
    phone_of(customer, "customer").get_by_role("radio", name="Text").click()
    expect(phone_of(customer, "customer").get_by_role("log")).to_contain_text("Booked at EmperorLinda")
    expect(section(desk, "Today")).to_contain_text("Ana")


def test_the_owner_takes_the_call_and_hangs_up(customer: Page) -> None:
    when_it_rings(customer, "Brandon takes the call")
    log = call(customer)
    expect(log).to_contain_text("Brandon hears: A call for EmperorLinda")
    expect(phone_of(customer, "customer")).to_contain_text("With Brandon")
    press(customer, "Brandon hangs up")
    expect(log).to_contain_text("Brandon hangs up.")
    expect(phone_of(customer, "customer")).to_contain_text("Call from (904) 555-0140 ended")


def test_keys_silence_and_a_hidden_number(customer: Page) -> None:
    when_it_rings(customer, "The line is busy")
    phone_of(customer, "customer").get_by_label("Hide my number").check()
    log = call(customer)
    expect(log).to_contain_text("Brandon's phone is busy.")
    press(customer, "Say nothing")
    expect(log).to_contain_text("I didn't hear you")
    press(customer, "Keys")
    press(customer, "7")
    expect(log).to_contain_text("Pressed 7")
    expect(log).to_contain_text("press zero for a person")
    press(customer, "Hang up")
    expect(phone_of(customer, "customer")).to_contain_text("Call from a hidden number ended")


def test_the_steps_of_the_call_are_told_with_their_webhooks(customer: Page) -> None:
    call(customer)
    steps = section(customer, "What LINDA did").locator("details").filter(has_text="The call as TwiML")
    steps.locator("summary").click()
    for told in ("Carrier: asks", "/twilio/voice", "LINDA: Gather", "dtmf speech"):
        expect(steps).to_contain_text(told)


def test_a_call_goes_on_after_a_reload(customer: Page, served: Served) -> None:
    call(customer)
    at_the_phone(customer, served)
    say(customer, "how much for an iphone 13 screen")
    expect(phone_of(customer, "customer").get_by_role("log")).to_contain_text("seventy-nine dollars")


def test_what_was_heard_is_read_aloud_and_what_is_spoken_is_said(context: BrowserContext, served: Served) -> None:
    context.add_init_script(f"({EVERYTHING_THAT_SPEAKS})()")
    page = at_the_phone(context.new_page(), served)
    log = call(page)
    phone = phone_of(page, "customer")
    phone.get_by_label("Read aloud").check()
    press(page, "Speak")
    page.evaluate("window.listening.onresult({ results: [[{ transcript: 'how much for an iphone 13 screen' }]] })")
    page.evaluate("window.listening.onend()")
    expect(log).to_contain_text("seventy-nine dollars")
    spoken = page.evaluate("window.spoken.filter((one) => one !== '(hushed)')")
    assert len(spoken) == 1, "the greeting was there before it was switched on"
    assert "seventy-nine dollars" in spoken[0]
    press(page, "Speak")
    page.evaluate("window.listening.onerror({ error: 'not-allowed' })")
    page.evaluate("window.listening.onend()")
    expect(phone.get_by_role("alert")).to_have_text("The browser may not use your microphone. Allow it, or type.")


def test_a_browser_that_neither_hears_nor_speaks_shows_no_dead_button(context: BrowserContext, served: Served) -> None:
    context.add_init_script(f"({NOTHING_THAT_SPEAKS})()")
    page = at_the_phone(context.new_page(), served)
    call(page)
    phone = phone_of(page, "customer")
    expect(phone.get_by_role("textbox", name="Say")).to_be_visible()
    expect(phone.get_by_role("button", name="Speak")).to_have_count(0)
    expect(phone.get_by_label("Read aloud")).to_have_count(0)


def test_a_call_that_is_over_elsewhere_says_so(customer: Page, served: Served, complaints: list[str]) -> None:
    call(customer)
    (made,) = served.phone.calls.values()
    made.hang_up()
    phone_of(customer, "customer").get_by_role("textbox", name="Say").fill("hello?")
    phone_of(customer, "customer").get_by_role("textbox", name="Say").press("Enter")
    expect(phone_of(customer, "customer").get_by_role("alert")).to_have_text("The call is over.")
    expect(phone_of(customer, "customer").get_by_role("button", name="New call")).to_be_visible()
    forget_refusals(complaints, 409)


def test_a_call_the_carrier_ends_says_why(customer: Page, served: Served) -> None:
    served.phone.post = nobody_there
    press(customer, "Call EmperorLinda Cell Phone Repairs")
    expect(phone_of(customer, "customer").get_by_role("alert")).to_have_text(
        "The carrier ended the call: 11200: the webhook failed (ct)"
    )


def nobody_there(*_: object) -> tuple[int, str, bytes]:
    raise ConnectionError


@pytest.mark.parametrize("theme", THEMES)
def test_a_call_is_well_in_every_width(theme: str, customer: Page) -> None:
    wear(customer, theme)
    found = well(customer, f"{theme} before")
    call(customer)
    press(customer, "Keys")
    found += well(customer, f"{theme} during")
    assert found == []


def well(page: Page, when: str) -> list[str]:
    found: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{when} {width}: {each}" for each in wrong_with(page)]
    page.set_viewport_size({"width": 1440, "height": 900})
    return found
