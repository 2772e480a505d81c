"""What a turn's tool calls teach: facts for the other brain, the last quote, the question a reply leaves open."""

from datetime import date, datetime, time
from typing import Any

import pytest

from linda.conversation.evidence import Evidence
from linda.conversation.facts import Facts, Pending
from linda.conversation.learned import last_quote, learned, open_question
from linda.conversation.toolbox import Kind, Outcome, ToolRun, done, refused
from tests.house import NOW, the_shop

TEN, ELEVEN = (datetime(2026, 2, 11, hour, tzinfo=NOW.tzinfo) for hour in (10, 11))
OPEN = Evidence(moments=frozenset({TEN, ELEVEN}))


def run(tool: str, outcome: Outcome | None = None, /, *, kind: Kind = Kind.READ, **arguments: Any) -> ToolRun:
    return ToolRun(tool, arguments, outcome or done(), kind=kind)


def facts_after(*runs: ToolRun, before: Facts | None = None) -> Facts:
    return learned(before or Facts(), runs, the_shop())


def test_several_services_joined_by_plus_are_several() -> None:
    assert facts_after(run("check_availability", repair_type="iphone_screen+battery")).services == (
        "iphone_screen",
        "battery",
    )


def test_a_wish_for_a_time_is_kept_until_a_booking_fulfils_it() -> None:
    asked = run("check_availability", date="2026-02-11", time="10:00", service_mode="on_site")
    found = facts_after(asked)
    assert (found.day, found.time, found.service_mode) == (date(2026, 2, 11), time(10), "on_site")
    settled = facts_after(asked, run("book_slot", date="2026-02-11", time="10:00", name="Ann"))
    assert (settled.day, settled.time, settled.name) == (None, None, "Ann")


@pytest.mark.parametrize(("day", "at"), [("tomorrow", "2 PM"), (None, None), (7, 7), ("2026-02-30", "25:00")])
def test_what_can_not_be_read_is_not_learned(day: object, at: object) -> None:
    assert facts_after(run("check_availability", date=day, time=at)) == Facts()


def test_a_refused_call_teaches_nothing() -> None:
    assert facts_after(run("book_slot", refused("No."), date="2026-02-11", device="iPhone 13")) == Facts()


def test_what_was_noted_speaks_for_itself() -> None:
    noted = done(noted={"name": "Ann", "day": "2026-02-11"})
    found = facts_after(run("note_facts", noted, device="iPhone 13"), before=Facts(address="1 Elm"))
    assert found == Facts(name="Ann", day=date(2026, 2, 11), address="1 Elm")


def test_facts_that_do_not_go_together_are_not_left_to_the_other_brain() -> None:
    found = facts_after(
        run("quote_repair", done(services=["battery"])), before=Facts(service_mode="remote", name="Ann")
    )
    assert found == Facts(services=("battery",), name="Ann")


def test_the_last_quote_is_kept_and_refused_ones_are_none() -> None:
    runs = [
        run("quote_repair", done(total_cents=7900)),
        run("authorize_discount", done(total_cents=7110)),
        run("quote_repair", refused("No.")),
        run("my_bookings", done(total_cents=1)),
    ]
    assert last_quote(runs) == {"total_cents": 7110}
    assert last_quote(runs[2:]) is None


def test_openings_named_in_a_reply_are_what_a_yes_refers_to() -> None:
    looked = run("check_availability", done(OPEN))
    found = open_question("Tomorrow at 10 AM or 11 AM?", [looked], NOW)
    assert found == Pending("slot", {"slots": [TEN.isoformat(), ELEVEN.isoformat()]})
    assert open_question("Tomorrow at 11 AM?", [looked], NOW) == Pending("slot", {"slots": [ELEVEN.isoformat()]})


@pytest.mark.parametrize("text", ["Which day suits you?", "Tomorrow at 3 PM?", ""])
def test_a_reply_that_names_no_opening_leaves_no_choice(text: str) -> None:
    assert open_question(text, [run("check_availability", done(OPEN))], NOW) is None


def test_an_add_on_that_was_only_offered_is_the_open_question() -> None:
    offered = run("log_upsell", kind=Kind.WRITE, item="phone_case", accepted=None)
    booked = run("book_slot", done(OPEN), kind=Kind.WRITE)
    assert open_question("10 AM it is. A case?", [booked, offered], NOW) == Pending("add_on", {"item": "phone_case"})
    answered = run("log_upsell", kind=Kind.WRITE, item="phone_case", accepted=False)
    assert open_question("10 AM it is.", [booked, answered], NOW) is None


def test_after_a_booking_its_time_is_no_question() -> None:
    booked = run("book_slot", done(OPEN), kind=Kind.WRITE)
    assert open_question("You're booked tomorrow at 10 AM.", [booked], NOW) is None
