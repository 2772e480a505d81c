"""Protections that can be switched off one at a time, so that each safety test can be seen failing.

Each function takes a `pytest.MonkeyPatch` and removes the one protection its name and docstring say.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from linda.adapters.dynamo_store import calls, codec, expressions, troubles
from linda.adapters.dynamo_store import engine as dynamo_engine
from linda.adapters.sqlite_store import engine, opening, writing
from linda.adapters.sqlite_store.turnstile import Turnstile
from linda.conversation import acceptance, commit, delivery, desk, session, turn
from linda.conversation.calls import call_ends, unkept_words
from linda.records import calls as records_of_calls
from linda.records import counters, inbox, leads, outbox, schedule
from linda.records.store import Equals, Put, Update


def no_condition_is_checked(patch: pytest.MonkeyPatch) -> None:
    """Every write is carried out, whatever is there."""
    patch.setattr(writing, "holds", lambda condition, item: True)


def writes_are_kept_one_by_one(patch: pytest.MonkeyPatch) -> None:
    """Each write of a transaction is committed by itself."""

    def carry_out(connection: Any, place: int, write: Any) -> None:
        writing.carry_out(connection, place, write)
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")

    patch.setattr(engine, "carry_out", carry_out)


def writers_do_not_queue(patch: pytest.MonkeyPatch) -> None:
    """Threads meet in SQLite itself."""

    @contextmanager
    def passed(self: object, patience_s: float) -> Iterator[None]:
        yield

    patch.setattr(Turnstile, "passed", passed)


def any_file_is_ours(patch: pytest.MonkeyPatch) -> None:
    """Tables are made in whatever file is there."""
    patch.setattr(opening, "_is_new", lambda connection, path: True)


def a_repeated_request_is_a_new_one(patch: pytest.MonkeyPatch) -> None:
    """DynamoDB can't tell a request that it has carried out already."""
    make = calls.Calls.__call__

    def call(self: Any, operation: str, **request: Any) -> Any:
        return make(self, operation, **{name: value for name, value in request.items() if name != "ClientRequestToken"})

    patch.setattr(calls.Calls, "__call__", call)


def only_the_first_page_is_read(patch: pytest.MonkeyPatch) -> None:
    """What DynamoDB keeps for the next page is left there."""

    def pages(self: Any, request: dict[str, Any], limit: int | None) -> Any:
        return [codec.plain_item(each) for each in self._calls("query", **request)["Items"]]

    patch.setattr(dynamo_engine.DynamoStore, "_pages", pages)


def a_conflict_is_for_good(patch: pytest.MonkeyPatch) -> None:
    """Who meets another transaction gives up at once."""
    patch.delitem(troubles._CODES, "TransactionConflict")


def any_failed_write_is_named(patch: pytest.MonkeyPatch) -> None:
    """A failed condition is named, though the write before it was never looked at."""
    patch.setattr(troubles, "_CODES", {})
    patch.setattr(dynamo_engine, "failed_condition", _any_failed_condition)


def an_update_may_create(patch: pytest.MonkeyPatch) -> None:
    """An update does not ask whether the item is there."""
    patch.setattr(expressions.Expressions, "existing", expressions.Expressions.condition)


def nothing_is_too_big_to_be_sent(patch: pytest.MonkeyPatch) -> None:
    """The sizes of names and items are left to DynamoDB."""
    patch.setattr(dynamo_engine, "refuse_oversize", lambda writes: None)


def _any_failed_condition(bad: Any) -> int | None:
    codes = [each["Code"] for each in bad.response.get("CancellationReasons", ())]
    return codes.index("ConditionalCheckFailed") if "ConditionalCheckFailed" in codes else None


def a_message_is_accepted_again(patch: pytest.MonkeyPatch) -> None:
    """A message id that is known is no obstacle."""
    patch.setattr(acceptance, "accept", lambda message, due_at: replace(inbox.accept(message, due_at), condition=None))


def an_accepted_message_is_never_due(patch: pytest.MonkeyPatch) -> None:
    """The sweeper does not hear of accepted messages."""
    patch.setattr(acceptance, "accept", lambda message, due_at: inbox.accept(message, 2**53))


def a_lease_keeps_nobody_out(patch: pytest.MonkeyPatch) -> None:
    """Every worker may take every lease."""
    patch.setattr(leads.Lease, "is_free", lambda self, now_ms: True)


def a_lease_never_ends(patch: pytest.MonkeyPatch) -> None:
    """A dead worker keeps its conversation."""
    patch.setattr(leads.Lease, "is_free", lambda self, now_ms: self.until == 0)


def the_fence_is_ignored(patch: pytest.MonkeyPatch) -> None:
    """A worker that was overtaken reads the new lead and goes on."""

    def refresh(self: Any) -> None:
        self.lead = self._records.leads.get_by_id(self.lead.lead_id)

    patch.setattr(session.Session, "_refresh", refresh)


def the_journal_is_not_kept(patch: pytest.MonkeyPatch) -> None:
    """What a turn has done is not written beside it."""

    def record(self: Any, *given: Any) -> Any:
        _, _, outcome, changes, writes = given
        self.session.write(lambda lead: replace(lead, **changes), *writes)
        return outcome

    patch.setattr(desk.Desk, "record", record)


def a_turn_may_be_begun_for_ever(patch: pytest.MonkeyPatch) -> None:
    """Nobody counts how often a turn was begun."""
    patch.setattr(turn, "MOST_TRIES", 10**6)


def a_reply_covers_any_number_of_texts(patch: pytest.MonkeyPatch) -> None:
    """A burst is not cut to what a transaction holds."""
    patch.setattr(turn, "MOST_COVERED", 10**6)


def answers_are_never_confirmed(patch: pytest.MonkeyPatch) -> None:
    """Nobody asks whether an answer to a webhook arrived."""
    patch.setattr(commit, "finish", lambda *given, **named: inbox.finish(*given, **{**named, "confirm_by": 0}))


def the_carrier_is_not_asked(patch: pytest.MonkeyPatch) -> None:
    """A text of unknown fate is just sent again."""
    patch.setattr(delivery.Delivery, "_sent_before", lambda self, text: None)


def anybody_claims_a_text(patch: pytest.MonkeyPatch) -> None:
    """A text in the hands of one sender, or sent, can be claimed by another."""
    patch.setattr(delivery, "claim", lambda text, now_ms: _unconditional(outbox.claim(text, now_ms)))


def opt_outs_are_forgotten_by_the_outbox(patch: pytest.MonkeyPatch) -> None:
    """What was queued is sent, whatever the customer said since."""
    patch.setattr(delivery.Delivery, "_obstacle", lambda self, text: "")


def a_hold_never_ends(patch: pytest.MonkeyPatch) -> None:
    """An expired hold keeps others out."""
    patch.setattr(schedule, "Below", lambda field, value: Equals(field, -1))


def a_late_move_brings_a_cancelled_booking_back(patch: pytest.MonkeyPatch) -> None:
    """Cells that both places share may be absent."""
    patch.setattr(schedule, "_if_still_ours", lambda put, shared, old: put)


def a_sum_is_counted_blindly(patch: pytest.MonkeyPatch) -> None:
    """Of two who count at once, one is forgotten."""
    add = counters.Counter.add
    patch.setattr(counters.Counter, "add", lambda self, amount: _unconditional(add(self, amount)))


def a_step_of_a_call_is_not_kept(patch: pytest.MonkeyPatch) -> None:
    """A webhook of a call that comes again is answered anew."""
    patch.setattr(records_of_calls.Calls, "step", lambda self, call_sid, name: None)
    patch.setattr(records_of_calls.Calls, "keep_step", lambda self, call_sid, name, step: step)


def a_call_ends_again(patch: pytest.MonkeyPatch) -> None:
    """Each report of an end is taken for the first one."""
    patch.setattr(records_of_calls.CallRecord, "is_over", property(lambda self: False))


def a_missed_call_is_texted_every_time(patch: pytest.MonkeyPatch) -> None:
    """Who calls again is texted again on the same day."""
    patch.setattr(call_ends, "outgoing_key", lambda cause: outbox.outgoing_key(f"{cause}#{next(_NUMBERS)}"))


def words_of_a_call_are_always_kept(patch: pytest.MonkeyPatch) -> None:
    """The owner's wish that no transcript is kept is forgotten."""
    patch.setattr(unkept_words, "words_of", lambda call, most_waits: [])


def the_fallback_waits_for_the_dead(patch: pytest.MonkeyPatch) -> None:
    """The lease of a worker who is gone is waited for while the caller listens."""
    answer = turn.TurnEngine.answer
    patch.setattr(turn.TurnEngine, "answer", lambda self, inbound, **_: answer(self, inbound))


_NUMBERS = count()


def _unconditional(write: Put | Update) -> Put | Update:
    return replace(write, condition=None)
