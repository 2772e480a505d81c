"""How often a turn asks the store, on every store: each call is a way to DynamoDB and back, in time and money.

At most four calls for a turn without tools: the lead, the acceptance, the owner's state, the answer. A booking adds
the calendar's day and the booking itself.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.conversation.brain import Usage
from linda.records.store import Store
from linda.testing.scripted_model import Say, ScriptedModel
from tests.counting_store import CountingStore
from tests.house import CUSTOMER, a_text
from tests.shop_desk import clock_of, open_shop

WITHOUT_TOOLS, WITH_A_BOOKING, A_REPEAT = 4, 6, 3
BOOK = "book iphone 13 screen tomorrow 2pm my name is bob"
BEFORE = {"new": [], "returning": ["hello", "how much iphone 13 screen"]}


@pytest.fixture
def counting(store: Store) -> CountingStore:
    return CountingStore(store)


@pytest.fixture
def linda(counting: CountingStore) -> Iterator[Linda]:
    with open_shop("2026-02-10T10:07", store=counting) as opened:
        yield opened


def texted(linda: Linda, counting: CountingStore, *texts: str) -> tuple[list[str], list[str]]:
    """Let `texts` come in, the cached state of the owner outdated each time; return the last one's calls and tools."""
    for number, text in enumerate(texts):
        clock_of(linda).advance(timedelta(minutes=1))
        counting.taken()
        linda.engine.answer(a_text(f"SM{number}{text}", text))
    calls = counting.taken()
    lead = linda.records.leads.get(CUSTOMER)
    assert lead is not None
    (last,) = linda.records.leads.events(lead.lead_id, newest_first=True, limit=1)
    return calls, [run["tool"] for run in last["receipt"]["tools"]]


def listed(calls: list[str]) -> str:
    return "\n".join([f"{len(calls)} calls:", *calls])


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("text", ["where are you located?", "what are your hours", "thanks", "STOP"])
def test_a_turn_without_tools_takes_at_most_four_calls(
    linda: Linda, counting: CountingStore, before: list[str], text: str
) -> None:
    calls, tools = texted(linda, counting, *before, text)
    assert set(tools) <= {"my_bookings"}, "which asks the lead, and he has none"
    assert len(calls) <= WITHOUT_TOOLS, listed(calls)


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_a_turn_that_looks_up_openings_adds_one_call_for_each_day_it_looks_at(
    linda: Linda, counting: CountingStore, before: list[str]
) -> None:
    calls, tools = texted(linda, counting, *before, "iphone 13 screen tomorrow?")
    assert "check_availability" in tools
    assert len(calls) == WITHOUT_TOOLS + len([each for each in calls if each.startswith("query")]), listed(calls)
    assert len(calls) == len(set(calls)), listed(calls)


@pytest.mark.parametrize(
    "texts",
    [
        [BOOK],
        ["hello", BOOK],
        ["hello", "iphone 13 screen tomorrow", "the 2nd one works"],
        ["where are you", "iphone 13 screen tomorrow 2pm"],
    ],
)
def test_a_turn_with_a_booking_takes_at_most_six_calls(linda: Linda, counting: CountingStore, texts: list[str]) -> None:
    calls, tools = texted(linda, counting, *texts)
    assert {"book_slot", "log_upsell"} <= set(tools), "it books, and offers an add-on"
    assert len(calls) <= WITH_A_BOOKING, listed(calls)


def test_appointments_that_are_over_cost_no_call(linda: Linda, counting: CountingStore) -> None:
    texted(linda, counting, BOOK, "no thanks")
    clock_of(linda).advance(timedelta(days=3))
    calls, tools = texted(linda, counting, "book iphone 12 battery tomorrow 9am")
    assert "book_slot" in tools
    assert len(calls) <= WITH_A_BOOKING, listed(calls)


def test_an_appointment_ahead_costs_one_more_call_however_often_it_is_looked_at(
    linda: Linda, counting: CountingStore
) -> None:
    texted(linda, counting, BOOK, "no thanks")
    calls, tools = texted(linda, counting, "book iphone 12 battery thursday 9am")
    assert "book_slot" in tools
    assert len(calls) <= WITH_A_BOOKING + 1, listed(calls)
    assert len(calls) == len(set(calls)), listed(calls)


def test_a_move_looks_at_its_booking_and_at_its_day_once(linda: Linda, counting: CountingStore) -> None:
    texted(linda, counting, BOOK, "no thanks")
    calls, tools = texted(linda, counting, "can you move it to 3pm")
    assert "move_booking" in tools
    assert len(calls) <= WITH_A_BOOKING + 1, listed(calls)


def test_a_turn_that_asks_the_model_takes_two_more_calls_for_the_days_money(counting: CountingStore) -> None:
    model = ScriptedModel(Say("Sure."), Say("Sure."), usage=Usage("scripted", calls=1, cost_micros=40))
    with open_shop("2026-02-10T10:07", store=counting, model=model) as linda:
        calls, _ = texted(linda, counting, "hello there", "thanks")
    assert len(calls) <= WITHOUT_TOOLS + 2, listed(calls)


def test_a_repeat_is_answered_with_three_calls(linda: Linda, counting: CountingStore) -> None:
    first = linda.engine.answer(a_text("SM1", BOOK))
    clock_of(linda).advance(timedelta(minutes=1))
    counting.taken()
    again = linda.engine.answer(a_text("SM1", BOOK))
    calls = counting.taken()
    assert (again.texts, again.repeated) == (first.texts, True)
    assert len(calls) <= A_REPEAT, listed(calls)
