"""The owner's settings: what he saves is what LINDA goes by, and nothing he typed is lost."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import ready
from tests.browser.hands import forget_refusals, sign_in
from tests.browser.served import Served
from tests.shop_desk import CUSTOMER, OWNER


@pytest.fixture
def settings(context: BrowserContext, served: Served) -> Page:
    """Return the owner's settings on a wide screen, all sections loaded."""
    page = sign_in(context.new_page(), served)
    page.set_viewport_size({"width": 1440, "height": 900})
    ready(page, f"{served.url}/desk/settings/")
    expect(part(page, "file").get_by_role("link", name="Download")).to_be_visible()
    return page


def part(page: Page, name: str) -> Locator:
    """Return a section of the settings by its anchor."""
    return page.locator(f"#{name}")


def save(page: Page, name: str) -> None:
    """Save a section, and wait until LINDA says that she uses it."""
    part(page, name).get_by_role("button", name="Save").click()
    expect(part(page, name).get_by_text("Saved. LINDA uses it")).to_be_visible()


def put_by_hand(page: Page, served: Served, section: str, **values: Any) -> None:
    """Change a section from another device."""
    api = page.context.request
    held = api.get(f"{served.url}/api/settings").json()
    answer = api.put(
        f"{served.url}/api/settings",
        data={"version": held["version"], "changes": {section: held[section] | values}},
        headers={"x-csrf-token": api.get(f"{served.url}/api/session").json()["csrf"], "origin": served.url},
    )
    assert answer.ok, answer.text()


def test_a_new_price_is_on_the_public_page_and_in_the_next_quote(
    settings: Page, context: BrowserContext, served: Served
) -> None:
    prices = part(settings, "prices")
    prices.get_by_role("button", name=re.compile("^iPhone screen")).click()
    prices.get_by_label("Price").locator("visible=true").fill("83.50")
    save(settings, "prices")
    public = ready(context.new_page(), f"{served.url}/")
    expect(public.get_by_text("$83.50").first).to_be_visible()
    served.phone.text(CUSTOMER, "how much for an iphone 13 screen")
    assert "$83.50" in served.on_the_phone(CUSTOMER)[-1]


def test_a_price_that_is_none_is_told_at_its_field_and_the_old_one_holds(
    settings: Page, served: Served, complaints: list[str]
) -> None:
    prices = part(settings, "prices")
    prices.get_by_role("button", name=re.compile("^Battery")).first.click()
    box = prices.get_by_label("Price").locator("visible=true")
    before = [(each.id, each.price) for each in served.linda.parts.shop.services]
    box.fill("cheap")
    prices.get_by_role("button", name="Save").click()
    expect(prices.get_by_text("Must be dollars")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_value("cheap")
    forget_refusals(complaints, 422)
    assert [(each.id, each.price) for each in served.linda.parts.shop.services] == before


def test_a_day_off_takes_its_openings_away(settings: Page, context: BrowserContext, served: Served) -> None:
    days = part(settings, "days-off")
    days.get_by_role("button", name="Add a day").click()
    days.get_by_label("Date").last.fill("2026-02-10")
    days.get_by_label("Reason").last.fill("fishing")
    save(settings, "days-off")
    public = ready(context.new_page(), f"{served.url}/")
    expect(public.get_by_role("heading", level=1)).to_contain_text("tomorrow")


def test_what_was_changed_elsewhere_is_told_and_what_was_typed_stays(
    settings: Page, served: Served, complaints: list[str]
) -> None:
    most = part(settings, "discounts").get_by_label("Most off, in percent", exact=True)
    most.fill("20")
    put_by_hand(settings, served, "discounts", daily_budget="99")
    part(settings, "discounts").get_by_role("button", name="Save").click()
    expect(part(settings, "discounts").get_by_text("Somebody else changed this meanwhile")).to_be_visible()
    expect(most).to_have_value("20")
    forget_refusals(complaints, 409)
    save(settings, "discounts")
    assert served.linda.parts.shop.discounts.max_percent == 20


def test_a_mode_speaks_in_the_owners_words_as_the_preview_said(settings: Page, served: Served) -> None:
    words = part(settings, "words")
    words.get_by_role("radio", name="Gym").click()
    words.get_by_label("With an end").fill("{owner} lifts heavy things until {until}.")
    expect(words.get_by_text("Brandon lifts heavy things until 3:30 PM.", exact=True)).to_be_visible()
    save(settings, "words")
    served.phone.text(OWNER, "gym till 3:30")
    served.phone.text(CUSTOMER, "is brandon there?")
    assert "Brandon lifts heavy things until 3:30 PM." in served.on_the_phone(CUSTOMER)[-1]


def test_paused_texts_are_not_answered_and_undo_takes_the_pause_back(settings: Page, served: Served) -> None:
    switch = part(settings, "pause").get_by_role("switch", name="LINDA answers texts")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "false")
    said = len(served.on_the_phone(CUSTOMER))
    served.phone.text(CUSTOMER, "hello?")
    assert len(served.on_the_phone(CUSTOMER)) == said
    settings.get_by_role("button", name="Undo").click()
    expect(switch).to_have_attribute("aria-checked", "true")


def test_leaving_with_something_unsaved_asks_and_names_it(settings: Page) -> None:
    part(settings, "booking").get_by_label("Benches").fill("3")
    settings.get_by_role("link", name="Leads").click()
    question = settings.get_by_role("dialog", name="Leave without saving?")
    expect(question).to_contain_text("Booking")
    question.get_by_role("button", name="Stay here").click()
    expect(part(settings, "booking").get_by_label("Benches")).to_have_value("3")


def test_the_shop_file_can_be_taken_along_and_brings_everything_back(settings: Page, served: Served) -> None:
    name = served.linda.parts.shop.assistant.name
    part(settings, "assistant").get_by_label("Her name").fill("Lin")
    save(settings, "assistant")
    with settings.expect_download() as taken:
        part(settings, "file").get_by_role("link", name="Download").click()
    assert taken.value.suggested_filename == "shop.toml"
    assert 'name = "Lin"' in taken.value.path().read_text()
    part(settings, "file").get_by_role("button", name="Back to shop.toml").click()
    settings.get_by_role("dialog").get_by_role("button", name="Go back").click()
    expect(settings.get_by_text("Everything here is as in shop.toml.")).to_be_visible()
    assert served.linda.parts.shop.assistant.name == name
