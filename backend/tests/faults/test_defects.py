"""Every safety test is able to fail: under the defect it is there for, it does."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.conversation.calls import Heard
from tests.child_process import run
from tests.contract import (
    test_bursts,
    test_claim_races,
    test_inbox,
    test_schedule,
    test_schedule_machine,
    test_sqlite_file,
    test_sqlite_writers,
    test_store_writes,
    test_sweeper,
    test_turn,
)
from tests.faults import defects, test_killed_calls, test_killed_turns
from tests.faults.one_call_step import CALL
from tests.house import BOOK, BOOKED, CUSTOMER, House
from tests.unit.adapters import test_dynamo_calls, test_dynamo_items
from tests.unit.conversation import test_phone_calls

Defect = Callable[[pytest.MonkeyPatch], None]
Check = Callable[[Path, SqliteStore], None]


def of_house(check: Callable[..., None], *more: object) -> Check:
    return lambda path, store: check(House(store), *more)


def of_store(check: Callable[..., None], *more: object) -> Check:
    return lambda path, store: check(store, *more)


def of_path(check: Callable[..., None], *more: object) -> Check:
    return lambda path, store: check(path / "linda.db", *more)


def alone(check: Callable[..., None], *more: object) -> Check:
    return lambda path, store: check(*more)


def a_short_race(store: SqliteStore) -> None:
    assert [len(each) for each in test_claim_races.race(store, 3)] == [1] * 3


def a_short_run_of_the_calendar(path: Path, store: SqliteStore) -> None:
    test_schedule_machine.check_calendar(lambda folder: SqliteStore(folder / "linda.db"), examples=30, quick=True)


def the_fallback_after_a_death(path: Path, _: SqliteStore) -> None:
    file = path.with_suffix(".db")
    house = House(SqliteStore(file))
    house.calls.begin(CALL)
    run(test_killed_calls.PROGRAM, file, BOOK, "leased")
    assert house.last_calls.heard(CALL, 1, 0, Heard(BOOK)) == test_killed_calls.SAID
    assert house.clock.monotonic() == 0


PAIRS: list[tuple[Defect, Check]] = [
    (defects.no_condition_is_checked, of_store(a_short_race)),
    (defects.no_condition_is_checked, a_short_run_of_the_calendar),
    (defects.no_condition_is_checked, of_store(test_schedule.test_two_bookings_never_share_a_cell, 600)),
    (
        defects.writes_are_kept_one_by_one,
        of_store(test_store_writes.test_one_failed_condition_undoes_all_and_is_named_by_its_place, 3),
    ),
    (defects.writes_are_kept_one_by_one, a_short_run_of_the_calendar),
    (
        defects.writers_do_not_queue,
        of_path(test_sqlite_writers.test_a_thread_that_waits_too_long_is_told_with_the_path),
    ),
    (
        defects.any_file_is_ours,
        of_path(
            test_sqlite_file.test_a_file_that_can_not_be_used_is_named_and_left_as_it_is,
            test_sqlite_file.of_another_program,
            "another program",
        ),
    ),
    (defects.a_repeated_request_is_a_new_one, alone(test_dynamo_calls.test_two_transactions_never_share_a_token)),
    (defects.only_the_first_page_is_read, alone(test_dynamo_calls.test_every_page_is_read_even_an_empty_one)),
    (
        defects.a_conflict_is_for_good,
        alone(
            test_dynamo_calls.test_what_passes_is_asked_again_with_the_same_token_and_longer_pauses,
            *test_dynamo_calls.PASSING["a conflict"],
        ),
    ),
    (
        defects.any_failed_write_is_named,
        alone(test_dynamo_calls.test_a_conflict_that_hid_a_failed_condition_ends_in_the_right_name),
    ),
    (
        defects.an_update_may_create,
        alone(test_dynamo_calls.test_an_update_always_asks_whether_the_item_is_there),
    ),
    (
        defects.nothing_is_too_big_to_be_sent,
        alone(
            test_dynamo_items.test_what_no_retry_can_store_is_refused_by_name_and_never_sent,
            *test_dynamo_items.BEYOND["a name"],
        ),
    ),
    (
        defects.a_message_is_accepted_again,
        of_house(
            test_turn.test_a_used_id_with_other_content_gets_the_stored_answer_and_has_no_effect, "else", CUSTOMER
        ),
    ),
    (
        defects.an_accepted_message_is_never_due,
        of_house(test_sweeper.test_a_text_whose_webhook_died_is_answered_by_a_text_of_our_own_once),
    ),
    (defects.a_lease_keeps_nobody_out, of_house(test_bursts.test_nobody_takes_a_turn_over_before_its_lease_ends)),
    (
        defects.a_lease_never_ends,
        of_house(test_bursts.test_a_dead_workers_turn_is_taken_over_after_its_lease_by_the_next_delivery),
    ),
    (defects.the_fence_is_ignored, of_house(test_bursts.test_a_session_without_its_fence_is_told_so)),
    (
        defects.the_journal_is_not_kept,
        of_house(test_bursts.test_an_effect_of_a_brain_that_died_is_told_and_not_repeated),
    ),
    (
        defects.a_turn_may_be_begun_for_ever,
        of_house(test_sweeper.test_a_message_that_kills_its_process_is_closed_after_three_tries),
    ),
    (
        defects.a_reply_covers_any_number_of_texts,
        of_house(test_bursts.test_a_burst_that_no_transaction_takes_is_answered_in_parts),
    ),
    (
        defects.answers_are_never_confirmed,
        of_house(test_sweeper.test_an_answer_that_never_reached_the_carrier_is_sent_once),
    ),
    (
        defects.the_carrier_is_not_asked,
        of_house(test_sweeper.test_a_text_whose_answer_was_lost_is_looked_up_and_not_sent_again),
    ),
    (defects.anybody_claims_a_text, of_house(test_sweeper.test_two_sweepers_at_once_send_each_text_once)),
    (
        defects.opt_outs_are_forgotten_by_the_outbox,
        of_house(test_sweeper.test_a_text_to_who_opted_out_meanwhile_is_not_sent),
    ),
    (defects.a_hold_never_ends, of_store(test_schedule.test_a_hold_keeps_others_out_until_it_ends)),
    (defects.a_hold_never_ends, a_short_run_of_the_calendar),
    (
        defects.a_late_move_brings_a_cancelled_booking_back,
        of_store(test_schedule.test_a_cancelled_booking_does_not_come_back_by_a_late_move, 600),
    ),
    (
        defects.a_step_of_a_call_is_not_kept,
        alone(test_phone_calls.test_a_step_that_comes_again_is_answered_with_the_same_bytes, test_phone_calls.STEPS[0]),
    ),
    (
        defects.a_call_ends_again,
        alone(test_phone_calls.test_an_end_that_comes_twice_or_is_followed_by_another_is_told_once),
    ),
    (
        defects.a_missed_call_is_texted_every_time,
        alone(test_phone_calls.test_a_caller_is_texted_back_once_a_day_in_the_shops_zone),
    ),
    (
        defects.words_of_a_call_are_always_kept,
        alone(test_phone_calls.test_where_transcripts_are_off_no_row_keeps_a_word_and_a_late_repeat_hangs_up),
    ),
    (defects.the_fallback_waits_for_the_dead, the_fallback_after_a_death),
    (defects.a_sum_is_counted_blindly, of_store(test_inbox.test_two_who_count_at_once_do_not_lose_a_sum, 1)),
]
"""A defect and a check that must notice it."""

IDS = [f"{defect.__name__}-{place}" for place, (defect, _) in enumerate(PAIRS)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "checked").mkdir()
    return tmp_path / "checked"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "linda.db")
    yield opened
    opened.close()


def notices(check: Check, path: Path, store: SqliteStore) -> bool:
    with suppress(Exception, pytest.fail.Exception):
        check(path, store)
        return False
    return True


@pytest.mark.parametrize(("defect", "check"), PAIRS, ids=IDS)
def test_a_safety_test_fails_under_its_defect_and_only_then(
    defect: Defect, check: Check, path: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        defect(patch)
        assert notices(check, path / "broken", store), f"nobody noticed that {defect.__doc__}"
    whole = SqliteStore(path.with_name("whole.db"))
    check(path / "whole", whole)
    whole.close()


KILLS = [(defects.writes_are_kept_one_by_one, "inside 2"), (defects.the_journal_is_not_kept, "after 2")]


@pytest.mark.parametrize(("defect", "point"), KILLS, ids=[point for _, point in KILLS])
def test_a_killed_turn_is_seen_to_be_broken_under_a_defect(tmp_path: Path, defect: Defect, point: str) -> None:
    run(test_killed_turns.PROGRAM, tmp_path / "linda.db", BOOK, point, defect.__name__)
    store = SqliteStore(tmp_path / "linda.db")
    house = House(store)
    whole = test_killed_turns.is_whole(house)
    test_killed_turns.sweep_for(house, minutes=1)
    assert not (whole and house.phone.texts == [(CUSTOMER, BOOKED)])
    store.close()


def test_every_defect_is_noticed_by_a_check() -> None:
    known = {
        each
        for name, each in vars(defects).items()
        if getattr(each, "__module__", "") == defects.__name__ and name[0] != "_"
    }
    assert known == {defect for defect, _ in PAIRS}
