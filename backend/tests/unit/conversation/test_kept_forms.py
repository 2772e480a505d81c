"""What is kept as JSON comes back as it was: facts, questions, evidence, tool runs; a receipt can be read."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.conversation.brain import Usage
from linda.conversation.evidence import Evidence, joined
from linda.conversation.facts import Facts, Pending, sound
from linda.conversation.receipt import Receipt, run_from_item, run_to_item
from linda.conversation.toolbox import Kind, ToolRun, done, refused, stopped
from linda.conversation.why import why_words
from linda.domain.money import Cents
from tests.house import NOW, the_shop

WORDS = st.text(min_size=1, max_size=20)
WALL_TIMES = st.times().map(lambda at: at.replace(microsecond=0, second=0))
MOMENTS = st.integers(0, 40_000).map(lambda minutes: NOW + timedelta(minutes=minutes))
MAYBE_WORDS = st.none() | WORDS

FACTS = st.builds(
    Facts,
    name=MAYBE_WORDS,
    brand=MAYBE_WORDS,
    device=MAYBE_WORDS,
    quantity=st.integers(1, 9),
    repairs=st.lists(WORDS, max_size=3).map(tuple),
    services=st.lists(WORDS, max_size=3).map(tuple),
    service_mode=st.none() | st.sampled_from(["in_shop", "on_site", "remote"]),
    day=st.none() | st.dates(),
    time=st.none() | WALL_TIMES,
    part=MAYBE_WORDS,
    bound=MAYBE_WORDS,
    latest=st.none() | WALL_TIMES,
    address=MAYBE_WORDS,
)
EVIDENCE = st.builds(
    Evidence,
    prices=st.frozensets(st.integers(0, 10**6).map(Cents), max_size=4),
    moments=st.frozensets(MOMENTS, max_size=4),
    denied=st.frozensets(MOMENTS, max_size=4),
    days=st.frozensets(st.dates(), max_size=4),
    times=st.frozensets(WALL_TIMES, max_size=4),
    percents=st.frozensets(st.integers(0, 100), max_size=4),
    minutes=st.frozensets(st.integers(1, 600), max_size=4),
    counts=st.frozensets(st.integers(0, 40), max_size=4),
)


def through_json(item: object) -> dict[str, Any]:
    back: dict[str, Any] = json.loads(json.dumps(item))
    return back


@given(FACTS)
def test_facts_come_back_as_they_were(facts: Facts) -> None:
    assert Facts.from_item(through_json(facts.to_item())) == facts


def test_unknown_facts_of_another_version_are_left_aside() -> None:
    assert Facts.from_item({"name": "Ann", "shoe_size": 43}) == Facts(name="Ann")


def test_no_facts_are_kept_as_nothing() -> None:
    assert Facts().to_item() == {}


def test_without_when_keeps_everything_else() -> None:
    told = Facts(name="Ann", day=NOW.date(), time=time(14), part="morning", bound="after", latest=time(16))
    assert told.without_when() == Facts(name="Ann")


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        (Facts(services=("iphone_screen", "gone")), Facts(services=("iphone_screen",))),
        (Facts(services=("battery",), service_mode="remote"), Facts(services=("battery",))),
        (Facts(services=("remote_diagnostic",), service_mode="on_site"), Facts(services=("remote_diagnostic",))),
        (Facts(services=("battery",), service_mode="on_site"), Facts(services=("battery",), service_mode="on_site")),
        (Facts(services=("gone",), service_mode="remote"), Facts(service_mode="remote")),
        (Facts(service_mode="remote"), Facts(service_mode="remote")),
    ],
)
def test_facts_this_shop_can_not_serve_are_dropped(facts: Facts, kept: Facts) -> None:
    assert sound(facts, the_shop()) == kept


@pytest.mark.parametrize("pending", [Pending("job"), Pending("slot", {"slots": ["2026-02-11T10:00:00-05:00"]}), None])
def test_a_question_comes_back_as_it_was(pending: Pending | None) -> None:
    assert Pending.from_item(through_json(pending.to_item()) if pending else None) == pending


@given(EVIDENCE)
def test_evidence_comes_back_as_it_was(evidence: Evidence) -> None:
    assert Evidence.from_item(through_json(evidence.to_item())) == evidence


@given(EVIDENCE, EVIDENCE)
def test_joined_evidence_is_what_either_entitles_to(one: Evidence, other: Evidence) -> None:
    both = joined((one, other))
    assert both == one | other == other | one
    assert both.prices == one.prices | other.prices
    assert both.moments == one.moments | other.moments
    assert joined(()) == Evidence()


RUNS = {
    "done": ToolRun(
        "book_slot",
        {"date": "2026-02-11", "name": None},
        done(Evidence(prices=frozenset({Cents(7900)}), days=frozenset({date(2026, 2, 11)})), booked=True),
        1.5,
        Kind.WRITE,
    ),
    "refused": ToolRun("quote_repair", {}, refused("No.", choices={"a": "$1"}), 0.25),
    "stopped": ToolRun("my_bookings", {}, stopped("Enough.")),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_tool_run_comes_back_as_it_was(name: str) -> None:
    assert run_from_item(through_json(run_to_item(RUNS[name]))) == RUNS[name]


def test_only_a_done_change_has_written() -> None:
    assert [run.wrote for run in RUNS.values()] == [True, False, False]
    assert not replace(RUNS["done"], kind=Kind.READ).wrote


def a_receipt() -> Receipt:
    return Receipt(
        ("SM1",),
        brain="rules",
        usage=Usage("gpt-4o", 2, 1500, 80, 4200),
        tools=list(RUNS.values()),
        rules=["model: timeout after 9.0 s"],
        steps={"think": 12.3456, "check": 1.0},
        segments=2,
        owner_state="Brandon is at the gym until 3:30 PM.",
    )


def test_a_receipt_is_kept_without_fractions() -> None:
    item = a_receipt().to_item()
    assert through_json(item) == item
    assert item["steps_us"] == {"think": 12346, "check": 1000}
    assert [run["us"] for run in item["tools"]] == [1500, 250, 0]


def test_a_receipt_is_read_by_people() -> None:
    assert why_words(a_receipt().to_item()).splitlines() == [
        "why: rules, 2 segment(s), 13.3 ms",
        "  model gpt-4o: 2 call(s), 1500 + 80 tokens, $0.0042",
        "  book_slot(date=2026-02-11): done booked=True",
        "  quote_repair(): refused refused=No., choices={'a': '$1'}",
        "  my_bookings(): stopped stopped=Enough.",
        "  rule: model: timeout after 9.0 s",
        "  owner: Brandon is at the gym until 3:30 PM.",
    ]


def test_without_a_model_the_receipt_names_none_and_without_a_receipt_there_is_nothing_to_say() -> None:
    plain = replace(a_receipt(), usage=Usage(), tools=[], rules=[])
    assert why_words(plain.to_item()).splitlines() == [
        "why: rules, 2 segment(s), 13.3 ms",
        "  owner: Brandon is at the gym until 3:30 PM.",
    ]
    assert why_words(None) == ""


def test_a_moment_keeps_its_offset() -> None:
    evidence = Evidence(moments=frozenset({datetime(2026, 7, 1, 10, tzinfo=NOW.tzinfo)}))
    assert evidence.to_item() == {"moments": ["2026-07-01T10:00:00-04:00"]}
