"""Outgoing texts on every store: queued once, in one sender's hands at a time, closed for good."""

from dataclasses import replace

import pytest

from linda.domain.errors import Conflict
from linda.records.inbox import Inbox
from linda.records.outbox import (
    CLAIM_MS,
    LONGEST_PAUSE_MS,
    OutgoingText,
    claim,
    enqueue,
    failed,
    is_outgoing,
    outgoing_key,
    put_back,
    sent,
)
from linda.records.store import Store
from linda.records.tables import INBOX

NOW = 1_000_000
TEXT = OutgoingText(outgoing_key("SM1"), "+19045550142", "Hello!", due_at=NOW, created_at=NOW, about="lead_one")


def stored(store: Store) -> OutgoingText:
    item = store.get(INBOX, {"key": TEXT.key})
    assert item is not None
    return OutgoingText.from_item(item)


def due(store: Store, now: int = 10**15) -> list[str]:
    return [row["key"] for row in Inbox(store).due(now)]


def taken(store: Store, text: OutgoingText = TEXT, now: int = NOW) -> OutgoingText:
    store.transact(claim(text, now))
    return text.claimed(now)


def test_the_same_cause_queues_one_text(store: Store) -> None:
    store.transact(enqueue(TEXT))
    with pytest.raises(Conflict):
        store.transact(enqueue(OutgoingText(outgoing_key("SM1"), "+19045550143", "Other", NOW, NOW)))
    assert stored(store) == TEXT
    assert is_outgoing(TEXT.key)
    assert outgoing_key("SM1", 1) != TEXT.key != outgoing_key("SM2")


def test_a_text_is_due_from_its_time_on(store: Store) -> None:
    store.transact(enqueue(TEXT))
    assert due(store, NOW - 1) == []
    assert due(store, NOW) == [TEXT.key]


def test_of_two_senders_who_read_the_same_row_one_gets_it(store: Store) -> None:
    store.transact(enqueue(TEXT))
    mine = taken(store)
    with pytest.raises(Conflict):
        store.transact(claim(TEXT, NOW))
    assert (
        stored(store)
        == mine
        == OutgoingText(
            TEXT.key, TEXT.to, TEXT.body, NOW + CLAIM_MS, NOW, "lead_one", "sending", attempts=1, tried_at=NOW
        )
    )


def test_a_dead_senders_text_is_anybodys_after_thirty_seconds(store: Store) -> None:
    store.transact(enqueue(TEXT))
    mine = taken(store)
    assert due(store, NOW + CLAIM_MS - 1) == []
    assert due(store, NOW + CLAIM_MS) == [TEXT.key]
    again = taken(store, mine, NOW + CLAIM_MS)
    assert (again.status, again.attempts, again.tried_at) == ("sending", 2, NOW)


def test_a_sent_text_is_closed_for_every_sender(store: Store) -> None:
    store.transact(enqueue(TEXT))
    mine = taken(store)
    store.transact(sent(mine, "SM9", NOW + 1))
    for stale in (TEXT, mine):
        with pytest.raises(Conflict):
            store.transact(claim(stale, NOW + CLAIM_MS))
    assert due(store) == []
    item = store.get(INBOX, {"key": TEXT.key})
    assert item is not None
    assert (item["status"], item["provider_sid"], item["sent_at"]) == ("sent", "SM9", NOW + 1)


def test_a_failed_text_is_closed_with_its_reason(store: Store) -> None:
    store.transact(enqueue(TEXT))
    store.transact(failed(taken(store), "no such number"))
    assert due(store) == []
    item = store.get(INBOX, {"key": TEXT.key})
    assert item is not None
    assert (item["status"], item["reason"]) == ("failed", "no such number")


def test_a_text_put_back_waits_longer_each_time_but_not_for_ever(store: Store) -> None:
    store.transact(enqueue(TEXT))
    text, pauses = TEXT, []
    for _ in range(9):
        now = text.due_at
        store.transact(put_back(taken(store, text, now), "busy", now))
        text = stored(store)
        assert text.status == "queued"
        pauses.append(text.due_at - now)
    assert pauses[:3] == [10_000, 20_000, 40_000]
    assert pauses[-1] == LONGEST_PAUSE_MS


def test_a_sender_that_was_overtaken_can_not_close_or_put_back_the_others_text(store: Store) -> None:
    store.transact(enqueue(TEXT))
    slow = taken(store)
    quick = taken(store, slow, NOW + CLAIM_MS)
    for write in (failed(slow, "timeout"), put_back(slow, "timeout", NOW + CLAIM_MS)):
        with pytest.raises(Conflict):
            store.transact(write)
    assert stored(store) == quick


def test_that_a_text_left_is_a_fact_whoever_says_it(store: Store) -> None:
    store.transact(enqueue(TEXT))
    slow = taken(store)
    taken(store, slow, NOW + CLAIM_MS)
    store.transact(sent(slow, "SM9", NOW + CLAIM_MS + 1))
    assert due(store) == []


def test_a_text_that_is_a_secret_leaves_nothing_when_it_has_left_or_failed(store: Store) -> None:
    for number in range(2):
        secret = replace(TEXT, key=outgoing_key("code", number), secret_until=NOW + 600_000)
        store.transact(enqueue(secret))
        claimed = taken(store, secret)
        store.transact(failed(claimed, "too late") if number else sent(claimed, "SM9", NOW))
        row = store.get(INBOX, {"key": secret.key})
        assert row is not None
        assert row["body"] == ""
        assert row["expires_at"] * 1000 >= secret.secret_until


def test_what_is_no_secret_is_kept(store: Store) -> None:
    store.transact(enqueue(TEXT))
    store.transact(sent(taken(store), "SM9", NOW))
    row = store.get(INBOX, {"key": TEXT.key})
    assert row is not None
    assert (row["body"], row.get("expires_at")) == ("Hello!", None)
