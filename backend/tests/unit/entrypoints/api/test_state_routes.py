"""The owner's state over HTTP: seen, changed over the version that was seen, looked back on."""

from datetime import UTC, datetime
from typing import Any

import pytest

from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.records.owner_states import OwnerStates
from linda.records.store import Store, Write
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.owner_program import Answer, OwnerProgram, open_api

GYM = {"mode": "GYM", "until": "2026-02-10T15:30"}


def put(program: OwnerProgram, version: int, **state: Any) -> Answer:
    return program.send("PUT", "/api/state", {"version": version, "state": state})


def test_at_first_the_owner_works() -> None:
    with open_api() as program:
        answer = program.send("GET", "/api/state")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert (answer.body["version"], answer.body["state"]["mode"], answer.body["set_at"]) == (0, "WORK", None)
    assert answer.body["says"] == "Brandon is at the shop."


def test_a_change_is_in_force_at_once_and_ends_by_itself() -> None:
    with open_api() as program:
        changed = put(program, 0, **GYM)
        openings = program.send("GET", "/api/openings", query="date=2026-02-10").body["openings"]
        seen = program.send("GET", "/api/state")
    with open_api("2026-02-10T15:31", store=program.linda.records.store) as later:
        over = later.send("GET", "/api/state").body
    assert (changed.status, changed.body["says"]) == (200, "Brandon is at the gym until 3:30 PM.")
    assert changed.body["state"]["until"] == "2026-02-10T15:30:00-05:00"
    assert (changed.body["set_by"], changed.body["set_at"]) == ("api", "2026-02-10T10:00:00-05:00")
    assert seen.body == changed.body
    assert openings[0] == "2026-02-10T15:30:00-05:00"
    assert (over["state"]["mode"], over["state"]["until"], over["version"]) == ("WORK", None, 1)


def test_what_was_read_can_be_written_back() -> None:
    with open_api() as program:
        put(program, 0, **GYM, bulletin="20% off screens", persona="hustler", max_discount_percent=20)
        seen = program.send("GET", "/api/state").body
        again = put(program, seen["version"], **seen["state"])
    assert (again.status, again.body["version"], again.body["state"]) == (200, 2, seen["state"])


def test_what_is_left_out_stays_and_what_belongs_to_the_mode_goes_with_it() -> None:
    with open_api() as program:
        put(program, 0, mode="CUSTOM", note="at the bank", bulletin="Cash only", greeting="Yo", answers_texts=False)
        state = put(program, 1, mode="BREAK").body["state"]
    assert (state["mode"], state["note"], state["until"]) == ("BREAK", "", None)
    assert (state["bulletin"], state["greeting"], state["answers_texts"]) == ("Cash only", "Yo", False)


def test_null_gives_a_setting_back_to_the_shop() -> None:
    with open_api() as program:
        put(program, 0, mode="WORK", greeting="Yo", max_discount_percent=5)
        state = put(program, 1, mode="WORK", greeting=None).body["state"]
    assert (state["greeting"], state["max_discount_percent"]) == (None, 5)


@pytest.mark.parametrize("version", [0, 2, 7])
def test_a_change_over_another_version_is_refused_and_shows_the_current_one(version: int) -> None:
    with open_api() as program:
        current = put(program, 0, **GYM).body
        stale = put(program, version, mode="CLOSED")
        after = program.send("GET", "/api/state").body
    assert (stale.status, stale.headers["content-type"]) == (409, "application/problem+json")
    assert (stale.body["title"], stale.body["current"]) == ("Conflict", current)
    assert after == current


class RivalStore(MemoryStore):
    """Lets somebody else change the state just before the first write."""

    def __init__(self) -> None:
        super().__init__()
        self.waits = True

    def transact(self, *writes: Write) -> None:
        if self.waits:
            self.waits = False
            open_states(self).change(OwnerState(mode=Mode.BREAK), by="text")
        super().transact(*writes)


def open_states(store: Store) -> OwnerStates:
    return OwnerStates(store, FakeClock(datetime(2026, 2, 10, 15, tzinfo=UTC)))


def test_of_two_who_saw_the_same_version_one_is_refused() -> None:
    with open_api(store=RivalStore()) as program:
        late = put(program, 0, **GYM)
    assert (late.status, late.body["current"]["state"]["mode"]) == (409, "BREAK")


WRONG: list[tuple[Any, str]] = [
    ({"version": 0, "state": {"mode": "NAP"}}, "body.state.mode"),
    ({"version": 0, "state": {"mode": "GYM", "untill": "2026-02-10T15:30"}}, "body.state.untill"),
    ({"version": "0", "state": GYM}, "body.version"),
    ({"version": True, "state": GYM}, "body.version"),
    ({"state": GYM}, "body.version"),
    ({"version": 0}, "body.state"),
    ({"version": 0, "state": {"mode": "GYM", "until": "later"}}, "body.state.until"),
    ({"version": 0, "state": {"mode": "GYM", "until": "2026-02-10T09:00"}}, "until: must lie ahead"),
    ({"version": 0, "state": {"mode": "GYM", "note": "two\nlines"}}, "note: must be one line"),
    ({"version": 0, "state": {"mode": "GYM", "note": "\udc80"}}, "note: must be one line"),
    ({"version": 0, "state": {"mode": "GYM", "bulletin": None}}, "body.state.bulletin"),
    ({"version": 0, "state": {"mode": "GYM", "max_discount_percent": 101}}, "max_discount_percent: must be"),
    ({"version": 0, "state": {"mode": "GYM", "max_discount_percent": "10"}}, "body.state.max_discount_percent"),
    ({"version": 0, "state": {"mode": "GYM", "answers_texts": 1}}, "body.state.answers_texts"),
    ([], "body"),
    ("GYM", "body"),
    (b"", "body"),
    (b"{nope", "JSON decode error"),
    (b"\xff", "not UTF-8"),
    (b"[" * 100_000, "nested too deeply"),
]


@pytest.mark.parametrize(("body", "says"), WRONG, ids=str)
def test_what_can_not_be_a_change_is_named_and_changes_nothing(body: Any, says: str) -> None:
    with open_api() as program:
        answer = program.send("PUT", "/api/state", body)
        assert program.linda.records.states.current(fresh=True).version == 0
    assert (answer.status, answer.headers["content-type"]) == (422, "application/problem+json")
    assert says in answer.body["detail"]


def test_history_tells_the_latest_changes_first() -> None:
    with open_api() as program:
        put(program, 0, **GYM)
        put(program, 1, mode="CLOSED")
        everything = program.send("GET", "/api/state/history").body["changes"]
        latest = program.send("GET", "/api/state/history", query="limit=1").body["changes"]
        wrong = [program.send("GET", "/api/state/history", query=f"limit={n}").status for n in ("0", "51", "many")]
    assert [(each["version"], each["state"]["mode"]) for each in everything] == [(2, "CLOSED"), (1, "GYM")]
    assert latest == everything[:1]
    assert wrong == [422, 422, 422]
