"""What is decided before any brain: opt-outs, loops, silence."""

from dataclasses import replace
from datetime import timedelta

import pytest

from linda.conversation.screening import LOOP_AFTER, Ruling, screen
from linda.domain.owner_state import OwnerState
from linda.records.leads import Lead
from tests.house import CUSTOMER, NOW, the_shop

NOW_MS = round(NOW.timestamp() * 1000)
LEAD = Lead("lead_1", CUSTOMER, version=1)
OUT = replace(LEAD, opted_out_at=NOW_MS - 1)


def ruling(*texts: str, lead: Lead = LEAD, state: OwnerState | None = None) -> Ruling | None:
    return screen(the_shop(), state or OwnerState(), lead, texts, NOW_MS)


def said(*texts: str, ago: timedelta = timedelta(minutes=1), who: str = "customer") -> Lead:
    at = NOW_MS - round(ago.total_seconds() * 1000)
    return replace(LEAD, recent=tuple({"who": who, "text": text, "at": at} for text in texts))


def after(found: Ruling | None, lead: Lead = LEAD) -> Lead:
    assert found is not None
    return found.change(lead)


@pytest.mark.parametrize(
    "text", ["hi", "yes", "start", "how much?", "help", "cancel my appointment", "", "I can't stop laughing"]
)
def test_an_everyday_text_goes_to_a_brain(text: str) -> None:
    assert ruling(text) is None


@pytest.mark.parametrize("text", ["STOP", "stop", " Unsubscribe ", "CANCEL", "END", "quit"])
def test_a_keyword_is_noted_in_silence_because_the_carrier_confirms(text: str) -> None:
    found = ruling(text)
    assert found is not None
    assert (found.reply, after(found).opted_out_at) == ("", NOW_MS)


def test_a_plain_stop_is_confirmed_once() -> None:
    found = ruling("please stop texting me")
    assert found is not None
    assert found.reply == (
        "Okay, no more texts from EmperorLinda Cell Phone Repairs. Text START if you change your mind."
    )
    again = ruling("please stop texting me", lead=after(found))
    assert again is not None
    assert again.reply == ""


@pytest.mark.parametrize("burst", [("STOP", "hello?"), ("stop texting me", "sorry wrong number"), ("hi", "STOP", "??")])
def test_a_stop_counts_wherever_it_stands_in_a_burst(burst: tuple[str, ...]) -> None:
    assert after(ruling(*burst)).opted_out_at == NOW_MS


def test_the_last_wish_of_a_burst_counts() -> None:
    assert after(ruling("STOP", "START")).opted_out_at == 0
    assert after(ruling("START", "STOP", lead=OUT), OUT).opted_out_at == NOW_MS


@pytest.mark.parametrize("text", ["hello", "how much is a screen?", "book me tomorrow", "HELP"])
def test_who_opted_out_gets_silence_whatever_he_writes(text: str) -> None:
    found = ruling(text, lead=OUT)
    assert found is not None
    assert (found.reply, after(found, OUT)) == ("", OUT)


@pytest.mark.parametrize("text", ["START", "yes", "unstop"])
def test_who_opted_out_comes_back_by_the_carriers_words(text: str) -> None:
    found = ruling(text, lead=OUT)
    assert found is not None
    assert found.reply == "You're back on with EmperorLinda Cell Phone Repairs. What can I help you with?"
    assert after(found, OUT).opted_out_at == 0


def test_while_the_owner_talks_himself_nothing_is_said() -> None:
    taken = replace(LEAD, taken_over_until=NOW_MS + 1)
    found = ruling("hi", lead=taken)
    assert found is not None
    assert (found.rule, found.reply) == ("the owner is talking to this customer himself", "")
    assert ruling("hi", lead=replace(taken, taken_over_until=NOW_MS)) is None


def test_with_text_answers_switched_off_nothing_is_said_but_a_stop_is_heard() -> None:
    off = replace(OwnerState(), answers_texts=False)
    found = ruling("hi", state=off)
    assert found is not None
    assert (found.rule, found.reply) == ("the owner switched text answers off", "")
    assert after(ruling("STOP", state=off)).opted_out_at == NOW_MS


def test_the_same_text_is_answered_three_times_and_then_no_more() -> None:
    for before in range(LOOP_AFTER):
        assert ruling("I am out of office.", lead=said(*["I am out of office."] * before)) is None
    found = ruling(" i am OUT  of office.", lead=said(*["I am out of office."] * LOOP_AFTER))
    assert found is not None
    assert (found.rule, found.reply) == ("the same text again and again: probably an automatic reply", "")


def test_a_burst_of_the_same_is_a_loop_too() -> None:
    assert ruling(*["auto reply"] * (LOOP_AFTER + 1)) is not None


@pytest.mark.parametrize(
    "lead",
    [
        said("auto", "auto", "something else"),
        said("auto", "auto", "auto", ago=timedelta(minutes=31)),
        said("auto", "auto", "auto", who="linda"),
    ],
    ids=["another text between", "long ago", "our own lines"],
)
def test_what_only_looks_like_a_loop_is_answered(lead: Lead) -> None:
    assert ruling("auto", lead=lead) is None
