"""The owner's week: he books, moves, cancels and blocks over the page, by the very rules LINDA books by."""

from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import ready
from tests.browser.hands import forget_refusals, sign_in
from tests.browser.served import Served
from tests.shop_desk import CUSTOMER

TODAY, TOMORROW, SUNDAY = date(2026, 2, 10), date(2026, 2, 11), date(2026, 2, 15)
ANAS = {"Customer's number": "(904) 555-0147", "Name, if you know it": "Ana", "Phone or tablet": "iPhone 13"}
SOMEBODY_ELSE = "+19045550148"


@pytest.fixture
def calendar(context: BrowserContext, served: Served) -> Page:
    """Return the owner's week on a wide screen, in which Joy comes at two."""
    served.phone.text(CUSTOMER, "book galaxy s22 screen today 2pm, my name is Joy")
    page = sign_in(context.new_page(), served)
    page.set_viewport_size({"width": 1440, "height": 900})
    ready(page, f"{served.url}/desk/calendar/")
    expect(entry(page, "Joy")).to_be_visible()
    return page


def entry(page: Page, title: str) -> Locator:
    """Return what stands in the calendar under `title`."""
    return page.get_by_role("listitem").get_by_role("button", name=title)


def dialog_of(page: Page, title: str) -> Locator:
    """Open what stands in the calendar under `title`."""
    entry(page, title).click()
    return page.get_by_role("dialog", name=title)


def order(page: Page, day: date, start: str) -> Locator:
    """Open the form, write down what Ana needs, and choose a start."""
    page.get_by_role("button", name="Book", exact=True).click()
    form = page.get_by_role("dialog", name="Book a customer")
    for label, said in ANAS.items():
        form.get_by_label(label).fill(said)
    form.get_by_label("Repair").select_option("iPhone screen, $79, 45 min")
    form.get_by_label("Day").fill(day.isoformat())
    form.get_by_role("radio", name=start, exact=True).check()
    return form


def booked(served: Served, day: date) -> list[tuple[str, str]]:
    """Return who is booked on a day, and when."""
    return [
        (each.name, f"{each.starts // 60}:{each.starts % 60:02}")
        for each in served.linda.records.schedule.bookings(day)
    ]


def test_he_books_a_customer_and_a_double_tap_is_one_booking(calendar: Page, served: Served) -> None:
    order(calendar, TOMORROW, "11:00 AM").get_by_role("button", name="Book 11:00 AM").dblclick()
    expect(calendar.get_by_text("Booked: Ana, Wed Feb 11, 11:00 AM, code")).to_be_visible()
    shown = dialog_of(calendar, "Ana")
    for fact in ("iPhone 13 screen", "$79", "In the shop", "(904) 555-0147"):
        expect(shown).to_contain_text(fact)
    assert booked(served, TOMORROW) == [("Ana", "11:00")]
    shown.get_by_role("link", name="Conversation").click()
    expect(calendar.get_by_role("heading", name="Inbox")).to_be_visible()
    expect(calendar.get_by_role("log")).to_contain_text("Booked by hand")


def test_a_start_that_was_just_taken_is_refused_and_the_nearest_openings_are_a_tap_away(
    calendar: Page, served: Served, complaints: list[str]
) -> None:
    form = order(calendar, TOMORROW, "11:00 AM")
    served.phone.text(SOMEBODY_ELSE, "book iphone 12 screen tomorrow 11am, my name is Max")
    form.get_by_role("button", name="Book 11:00 AM").click()
    expect(form.get_by_role("alert")).to_contain_text("at 11 AM is not available.")
    assert booked(served, TOMORROW) == [("Max", "11:00")]
    forget_refusals(complaints, 409)
    form.get_by_role("button", name="Book Wed Feb 11, 10:15 AM").click()
    expect(form).to_be_hidden()
    expect(entry(calendar, "Ana")).to_contain_text("10:15 AM to 11:00 AM")
    assert booked(served, TOMORROW) == [("Ana", "10:15"), ("Max", "11:00")]


def test_when_the_answer_is_lost_booking_again_makes_no_second_one(
    calendar: Page, served: Served, complaints: list[str]
) -> None:
    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    form = order(calendar, TOMORROW, "11:00 AM")
    calendar.route("**/api/bookings", lose, times=1)
    form.get_by_role("button", name="Book 11:00 AM").click()
    expect(form.get_by_role("alert")).to_contain_text("Can't reach LINDA.")
    assert booked(served, TOMORROW) == [("Ana", "11:00")]
    assert "ERR_FAILED" in complaints.pop()
    form.get_by_role("button", name="Book").click()
    expect(calendar.get_by_text("Booked: Ana")).to_be_visible()
    assert booked(served, TOMORROW) == [("Ana", "11:00")]


def test_what_is_no_phone_number_is_said_and_nothing_is_booked(
    calendar: Page, served: Served, complaints: list[str]
) -> None:
    form = order(calendar, TOMORROW, "11:00 AM")
    form.get_by_label("Customer's number").fill("12")
    form.get_by_role("button", name="Book 11:00 AM").click()
    expect(form.get_by_role("alert")).to_contain_text("is no phone number")
    forget_refusals(complaints, 422)
    assert booked(served, TOMORROW) == []


def test_he_moves_a_booking_to_another_opening(calendar: Page, served: Served) -> None:
    dialog_of(calendar, "Joy").get_by_role("button", name="Move").click()
    form = calendar.get_by_role("dialog", name="Move Joy")
    form.get_by_label("Day").fill(SUNDAY.isoformat())
    expect(form).to_contain_text("Nothing free on Sunday, Feb 15.")
    form.get_by_label("Day").fill(TOMORROW.isoformat())
    form.get_by_role("radio", name="9:30 AM").check()
    form.get_by_role("button", name="Move to 9:30 AM").click()
    expect(calendar.get_by_text("Moved: Joy, Wed Feb 11, 9:30 AM.")).to_be_visible()
    expect(entry(calendar, "Joy")).to_contain_text("9:30 AM to 10:15 AM")
    assert (booked(served, TODAY), booked(served, TOMORROW)) == ([], [("Joy", "9:30")])


def test_before_he_cancels_he_reads_what_is_lost(calendar: Page, served: Served) -> None:
    dialog_of(calendar, "Joy").get_by_role("button", name="Cancel booking").click()
    asked = calendar.get_by_role("dialog", name="Cancel Joy?")
    expect(asked).to_contain_text("Joy loses Tue Feb 10, 2:00 PM: Galaxy S22 screen, $89, code")
    asked.get_by_role("button", name="Keep it").click()
    assert booked(served, TODAY) == [("Joy", "14:00")]
    dialog_of(calendar, "Joy").get_by_role("button", name="Cancel booking").click()
    asked.get_by_role("button", name="Cancel the booking").click()
    expect(entry(calendar, "Joy")).to_have_count(0)
    assert booked(served, TODAY) == []


def test_time_he_blocks_can_be_booked_by_nobody_until_he_frees_it(calendar: Page, served: Served) -> None:
    calendar.get_by_role("button", name="Block time").click()
    form = calendar.get_by_role("dialog", name="Block time")
    form.get_by_label("Day").fill(TOMORROW.isoformat())
    form.get_by_role("button", name="All day").click()
    form.get_by_label("What for").fill("Dentist")
    form.get_by_role("button", name="Block it").click()
    block = dialog_of(calendar, "Dentist")
    served.phone.text(SOMEBODY_ELSE, "book iphone 12 screen tomorrow 11am, my name is Max")
    assert booked(served, TOMORROW) == []
    block.get_by_role("button", name="Free it").click()
    expect(entry(calendar, "Dentist")).to_have_count(0)
    order(calendar, TOMORROW, "11:00 AM").get_by_role("button", name="Book 11:00 AM").click()
    expect(entry(calendar, "Ana")).to_be_visible()


def test_a_time_in_which_somebody_comes_is_not_blocked(calendar: Page, served: Served, complaints: list[str]) -> None:
    calendar.get_by_role("button", name="Block time").click()
    form = calendar.get_by_role("dialog", name="Block time")
    form.get_by_label("From").fill("13:30")
    form.get_by_label("Until").fill("13:00")
    expect(form.get_by_role("button", name="Block it")).to_be_disabled()
    form.get_by_label("Until").fill("14:15")
    form.get_by_role("button", name="Block it").click()
    expect(form.get_by_role("alert")).to_contain_text("Something is in the calendar at that time already")
    forget_refusals(complaints, 409)
    assert booked(served, TODAY) == [("Joy", "14:00")]


def test_on_a_phone_the_week_is_an_agenda_that_a_customers_text_changes(calendar: Page, served: Served) -> None:
    calendar.set_viewport_size({"width": 390, "height": 844})
    today = calendar.locator("section").filter(has=calendar.get_by_role("heading", name="Tuesday, Feb 10"))
    expect(today).to_contain_text("Today")
    expect(today).to_contain_text("$89")
    tomorrow = calendar.locator("section").filter(has=calendar.get_by_role("heading", name="Wednesday, Feb 11"))
    expect(tomorrow).to_contain_text("Free all day.")
    served.phone.text(SOMEBODY_ELSE, "book iphone 12 screen tomorrow 11am, my name is Max")
    expect(tomorrow).to_contain_text("Max")
    calendar.get_by_role("button", name="Next week").click()
    expect(calendar.get_by_text("Feb 16 to 22")).to_be_visible()
    expect(entry(calendar, "Joy")).to_have_count(0)
    calendar.get_by_role("button", name="Today", exact=True).click()
    expect(entry(calendar, "Joy")).to_be_visible()
