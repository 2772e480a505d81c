"""Accepted messages and daily sums on every store."""

from dataclasses import replace

import pytest

from linda.domain.errors import Conflict
from linda.records.counters import Counter
from linda.records.inbox import ACCEPTED, DONE, Inbox, Message, accept, confirm, fingerprint, finish, postpone
from linda.records.store import Store

MESSAGE = Message("SM1", "lead_one", "sms", "+19045550142", "+19045550100", "hi \U0001f50b", 1, "abc", accepted_at=100)


def done(store: Store, *, confirm_by: int = 0) -> Message | None:
    store.transact(accept(MESSAGE, 200))
    store.transact(finish("SM1", ("Hello!",), "webhook", now_ms=150, receipt=7, confirm_by=confirm_by))
    return Inbox(store).get("SM1")


def due(store: Store, now: int = 10**9) -> list[str]:
    return [row["key"] for row in Inbox(store).due(now)]


def test_an_accepted_message_comes_back_and_waits_for_an_answer(store: Store) -> None:
    store.transact(accept(MESSAGE, 200))
    assert Inbox(store).get("SM1") == MESSAGE
    assert not MESSAGE.is_done
    assert Inbox(store).get("SM2") is None


def test_a_message_is_accepted_once(store: Store) -> None:
    store.transact(accept(MESSAGE, 200))
    with pytest.raises(Conflict):
        store.transact(accept(replace(MESSAGE, text="something else"), 200))
    assert Inbox(store).get("SM1") == MESSAGE


def test_an_answer_is_stored_once(store: Store) -> None:
    answered = replace(MESSAGE, status=DONE, reply=("Hello!",), delivery="webhook", answered_at=150, receipt=7)
    assert done(store) == answered
    with pytest.raises(Conflict):
        store.transact(finish("SM1", ("Again!",), "webhook", now_ms=160, receipt=8, confirm_by=0))
    assert Inbox(store).get("SM1") == answered


def test_nothing_that_was_never_accepted_is_finished(store: Store) -> None:
    with pytest.raises(Conflict):
        store.transact(finish("SM1", ("Hello!",), "webhook", now_ms=150, receipt=7, confirm_by=0))
    assert Inbox(store).get("SM1") is None


def test_an_unanswered_message_is_due_from_its_time_on(store: Store) -> None:
    store.transact(accept(MESSAGE, 200))
    assert due(store, 199) == []
    assert due(store, 200) == ["msg#SM1"]
    assert Inbox(store).waiting() == 1


def test_an_answered_message_is_due_only_for_its_confirmation(store: Store) -> None:
    done(store, confirm_by=300)
    assert due(store, 299) == []
    assert due(store, 300) == ["msg#SM1"]
    store.transact(confirm("SM1"))
    assert due(store) == []
    assert Inbox(store).waiting() == 0


def test_a_message_that_needs_no_confirmation_is_never_due_again(store: Store) -> None:
    done(store)
    assert due(store) == []


def test_an_unanswered_message_can_not_be_confirmed_away(store: Store) -> None:
    store.transact(accept(MESSAGE, 200))
    with pytest.raises(Conflict):
        store.transact(confirm("SM1"))
    assert due(store) == ["msg#SM1"]


def test_of_two_who_postpone_a_row_one_succeeds(store: Store) -> None:
    store.transact(accept(MESSAGE, 200))
    store.transact(postpone("msg#SM1", 200, 500))
    with pytest.raises(Conflict):
        store.transact(postpone("msg#SM1", 200, 500))
    assert due(store, 499) == []
    assert due(store, 500) == ["msg#SM1"]
    found = Inbox(store).get("SM1")
    assert found is not None
    assert found.status == ACCEPTED


def test_due_rows_come_oldest_first_and_no_more_than_asked_for(store: Store) -> None:
    for number in (3, 1, 2):
        store.transact(accept(replace(MESSAGE, sid=f"SM{number}"), 100 + number))
    assert due(store) == ["msg#SM1", "msg#SM2", "msg#SM3"]
    assert [row["key"] for row in Inbox(store).due(10**9, limit=2)] == ["msg#SM1", "msg#SM2"]


def test_fingerprints_tell_what_came_apart() -> None:
    prints = {fingerprint(*parts) for parts in (["a", "b"], ["ab"], ["a", "b", ""], ["b", "a"], ["a", "\ud800"])}
    assert len(prints) == 5
    assert fingerprint("a", "b") == fingerprint("a", "b")


def test_a_sum_counts_by_day_and_name(store: Store) -> None:
    today = Counter(store, "discount", "2026-02-10")
    assert today.value() == 0
    store.transact(today.add(500))
    store.transact(today.add(-200))
    assert today.value() == 300
    assert Counter(store, "discount", "2026-02-11").value() == Counter(store, "model", "2026-02-10").value() == 0


@pytest.mark.parametrize("before", [0, 1])
def test_two_who_count_at_once_do_not_lose_a_sum(store: Store, before: int) -> None:
    counter = Counter(store, "discount", "2026-02-10")
    for _ in range(before):
        store.transact(counter.add(100))
    first, second = counter.add(10), counter.add(10)
    store.transact(first)
    with pytest.raises(Conflict):
        store.transact(second)
    assert counter.value() == before * 100 + 10
