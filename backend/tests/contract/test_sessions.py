"""Sessions on every store: found by a cookie that is not kept, ended by the clock and not by the row's removal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from linda.domain.errors import Conflict, Refused
from linda.domain.sign_in import HALFWAY_MS, IDLE_MS, LONGEST_MS, SEEN_EVERY_MS, Lacks
from linda.records.sessions import KEY, MOST_SESSIONS, Session, Sessions
from linda.records.store import Absent, Check, Put, Store, Write
from linda.records.tables import INBOX
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.counting_store import CountingStore
from tests.together import at_once

START = datetime(2026, 2, 10, 15, tzinfo=UTC)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(START)


@pytest.fixture
def sessions(store: Store, clock: FakeClock) -> Sessions:
    return Sessions(store, clock)


def passes(clock: FakeClock, milliseconds: int) -> None:
    clock.advance(timedelta(milliseconds=milliseconds))


def ids(sessions: Sessions) -> list[str]:
    return [each.session_id for each in sessions.running()]


def test_a_session_is_found_by_its_cookie_and_by_nothing_else(sessions: Sessions) -> None:
    token, opened = sessions.open("Chrome on Android")
    assert sessions.find(token) == opened
    for other in ("", token[:-1], token + "x", token.swapcase(), opened.digest, opened.session_id, "\udc80"):
        assert sessions.find(other) is None


def test_neither_cookie_nor_csrf_is_in_the_store(sessions: Sessions, store: Store) -> None:
    token, opened = sessions.open("Chrome on Android")
    row = str(store.get(INBOX, KEY))
    assert opened.digest in row
    assert token not in row
    assert opened.csrf
    assert opened.csrf not in row
    assert opened.csrf not in repr(opened)


def test_each_cookie_has_a_csrf_word_of_its_own(sessions: Sessions) -> None:
    assert sessions.open("a")[1].csrf != sessions.open("b")[1].csrf


def test_a_session_that_nobody_uses_ends_after_a_week(sessions: Sessions, clock: FakeClock) -> None:
    token, _ = sessions.open("Chrome on Android")
    passes(clock, IDLE_MS - 1)
    assert sessions.find(token)
    passes(clock, IDLE_MS - 1)
    assert sessions.find(token), "it was seen a week ago"
    passes(clock, IDLE_MS)
    assert sessions.find(token) is None
    assert sessions.running() == []


def test_a_session_ends_after_a_month_however_often_it_is_used(sessions: Sessions, clock: FakeClock) -> None:
    token, _ = sessions.open("Chrome on Android")
    while clock.now() < START + timedelta(milliseconds=LONGEST_MS - SEEN_EVERY_MS):
        assert sessions.find(token)
        passes(clock, IDLE_MS // 2)
    clock.set(START + timedelta(milliseconds=LONGEST_MS - 1))
    assert sessions.find(token)
    passes(clock, 1)
    assert sessions.find(token) is None


def test_a_sign_in_that_is_not_finished_ends_in_a_quarter_of_an_hour(sessions: Sessions, clock: FakeClock) -> None:
    token, _ = sessions.open("Chrome on Android", lacks=Lacks.SECOND_FACTOR)
    passes(clock, HALFWAY_MS - 1)
    assert sessions.find(token)
    passes(clock, 1)
    assert sessions.find(token) is None


def test_that_a_session_was_seen_is_written_every_five_minutes_and_not_more_often(clock: FakeClock) -> None:
    store = CountingStore(MemoryStore())
    sessions = Sessions(store, clock)
    token, opened = sessions.open("Chrome on Android")
    store.taken()
    for _ in range(10):
        sessions.find(token)
        passes(clock, SEEN_EVERY_MS // 10 - 1)
    assert [each.split()[0] for each in store.taken()] == ["get"] * 10
    passes(clock, 10)
    found = sessions.find(token)
    assert [each.split()[0] for each in store.taken()] == ["get", "transact"]
    assert found == opened, "what was found is the session as it was"
    assert sessions.running()[0].seen_at == opened.opened_at + SEEN_EVERY_MS


def test_a_note_that_somebody_was_seen_brings_nothing_back_that_ended_meanwhile(clock: FakeClock) -> None:
    store = CountingStore(MemoryStore())
    sessions = Sessions(store, clock)
    token, _ = sessions.open("Chrome on Android")
    passes(clock, SEEN_EVERY_MS)
    store.before = {2: sessions.end_all}
    assert sessions.find(token), "this once, it was there when it was looked for"
    assert sessions.find(token) is None


def test_a_session_that_may_do_more_has_another_cookie_and_the_old_one_is_worth_nothing(sessions: Sessions) -> None:
    old, opened = sessions.open("Chrome on Android", lacks=Lacks.ENROLMENT)
    new, risen = sessions.rise(replace(opened, lacks=""))
    assert sessions.find(old) is None
    assert sessions.find(new) == risen
    assert (risen.session_id, risen.lacks) == (opened.session_id, "")
    assert {old, opened.csrf, opened.digest}.isdisjoint({new, risen.csrf, risen.digest})


def test_a_session_rises_once(sessions: Sessions) -> None:
    _, opened = sessions.open("Chrome on Android", lacks=Lacks.ENROLMENT)
    outcomes = at_once(8, lambda _: sessions.rise(opened), (Refused, Conflict))
    assert outcomes.count(None) == 7
    assert len(sessions.running()) == 1


def test_what_has_ended_does_not_rise(sessions: Sessions, clock: FakeClock) -> None:
    _, opened = sessions.open("Chrome on Android", lacks=Lacks.ENROLMENT)
    passes(clock, HALFWAY_MS)
    with pytest.raises(Refused):
        sessions.rise(opened)
    assert sessions.running() == []


def test_one_that_rises_alone_ends_all_others(sessions: Sessions) -> None:
    other, _ = sessions.open("Firefox on Windows")
    _, opened = sessions.open("Chrome on Android")
    sessions.rise(opened, alone=True)
    assert ids(sessions) == [opened.session_id]
    assert sessions.find(other) is None


def test_a_new_session_takes_the_place_of_the_one_it_is_opened_from(sessions: Sessions) -> None:
    old, before = sessions.open("Chrome on Android")
    _, after = sessions.open("Chrome on Android", closes=before.session_id)
    assert sessions.find(old) is None
    assert ids(sessions) == [after.session_id]


def test_a_session_is_ended_by_its_id_and_the_others_stay(sessions: Sessions, clock: FakeClock) -> None:
    gone, ended = sessions.open("Chrome on Android")
    passes(clock, 1)
    stays, other = sessions.open("Firefox on Windows")
    assert ids(sessions) == [other.session_id, ended.session_id], "the one seen last comes first"
    found = sessions.end(ended.session_id)
    assert found is not None
    assert found.device == "Chrome on Android"
    assert sessions.end(ended.session_id) is None
    assert sessions.find(gone) is None
    assert sessions.find(stays)


def test_all_end_at_once(sessions: Sessions) -> None:
    tokens = [sessions.open("Chrome on Android")[0] for _ in range(3)]
    sessions.end_all()
    assert [sessions.find(each) for each in tokens] == [None] * 3
    sessions.end_all()


def test_sessions_opened_at_once_are_all_there(sessions: Sessions) -> None:
    opened = at_once(4, lambda number: sessions.open(f"Browser {number}"), ())
    assert [sessions.find(each[0]) for each in opened if each] == [each[1] for each in opened if each]


def test_of_too_many_the_oldest_ends(sessions: Sessions) -> None:
    tokens = [sessions.open("Chrome on Android")[0] for _ in range(MOST_SESSIONS + 1)]
    assert sessions.find(tokens[0]) is None
    assert len(sessions.running()) == MOST_SESSIONS
    assert sessions.find(tokens[-1])


def test_nothing_is_opened_when_what_goes_with_it_does_not_hold(sessions: Sessions, store: Store) -> None:
    store.transact(Put(INBOX, {"key": "taken"}))
    with pytest.raises(Conflict):
        sessions.open("Chrome on Android", also=(Check(INBOX, {"key": "taken"}, Absent()),))
    assert sessions.running() == []


def test_a_row_that_is_never_left_alone_is_given_up(clock: FakeClock) -> None:
    class Restless(MemoryStore):
        def transact(self, *writes: Write) -> None:
            super().transact(Put(INBOX, {**KEY, "stamp": str(id(writes)), "sessions": []}))
            super().transact(*writes)

    with pytest.raises(Conflict):
        Sessions(Restless(), clock).open("Chrome on Android")


def test_the_row_goes_when_the_last_session_has_ended(sessions: Sessions, store: Store) -> None:
    sessions.open("Chrome on Android")
    row = store.get(INBOX, KEY)
    assert row is not None
    assert 0 <= row["expires_at"] - (START.timestamp() + IDLE_MS / 1000) <= 1


@pytest.mark.parametrize(
    ("lacks", "put_off", "local", "needs"),
    [
        ("", False, False, ""),
        ("", True, True, ""),
        ("", True, False, Lacks.ENROLMENT),
        (Lacks.SECOND_FACTOR, False, True, Lacks.SECOND_FACTOR),
        (Lacks.ENROLMENT, False, False, Lacks.ENROLMENT),
    ],
)
def test_what_was_put_off_on_this_machine_is_needed_with_a_real_number(
    lacks: str, put_off: bool, local: bool, needs: str
) -> None:
    session = Session("id", "digest", "Chrome on Android", 0, 0, lacks, put_off)
    assert session.needs(local=local) == needs
