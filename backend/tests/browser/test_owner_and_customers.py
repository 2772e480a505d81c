"""A customer on one side, the owner on the other: what the one does, the other sees without reloading."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import ready
from tests.browser.hands import phone_of, section, sign_in, text
from tests.browser.served import Served
from tests.shop_desk import CUSTOMER, OWNER

SIM_CUSTOMER = "+19045550140"


@pytest.fixture
def desk(context: BrowserContext, served: Served) -> Page:
    """Return the owner's cockpit, signed in."""
    return sign_in(context.new_page(), served)


@pytest.fixture
def phones(context: BrowserContext, served: Served) -> Page:
    """Return the simulator with both phones."""
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    return ready(page, f"{served.url}/phone/")


def test_a_customer_books_and_the_owner_sees_it_without_reloading(desk: Page, phones: Page) -> None:
    text(phones, "book iphone 13 screen today 2pm, my name is Ana")
    expect(phone_of(phones, "customer")).to_contain_text("You're booked")
    today = section(desk, "Today")
    expect(today).to_contain_text("Ana")
    expect(today).to_contain_text("$79")
    expect(section(desk, "Conversations")).to_contain_text("Booked")
    did = section(phones, "What LINDA did")
    expect(did).to_contain_text("Booked")


def test_the_gym_until_half_past_three_changes_page_openings_and_next_reply(
    desk: Page, phones: Page, context: BrowserContext, served: Served
) -> None:
    public = ready(context.new_page(), f"{served.url}/")
    expect(public.get_by_role("heading", level=1)).to_contain_text("today at 10:30 AM")
    text(phones, "gym till 3:30", whose="owner")
    expect(public.get_by_text("Brandon is at the gym until 3:30 PM.")).to_be_visible()
    expect(public.get_by_role("heading", level=1)).to_contain_text("today at 3:30 PM")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("You're at the gym until 3:30 PM")
    text(phones, "can you do an iphone 13 screen today?")
    expect(phone_of(phones, "customer")).to_contain_text("3:30 PM")
    desk.get_by_role("radio", name="Work").click()
    expect(public.get_by_role("heading", level=1)).to_contain_text("today at 10:30 AM")


def test_a_price_goes_to_the_owner_and_his_answer_comes_back(desk: Page, phones: Page, served: Served) -> None:
    for said in ("how much for an iphone 13 screen, its Maya", "too expensive", "still too much", "can you do $60?"):
        text(phones, said)
    expect(phone_of(phones, "owner")).to_contain_text("iPhone 13 screen for $60 instead of $67.15")
    card = desk.get_by_role("listitem").filter(has_text="Maya wants iPhone 13 screen for $60")
    card.get_by_role("button", name="Approve $60").click()
    desk.get_by_role("button", name="Undo").click()
    expect(card.get_by_role("button", name="Offer $63")).to_be_enabled()
    card.get_by_role("button", name="Offer $63").click()
    expect(phone_of(phones, "customer")).to_contain_text("Brandon can do iPhone 13 screen for $63.")
    assert [each for each in served.on_the_phone(SIM_CUSTOMER) if "says yes" in each] == []
    expect(card).to_have_count(0)


def test_taken_over_linda_is_silent_and_the_owners_own_text_arrives(desk: Page, phones: Page, served: Served) -> None:
    text(phones, "do you fix ipads")
    desk.get_by_role("button", name="Take over").click()
    expect(desk.get_by_role("button", name="Give back")).to_be_visible()
    before = served.on_the_phone(SIM_CUSTOMER)
    text(phones, "hello? anybody there")
    expect(desk.get_by_role("log")).to_contain_text("hello? anybody there")
    assert served.on_the_phone(SIM_CUSTOMER) == before
    box = desk.get_by_role("textbox", name="as Brandon")
    box.fill("Yes we do, come by at noon")
    box.press("Enter")
    expect(phone_of(phones, "customer")).to_contain_text("Yes we do, come by at noon")
    desk.get_by_role("button", name="Give back").click()
    text(phones, "how much for an ipad battery")
    assert len(served.on_the_phone(SIM_CUSTOMER)) == len(before) + 2


def test_a_text_taken_back_within_five_seconds_never_arrives(desk: Page, phones: Page, served: Served) -> None:
    text(phones, "do you fix ipads")
    box = desk.get_by_role("textbox", name="as Brandon")
    expect(box).to_be_visible()
    box.fill("Nope, go away")
    box.press("Enter")
    desk.get_by_role("log").get_by_role("button", name="Undo").click()
    expect(box).to_have_value("Nope, go away")
    expect(desk.get_by_role("log")).not_to_contain_text("Nope, go away")
    served.linda.sweeper.sweep()
    assert "Nope, go away" not in served.on_the_phone(SIM_CUSTOMER)


def test_a_change_somebody_else_just_made_is_shown_before_it_is_overwritten(
    desk: Page, served: Served, complaints: list[str]
) -> None:
    served.phone.text(OWNER, "driving till 11")
    desk.get_by_role("radio", name="Gym").click()
    dialog = desk.get_by_role("dialog")
    expect(dialog).to_contain_text("by text: Brandon is on the road until 11 AM.")
    assert served.linda.records.states.current(fresh=True).mode == "DRIVING"
    dialog.get_by_role("button", name="Set mine now").click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text("You're at the gym")
    assert all("status of 409" in each for each in complaints)
    complaints.clear()


def test_the_keys_change_the_mode_but_never_while_somebody_types(desk: Page, served: Served) -> None:
    served.phone.text(CUSTOMER, "do you fix ipads")
    desk.keyboard.press("2")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("You're at the gym")
    box = desk.get_by_role("textbox", name="as Brandon")
    box.fill("")
    box.press_sequentially("345")
    expect(box).to_have_value("345")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("You're at the gym")


def test_linda_out_of_reach_the_cockpit_says_so_and_locks_its_controls(
    desk: Page, context: BrowserContext, complaints: list[str]
) -> None:
    context.set_offline(True)
    expect(desk.get_by_text("Can't reach LINDA.")).to_be_visible(timeout=30_000)
    expect(desk.get_by_role("radio", name="Gym")).to_be_disabled()
    context.set_offline(False)
    expect(desk.get_by_text("Can't reach LINDA.")).to_be_hidden(timeout=30_000)
    assert complaints
    assert all("ERR_INTERNET_DISCONNECTED" in each for each in complaints)
    complaints.clear()
