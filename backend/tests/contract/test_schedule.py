"""The calendar on every store: each five minutes of a bench have one owner, a booking is there whole or not at all."""

from dataclasses import replace
from datetime import date

import pytest

from linda.domain.errors import Conflict, Refused
from linda.records.schedule import Booking, Schedule, block, book, hold, move, release, taken
from linda.records.store import Put, Store
from linda.records.tables import SCHEDULE
from tests.calendar_entries import DAY, NOW, a_booking, a_claim

TODAY = date.fromisoformat(DAY)
MINUTE_MS = 60_000


def owners(store: Store, day: str = DAY) -> dict[int, str]:
    return {row["slot"] // 10: row["owner"] for row in store.query(SCHEDULE, day)}


def make(store: Store, *bookings: Booking, now: int = NOW) -> None:
    for booking in bookings:
        store.transact(*book(booking, now))


def test_a_booking_owns_each_of_its_cells_and_is_found_by_its_reference(store: Store) -> None:
    booking = a_booking(starts=600, minutes=45)
    make(store, booking)
    assert owners(store) == dict.fromkeys(range(600, 645, 5), booking.booking_id)
    assert Schedule(store).find(booking.reference) == booking
    assert Schedule(store).bookings(TODAY) == [booking]


def test_a_day_lists_its_bookings_by_time_and_nothing_else(store: Store) -> None:
    late, early = a_booking("late", starts=900), a_booking("early", starts=540)
    make(store, late, early)
    store.transact(*hold(a_claim(minute=720), NOW, NOW + 1))
    assert Schedule(store).bookings(TODAY) == [early, late]
    assert Schedule(store).bookings(date(2026, 2, 11)) == []


@pytest.mark.parametrize("starts", [560, 600, 640])
def test_two_bookings_never_share_a_cell(store: Store, starts: int) -> None:
    make(store, a_booking("one", starts=600))
    with pytest.raises(Conflict):
        make(store, a_booking("two", starts=starts))
    assert set(owners(store).values()) == {"book_one"}


def test_bookings_may_touch_and_another_bench_is_another_place(store: Store) -> None:
    make(store, a_booking("one", starts=600), a_booking("before", starts=555), a_booking("after", starts=645))
    make(store, a_booking("other bench", starts=600, bench=1))
    assert len(Schedule(store).bookings(TODAY)) == 4


def test_the_same_booking_again_is_no_conflict_and_one_booking(store: Store) -> None:
    make(store, a_booking(), a_booking())
    assert Schedule(store).bookings(TODAY) == [a_booking()]


def test_a_hold_keeps_others_out_until_it_ends(store: Store) -> None:
    until = NOW + 10 * MINUTE_MS
    store.transact(*hold(a_claim("hold#one"), NOW, until))
    for now in (NOW, until):
        with pytest.raises(Conflict):
            make(store, a_booking(), now=now)
        assert taken(Schedule(store).rows(TODAY), now) == {0: set(range(600, 645, 5))}
    assert taken(Schedule(store).rows(TODAY), until + 1) == {}
    make(store, a_booking(), now=until + 1)
    assert set(owners(store).values()) == {"book_one"}


def test_a_hold_gives_way_to_its_own_customer_only(store: Store) -> None:
    store.transact(*hold(a_claim("hold#one"), NOW, NOW + MINUTE_MS))
    with pytest.raises(Conflict):
        store.transact(*book(a_booking("two"), NOW, may_replace="hold#two"))
    store.transact(*book(a_booking("one"), NOW, may_replace="hold#one"))
    assert set(owners(store).values()) == {"book_one"}


def test_a_hold_can_be_renewed_but_not_laid_over_a_booking(store: Store) -> None:
    store.transact(*hold(a_claim("hold#one"), NOW, NOW + MINUTE_MS))
    store.transact(*hold(a_claim("hold#one"), NOW, NOW + 2 * MINUTE_MS))
    assert taken(Schedule(store).rows(TODAY), NOW + 2 * MINUTE_MS) == {0: set(range(600, 645, 5))}
    make(store, a_booking(starts=700))
    with pytest.raises(Conflict):
        store.transact(*hold(a_claim("hold#one", minute=690), NOW, NOW + MINUTE_MS))
    assert owners(store)[700] == "book_one"


def test_a_block_keeps_everybody_out_and_never_ends_by_itself(store: Store) -> None:
    store.transact(*block(a_claim("block#lunch", minute=720, minutes=60), NOW, "lunch"))
    with pytest.raises(Conflict):
        make(store, a_booking(starts=720), now=NOW + 10**12)
    assert taken(Schedule(store).rows(TODAY), NOW + 10**12) == {0: set(range(720, 780, 5))}


def test_a_released_booking_leaves_nothing(store: Store) -> None:
    make(store, a_booking("one"), a_booking("two", starts=645))
    store.transact(*release(a_booking("one").claim))
    assert set(owners(store).values()) == {"book_two"}
    assert Schedule(store).find(a_booking("one").reference) is None


def test_nobody_releases_what_somebody_else_owns(store: Store) -> None:
    make(store, a_booking("one"))
    with pytest.raises(Conflict):
        store.transact(*release(a_booking("two").claim))
    with pytest.raises(Conflict):
        store.transact(*release(a_booking("one", minutes=50).claim))
    assert len(owners(store)) == 9


@pytest.mark.parametrize("starts", [590, 600, 615, 645, 800])
def test_a_moved_booking_owns_its_new_place_and_nothing_of_the_old(store: Store, starts: int) -> None:
    old = a_booking(starts=600)
    new = replace(old, starts=starts, claim_from=starts)
    make(store, old)
    store.transact(*move(old, new, NOW))
    assert owners(store) == dict.fromkeys(range(starts, starts + 45, 5), "book_one")
    assert Schedule(store).bookings(TODAY) == [new]


def test_a_booking_can_be_moved_to_another_day(store: Store) -> None:
    old = a_booking()
    new = replace(old, day="2026-02-11")
    make(store, old)
    store.transact(*move(old, new, NOW))
    assert owners(store) == {}
    assert Schedule(store).find(new.reference) == new


def test_a_move_to_a_taken_place_changes_nothing(store: Store) -> None:
    old, other = a_booking("one"), a_booking("two", starts=645)
    make(store, old, other)
    with pytest.raises(Conflict):
        store.transact(*move(old, replace(old, starts=630, claim_from=630), NOW))
    assert Schedule(store).bookings(TODAY) == [old, other]


@pytest.mark.parametrize("starts", [600, 615, 800])
def test_a_cancelled_booking_does_not_come_back_by_a_late_move(store: Store, starts: int) -> None:
    old = a_booking()
    make(store, old)
    store.transact(*release(old.claim))
    with pytest.raises(Conflict):
        store.transact(*move(old, replace(old, starts=starts, claim_from=starts), NOW))
    assert owners(store) == {}


def test_a_reference_to_a_place_that_is_somebody_elses_now_finds_nothing(store: Store) -> None:
    gone = a_booking("one")
    make(store, a_booking("two"))
    assert Schedule(store).find(gone.reference) is None
    assert Schedule(store).find({**gone.reference, "slot": 6050, "booking_id": "book_two"}) is None


def test_a_travel_buffer_belongs_to_the_booking(store: Store) -> None:
    visit = replace(a_booking(starts=600), claim_from=570, claim_minutes=105, service_mode="on_site")
    make(store, visit)
    with pytest.raises(Conflict):
        make(store, a_booking("two", starts=540))
    assert Schedule(store).find(visit.reference) == visit


def test_a_whole_day_is_one_booking_but_more_than_a_transaction_is_refused(store: Store) -> None:
    make(store, a_booking(starts=540, minutes=480))
    assert len(owners(store)) == 96
    with pytest.raises(Refused, match="two shorter"):
        book(a_booking(starts=0, minutes=485), NOW)


def test_a_move_that_no_transaction_takes_is_refused(store: Store) -> None:
    old = a_booking(starts=540, minutes=245)
    make(store, old)
    with pytest.raises(Refused, match="two shorter"):
        move(old, replace(old, day="2026-02-11"), NOW)
    assert len(owners(store)) == 49


def test_taken_can_leave_an_owner_aside(store: Store) -> None:
    make(store, a_booking("one"), a_booking("two", starts=645, bench=1))
    rows = Schedule(store).rows(TODAY)
    assert taken(rows, NOW, but_for="book_one") == {1: set(range(645, 690, 5))}


def test_a_row_of_another_kind_is_no_booking(store: Store) -> None:
    store.transact(Put(SCHEDULE, {"day": DAY, "slot": 6000, "kind": "cell", "owner": "book_one"}))
    assert Schedule(store).find(a_booking().reference) is None
