"""What the tools note and hand on, on every store, and what one turn may do at most."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from linda.conversation.facts import Facts
from linda.conversation.session import Session
from linda.conversation.toolbox import LOOKS, MAX_CALLS, Status
from linda.conversation.tools.hand_over import HandToOwner, HandToOwnerArguments
from linda.domain.errors import Conflict, LeaseLost
from linda.records.outbox import OutgoingText, is_outgoing
from linda.records.store import Store
from tests.house import OWNER
from tests.tool_desk import AT_TEN, NOW, SCREEN, TOMORROW, ToolDesk, data, open_desk, refusal


@pytest.fixture
def desk(store: Store) -> ToolDesk:
    return open_desk(store)


def texts_to_owner(desk: ToolDesk) -> list[OutgoingText]:
    rows = desk.records.inbox.due(2**50)
    return [OutgoingText.from_item(row) for row in rows if is_outgoing(row["key"])]


def test_an_add_on_is_noted_once_with_its_price(desk: ToolDesk) -> None:
    offered = data(desk.call("log_upsell", item="screen_protector", accepted=None))
    assert (offered["price_cents"], offered["accepted"]) == (1500, None)
    desk.call("log_upsell", item="screen_protector", accepted=True)
    (noted,) = desk.desk.lead.upsells
    assert (noted["item"], noted["accepted"], noted["cents"]) == ("screen_protector", True, 1500)


def test_an_unknown_add_on_is_refused_with_those_there_are(desk: ToolDesk) -> None:
    run = desk.call("log_upsell", item="gold", accepted=True)
    refusal(run)
    assert run.outcome.data["items"] == ["screen_protector", "phone_case"]


def test_facts_are_noted_and_added_to(desk: ToolDesk) -> None:
    desk.call("note_facts", name="  Ann \n Lee ", device="iphone 13", repair_type="screen")
    noted = data(desk.call("note_facts", date=TOMORROW, time="2 PM", service_mode="on_site", address="1 Elm"))
    assert noted["noted"] == {
        "name": "Ann Lee",
        "brand": "iphone",
        "device": "iPhone 13",
        "services": ["iphone_screen"],
        "service_mode": "on_site",
        "day": TOMORROW,
        "time": "14:00:00",
        "address": "1 Elm",
    }
    assert desk.desk.facts.time == time(14)


@pytest.mark.parametrize(
    "arguments",
    [
        {"date": "soon"},
        {"time": "late"},
        {"service_mode": "free"},
        {"repair_type": "iphone_screen", "device": "Galaxy S22"},
        {"repair_type": "battery", "service_mode": "remote"},
    ],
)
def test_facts_that_can_not_be_are_refused_whole(desk: ToolDesk, arguments: dict[str, str]) -> None:
    refusal(desk.call("note_facts", name="Ann", **arguments))
    assert desk.desk.facts == Facts()


def test_no_facts_are_no_change(desk: ToolDesk) -> None:
    assert data(desk.call("note_facts"))["noted"] == {}


def test_the_owner_is_told_once_who_needs_him(desk: ToolDesk) -> None:
    for _ in range(3):
        data(desk.call("hand_to_owner", reason="wants\n a person", urgent=False))
    (text,) = texts_to_owner(desk)
    assert (text.to, text.body) == (OWNER, '(904) 555-0142 needs you: wants a person. ""')
    assert desk.desk.lead.handed_over == "wants a person"


def test_danger_is_told_even_after_a_plain_call_and_only_once(desk: ToolDesk) -> None:
    desk.call("note_facts", name="Ann")
    for urgent in (False, True, True, False):
        data(desk.call("hand_to_owner", reason="swollen battery", urgent=urgent))
    assert sorted(text.body.split()[0] for text in texts_to_owner(desk)) == ["Ann", "URGENT"]


@pytest.mark.parametrize(
    ("hour", "urgent", "due"),
    [
        (8, False, "2026-02-10T08:07"),
        (19, False, "2026-02-10T19:07"),
        (20, False, "2026-02-11T08:00"),
        (3, False, "2026-02-10T08:00"),
        (3, True, "2026-02-10T03:07"),
    ],
)
def test_at_night_only_danger_wakes_the_owner(store: Store, hour: int, urgent: bool, due: str) -> None:
    desk = open_desk(store, now=NOW.replace(hour=hour))
    desk.call("hand_to_owner", reason="", urgent=urgent)
    (text,) = texts_to_owner(desk)
    moment = datetime.fromtimestamp(text.due_at / 1000, NOW.tzinfo)
    assert f"{moment:%Y-%m-%dT%H:%M}" == due
    assert "asked for you" in text.body


def test_reading_writes_nothing(store: Store, desk: ToolDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.call("book_slot", **AT_TEN)

    def write(*writes: object) -> None:
        raise AssertionError(f"a reading tool wrote {writes}")

    monkeypatch.setattr(store, "transact", write)
    for tool, arguments in (
        ("check_availability", {"date": TOMORROW, "time": "10:00"}),
        ("quote_repair", SCREEN),
        ("my_bookings", {}),
    ):
        data(desk.call(tool, **arguments))


def test_two_changes_in_one_round_are_one(desk: ToolDesk) -> None:
    data(desk.tools.call("note_facts", {"name": "Ann"}))
    assert "Only one change at a time" in refusal(desk.tools.call("book_slot", AT_TEN))
    assert desk.bookings() == ()


def test_after_eight_calls_a_turn_has_no_more(desk: ToolDesk) -> None:
    runs = [desk.call("my_bookings") for _ in range(MAX_CALLS + 1)]
    assert [run.outcome.status for run in runs] == [Status.DONE] * MAX_CALLS + [Status.STOPPED]
    assert desk.call("book_slot", **AT_TEN).outcome.status is Status.STOPPED
    desk.tools.begin_fallback()
    data(desk.call("book_slot", **AT_TEN))


def test_a_tool_nobody_knows_is_refused_with_those_there_are(desk: ToolDesk) -> None:
    run = desk.call("set_price", cents=1)
    assert refusal(run) == "There is no tool named 'set_price'."
    assert "book_slot" in run.outcome.data["tools"]


def test_a_call_by_a_turn_that_was_overtaken_changes_nothing(store: Store, desk: ToolDesk) -> None:
    desk.clock.advance(timedelta(seconds=20))
    open_desk(store, now=NOW + timedelta(seconds=20))
    with pytest.raises(LeaseLost):
        desk.call("book_slot", **AT_TEN)
    assert desk.records.schedule.bookings(datetime.fromisoformat(TOMORROW).date()) == []


def test_what_changes_at_every_look_is_given_up_with_a_sentence(
    desk: ToolDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []

    def overtaken(*given: object, **more: object) -> None:
        looked.append(given)
        raise Conflict(0, "the lead")

    monkeypatch.setattr(Session, "write", overtaken)
    run = desk.call("hand_to_owner", reason="help", urgent=False)
    assert refusal(run) == "That changed at the very same moment: look again."
    assert len(looked) == LOOKS


def test_without_an_owners_phone_the_call_is_noted_and_nobody_is_texted(desk: ToolDesk) -> None:
    HandToOwner(replace(desk.desk, owner_phone="")).run(HandToOwnerArguments("help", urgent=False))
    assert (texts_to_owner(desk), desk.desk.lead.handed_over) == ([], "help")
