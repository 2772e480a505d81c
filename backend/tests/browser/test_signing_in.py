"""Signing in on the page: the code of the text, wrong codes, the second factor, recovery, and out again."""

from datetime import timedelta

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from linda.domain.clock import MovableClock
from linda.entrypoints.api.first_factor import texts_of
from tests.browser.conftest import ready, watch
from tests.browser.hands import ask_for_code, forget_refusals, give_code, sign_in
from tests.browser.served import Served
from tests.shop_desk import OWNER


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_without_signing_in_the_desk_shows_the_sign_in_page(page: Page, served: Served, complaints: list[str]) -> None:
    page.goto(f"{served.url}/desk/")
    expect(page.get_by_label("Your mobile number")).to_be_visible()
    forget_refusals(complaints, 401)


def test_the_code_of_the_text_opens_the_desk_and_the_cookie_is_for_this_host_alone(page: Page, served: Served) -> None:
    sign_in(page, served)
    (cookie,) = [each for each in page.context.cookies() if each["name"] == "__Host-linda"]
    assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"], cookie["path"]) == (True, True, "Strict", "/")


def test_wrong_codes_are_told_and_the_sixth_try_does_not_count(
    page: Page, served: Served, complaints: list[str]
) -> None:
    ask_for_code(page, served)
    code = served.login_code()
    for _ in range(5):
        give_code(page, wrong(code))
        expect(page.get_by_text("This code is wrong, used or too old")).to_be_visible()
    give_code(page, code)
    expect(page.get_by_text("This code is wrong, used or too old")).to_be_visible()
    expect(page.get_by_role("button", name="Not now")).to_have_count(0)
    forget_refusals(complaints, 401)


def test_another_number_gets_the_same_words_and_no_text(page: Page, served: Served) -> None:
    ask_for_code(page, served, "(904) 555-0142")
    expect(page.get_by_text("If this is the owner's number, a code is on its way.")).to_be_visible()
    assert served.phone.threads.all() == []


def test_a_new_device_needs_the_second_factor_and_a_recovery_code_does_for_once(
    page: Page, served: Served, browser: Browser, complaints: list[str]
) -> None:
    ask_for_code(page, served)
    give_code(page, served.login_code())
    link = page.get_by_role("link", name="Open the app").get_attribute("href") or ""
    app = pyotp.parse_uri(link)
    assert isinstance(app, pyotp.TOTP)
    page.get_by_label("Code the app shows").fill(app.now())
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", name="Keep these codes")).to_be_visible()
    codes = page.locator("main ol li").all_inner_texts()
    assert len(codes) == 10
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You're")

    stranger = browser.new_context(timezone_id="America/New_York")
    watch(stranger, complaints)
    elsewhere = stranger.new_page()
    ask_for_code(elsewhere, served)
    give_code(elsewhere, served.login_code())
    elsewhere.get_by_label("Six-digit code").fill("000000")
    elsewhere.get_by_role("button", name="Go on").click()
    expect(elsewhere.get_by_text("This code is wrong, or was used before.")).to_be_visible()
    forget_refusals(complaints, 401)
    elsewhere.get_by_role("button", name="recovery code").click()
    elsewhere.get_by_label("Recovery code").fill(codes[0])
    elsewhere.get_by_role("button", name="Go on").click()
    expect(elsewhere.get_by_role("heading", level=1)).to_contain_text("You're")
    stranger.close()


def test_signed_out_the_desk_is_closed_again(page: Page, served: Served, complaints: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page, served)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Your mobile number")).to_be_visible()
    ready(page, f"{served.url}/desk/inbox/")
    expect(page.get_by_label("Your mobile number")).to_be_visible()
    forget_refusals(complaints, 401)


def test_the_code_is_on_the_owners_simulated_phone_to_be_copied(
    page: Page, served: Served, context: BrowserContext
) -> None:
    ask_for_code(page, served)
    phone = ready(context.new_page(), f"{served.url}/phone/#owner")
    expect(phone.get_by_role("region", name="The owner's phone")).to_contain_text(served.login_code())
    assert len(served.on_the_phone(OWNER)) == 1


def test_when_no_text_comes_the_code_of_the_machine_opens_the_desk(page: Page, served: Served) -> None:
    ask_for_code(page, served)
    texts_of(served.linda.parts, served.linda.records.machine_codes).show("abcdefghjk")
    page.get_by_role("button", name="No text?").click()
    page.get_by_label("Recovery code, or code of the machine").fill("abcde-fghjk")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You're")


def test_with_the_clock_moved_the_authenticator_still_signs_in(page: Page, served: Served) -> None:
    ask_for_code(page, served)
    give_code(page, served.login_code())
    link = page.get_by_role("link", name="Open the app").get_attribute("href") or ""
    app = pyotp.parse_uri(link)
    assert isinstance(app, pyotp.TOTP)
    assert isinstance(served.linda.clock, MovableClock)
    served.linda.clock.move_by(timedelta(hours=30))
    page.get_by_label("Code the app shows").fill(app.now())
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", name="Keep these codes")).to_be_visible()


@pytest.mark.parametrize(
    "asked",
    [
        "/%09/other.example/",
        "/%0a/other.example/",
        "/%0d%0a%09/other.example/",
        "//other.example/",
        "/%5Cother.example/",
        "/.//other.example/",
        "/desk/%252e%252e//other.example/",
        "https:%2F%2Fother.example/",
        "https:%2F%2Flocalhost@other.example/",
        "javascript:document.title='taken'",
        "java%09script:document.title='taken'",
        "data:text/html,taken",
        "/api/public/call",
    ],
)
def test_whatever_next_says_signing_in_leads_to_the_desk(page: Page, served: Served, asked: str) -> None:
    ask_for_code(page, served, path=f"/desk/sign-in/?next={asked}")
    give_code(page, served.login_code())
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You're")
    assert page.url == f"{served.url}/desk/"


def test_signing_in_leads_back_to_the_page_of_the_desk_that_was_asked_for(page: Page, served: Served) -> None:
    ask_for_code(page, served, path="/desk/sign-in/?next=%2Fdesk%2Fleads%2F%3Fa%3Db%23c")
    give_code(page, served.login_code())
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leads")
    assert page.url == f"{served.url}/desk/leads/?a=b#c"
