"""A receipt is told in words a shop owner reads: what LINDA did, what came of it, and who wrote the reply."""

from datetime import timedelta
from typing import Any

import pytest

from linda.conversation import told_runs
from linda.conversation.told import ToldStep, brain_says, told_steps, total_ms
from linda.conversation.toolbox import Status
from linda.conversation.tools import TOOL_TYPES
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop, phone_of

USAGE = {"model": "gpt-4o", "calls": 2, "input_tokens": 900, "output_tokens": 40, "cost_micros": 2650}
NO_MODEL = {"model": "", "calls": 0, "input_tokens": 0, "output_tokens": 0, "cost_micros": 0}


def receipt(
    *rules: str, brain: str = "rules", usage: object = NO_MODEL, tools: Any = (), **took: int
) -> dict[str, Any]:
    """Return a receipt as it is stored; `took` is microseconds per step."""
    return {"brain": brain, "usage": usage, "tools": list(tools), "rules": list(rules), "steps_us": took}


def run(tool: str, result: object = None, *, no: str = "", us: int = 1000, **arguments: object) -> dict[str, Any]:
    status = "refused" if no else "done"
    return {"tool": tool, "arguments": arguments, "status": status, "result": result, "sentence": no, "us": us}


def told(texts: list[str], sender: str = CUSTOMER) -> list[tuple[str, str]]:
    """Return the steps of the last of `texts`, without the time they took."""
    with open_shop(store=MemoryStore()) as linda:
        for text in texts:
            clock_of(linda).advance(timedelta(seconds=20))
            phone_of(linda).text(sender, text)
        lead = linda.records.leads.get(sender)
        assert lead is not None
        last = linda.records.leads.event_at(lead.lead_id, lead.last_event)
        assert last is not None
        return [(step.says, step.detail) for step in told_steps(last["receipt"])]


def test_a_price_and_the_openings_are_told_as_the_customer_hears_them() -> None:
    assert told(["how much for an iphone 13 screen"]) == [
        ("Understood the text", ""),
        ("Looked up the price", "iPhone 13 screen = $79"),
        ("Counted the openings", "Tue Feb 10: 8 left, from 10:45 AM"),
        ("Checked every figure", ""),
    ]


def test_a_booking_is_told_with_its_day_and_code() -> None:
    steps = dict(told(["how much for an iphone 13 screen", "tomorrow at 10am?"]))
    assert steps["Booked"].startswith("Wed Feb 11 at 10 AM, code ")
    assert steps["Looked for this customer's bookings"] == "none"
    assert steps["Offered an add-on"] == "screen protector", "and nobody has said no to it"


def test_what_could_not_be_done_is_told_as_tried_with_the_reason() -> None:
    refused = run("book_slot", no="Wed Feb 11 at 10 AM is not available.")
    assert told_steps(receipt(tools=[refused]))[1] == ToldStep(
        "Tried to book", "Wed Feb 11 at 10 AM is not available.", 1.0, Status.REFUSED
    )


def test_the_owners_own_text_needs_no_thought() -> None:
    assert told(["gym till 3:30"], OWNER) == [
        ("Read the text", ""),
        ("A fixed rule decided", "the owner's own text"),
    ]


@pytest.mark.parametrize(
    ("ran", "says", "detail"),
    [
        (
            run("check_availability", {"available": False, "date": "2026-02-11", "left": 0, "nearest": []}),
            "Counted the openings",
            "Wed Feb 11: none left",
        ),
        (
            run(
                "check_availability",
                {
                    "available": False,
                    "date": "2026-02-11",
                    "wanted": "8:00 AM",
                    "left": 3,
                    "nearest": [{"date": "2026-02-11", "time": "9:00 AM"}, {"date": "2026-02-12", "time": "9:15 AM"}],
                },
            ),
            "Counted the openings",
            "Wed Feb 11 at 8 AM is not free, nearest Wed Feb 11 at 9 AM or Thu Feb 12 at 9:15 AM",
        ),
        (
            run("hold_slot", {"date": "2026-02-11", "time": "9:00 AM", "minutes": 10}),
            "Held an opening",
            "Wed Feb 11 at 9 AM, for 10 min",
        ),
        (
            run("authorize_discount", {"discount_percent": 10, "total_cents": 7110}),
            "Gave a discount within your limits",
            "10% off, now $71.10",
        ),
        (
            run("quote_repair", {"name": "diagnostics", "discount_percent": 5, "total_cents": 0, "device": ""}),
            "Looked up the price",
            "diagnostics = $0, 5% off",
        ),
        (run("ask_owner", {"wanted": "$60"}), "Asked you for a price", "$60"),
        (run("hand_to_owner", {}, reason="wants a person", urgent=False), "Called for you", "wants a person"),
        (
            run("log_upsell", {"name": "screen protector"}, accepted=None),
            "Offered an add-on",
            "screen protector",
        ),
        (run("log_upsell", {"name": "case"}, accepted=True), "Noted a yes to the add-on", "case"),
        (run("log_upsell", {"name": "case"}, accepted=False), "Noted a no to the add-on", "case"),
        (run("log_upsell", no="There is no such add-on."), "Tried to note an add-on", "There is no such add-on."),
        (
            run("note_facts", {}, name="Maya", device=None, repair_type="screen"),
            "Noted what the customer said",
            "name Maya, repair type screen",
        ),
        (
            run("my_bookings", {"bookings": [{"date": "2026-02-11", "time": "10:00 AM"}]}),
            "Looked for this customer's bookings",
            "Wed Feb 11 at 10 AM",
        ),
        (run("make_coffee", no="There is no tool named 'make_coffee'."), "Tried make coffee", None),
    ],
)
def test_what_a_tool_did(ran: dict[str, Any], says: str, detail: str | None) -> None:
    assert told_runs.says(ran) == says
    assert told_runs.detail(ran) == (detail if detail is not None else ran["sentence"])


def test_every_tool_has_its_words() -> None:
    names = {tool.name for tool in TOOL_TYPES}
    assert names == set(told_runs._DETAILS) == {*told_runs._SAYS, "log_upsell"}


def test_the_same_thing_done_twice_in_a_row_is_told_once_with_its_time() -> None:
    price = {"name": "iPhone screen", "discount_percent": 0, "total_cents": 7900, "device": "iPhone 13"}
    steps = told_steps(
        receipt(tools=[run("quote_repair", price, us=400), run("quote_repair", price, us=200)], think=900)
    )
    assert [(step.says, round(step.ms, 1)) for step in steps] == [
        ("Understood the text", 0.3),
        ("Looked up the price", 0.6),
    ]


@pytest.mark.parametrize(
    ("note", "asked", "words"),
    [
        ("model: timeout after 9.0 s", "Asked the model", "took too long (9 s)"),
        ("model: unreachable after 0.0 s", "Asked the model", "could not be reached"),
        ("model: malformed after 1.2 s", "Asked the model", "gave no answer that could be used"),
        ("model: daily spend cap reached", "Left the model alone", "was not asked: today's money for it is spent"),
        ("model: left alone after failures", "Left the model alone", "was not asked: it failed too often just now"),
        ("model: no time left", "Left the model alone", "was not asked: there was no time left"),
    ],
)
def test_a_model_that_failed_is_a_step_of_its_own_and_the_rules_wrote_the_reply(
    note: str, asked: str, words: str
) -> None:
    whole = receipt(note, think=9_004_000, check=500)
    first, second, *_ = told_steps(whole)
    assert (first.says, first.detail, first.status) == (asked, f"It {words}.", Status.STOPPED)
    assert second.says == "Understood the text"
    assert first.ms + second.ms == pytest.approx(9004)
    assert brain_says(whole) == f"The model {words}, so LINDA's own rules wrote this."


def test_a_model_that_answered_is_named_with_how_often_it_was_asked() -> None:
    whole = receipt(brain="openai", usage=USAGE, think=800_000, check=500)
    assert told_steps(whole)[0] == ToldStep("Asked the model", "gpt-4o, 2 times", 800.0)
    assert told_steps(receipt(usage={**USAGE, "calls": 1}, think=0))[0].detail == "gpt-4o, once"
    assert brain_says(whole) == "gpt-4o wrote this, and LINDA checked it."
    assert total_ms(whole) == 800.5


def test_a_reply_that_could_not_be_proved_is_told_as_kept_back() -> None:
    whole = receipt("openai was not sent: price $60 has no source", usage=USAGE, think=800, check=500)
    assert told_steps(whole)[1] == ToldStep(
        "Kept back what the model wrote", "price $60 has no source", 0.0, Status.REFUSED
    )
    assert brain_says(whole) == "gpt-4o wrote something LINDA could not prove, so her own rules wrote this."
    own = told_steps(receipt("rules was not sent: it says nothing", think=800, check=500))
    assert own[1].says == "Kept back what her own rules wrote"


def test_without_a_model_the_rules_are_named() -> None:
    assert brain_says(receipt()) == "LINDA's own rules wrote this, no model asked."
    assert brain_says(receipt("stop keyword", brain="rule")) == "A fixed rule decided this."
