"""The page behind the code on the door: with scripts and without, and the chat on it."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from linda.domain.clock import MovableClock
from tests.browser.conftest import ready
from tests.browser.served import Served
from tests.reading_codes import read_page
from tests.shop_desk import CUSTOMER


def test_without_scripts_the_shop_can_be_called_and_texted(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}/")
    links = [each.get_attribute("href") for each in page.locator("noscript a, a").all()]
    assert {"tel:+19045550100", "sms:+19045550100"} <= set(links)
    expect(page.get_by_role("link", name="Call (904) 555-0100")).to_be_visible()
    context.close()


def test_a_change_of_state_shows_within_five_seconds(page: Page, served: Served) -> None:
    ready(page, f"{served.url}/")
    expect(page.get_by_text("Brandon is at the shop.")).to_be_visible()
    served.phone.text("+19045550199", "gym till 3:30")
    expect(page.get_by_text("Brandon is at the gym until 3:30 PM.")).to_be_visible(timeout=5_000 + 1_000)


def test_the_printed_poster_is_one_page_whose_code_leads_to_this_page(page: Page, served: Served) -> None:
    for paper, (width, height) in {"Letter": (612, 792), "A4": (595, 842)}.items():
        ready(page, f"{served.url}/poster/")
        page.wait_for_load_state("networkidle")
        page.get_by_role("radio", name=paper).click()
        printed = read_page(page.pdf(prefer_css_page_size=True, print_background=True))
        assert list(printed.size) == pytest.approx([width, height], abs=1)
        assert "(904) 555-0100" in printed.words
        (code,) = printed.codes
        assert code.rstrip("/") == served.url
        page.goto(code)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Broken phone?")


def test_a_visitor_gets_a_price_in_the_chat_and_finds_it_again_after_a_reload(page: Page, served: Served) -> None:
    ready(page, f"{served.url}/")
    box = page.get_by_role("textbox", name="Your message")
    box.fill("how much for an iphone 13 screen")
    box.press("Enter")
    log = page.get_by_role("log")
    expect(log).to_contain_text("$79")
    page.reload()
    expect(log).to_contain_text("how much for an iphone 13 screen")
    expect(log).to_contain_text("$79")


def test_a_number_is_confirmed_by_a_code_before_anything_is_booked(page: Page, served: Served) -> None:
    ready(page, f"{served.url}/")
    log = page.get_by_role("log")
    for said, answer in (("book an iphone 13 screen tomorrow 10am", "confirm your number"),):
        page.get_by_role("textbox", name="Your message").fill(said)
        page.get_by_role("textbox", name="Your message").press("Enter")
        expect(log).to_contain_text(answer)
    page.get_by_role("button", name="Confirm my number").click()
    page.get_by_label("Your mobile number").fill("(904) 555-0142")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Text me a code").click()
    expect(page.get_by_label("Code from the text")).to_be_visible()
    code = next(word for word in served.on_the_phone(CUSTOMER)[-1].replace(".", " ").split() if word.isdigit())
    page.get_by_label("Code from the text").fill(code)
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.get_by_text("(904) 555-0142")).to_be_visible()
    page.get_by_role("textbox", name="Your message").fill("yes book it")
    page.get_by_role("textbox", name="Your message").press("Enter")
    expect(log).to_contain_text("You're booked")


def test_a_hostile_text_stays_text(page: Page, served: Served, complaints: list[str]) -> None:
    ready(page, f"{served.url}/")
    box = page.get_by_role("textbox", name="Your message")
    box.fill("<img src=x onerror=alert(1)><script>alert(2)</script>")
    box.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("<script>alert(2)</script>")
    assert complaints == []


def test_the_page_goes_on_with_the_day_while_it_is_open(page: Page, served: Served) -> None:
    ready(page, f"{served.url}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("today at")
    clock = served.linda.clock
    assert isinstance(clock, MovableClock)
    clock.move_by(timedelta(hours=9))
    expect(page.get_by_role("heading", level=1)).to_contain_text("tomorrow at 9 AM")
