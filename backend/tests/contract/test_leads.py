"""Leads on every store: a header that only its reader may replace, and events in order."""

from dataclasses import replace

import pytest

from linda.domain.errors import Conflict
from linda.domain.ids import lead_id
from linda.records.leads import Lead, Leads, Lease
from linda.records.store import Store

PHONE, OTHER = "+19045550142", "+19045550143"


def a_lead(phone: str = PHONE, **changes: object) -> Lead:
    return replace(Lead(lead_id(phone), phone, version=1), **changes)  # type: ignore[arg-type]


FULL = a_lead(
    status="quoted",
    created_at=1,
    last_activity=2,
    last_event=3,
    facts={"device": "iPhone 13", "services": ["iphone_screen"], "quantity": 2},
    pending={"asked": "time", "data": {"day": "2026-02-10"}},
    quote={"price": 7900, "starting_at": True},
    discount={"percent": 10, "cents": 790},
    upsells=({"item": "phone_case", "accepted": None},),
    bookings=({"day": "2026-02-10", "slot": 6000, "booking_id": "book_one"},),
    recent=({"who": "customer", "text": "hi", "at": 1},),
    waiting=({"sid": "SM1", "text": "hi", "at": 1},),
    effects=({"tool": "book_slot", "sids": ["SM1"], "result": {"booked": True}},),
    fence=4,
    leased_until=5,
    tries=1,
    greeted=True,
    unclear=1,
    complained=True,
    handed_over="asked for you",
    opted_out_at=6,
    taken_over_until=7,
)


@pytest.mark.parametrize("lead", [a_lead(), FULL])
def test_a_lead_comes_back_as_it_was_put(store: Store, lead: Lead) -> None:
    leads = Leads(store)
    store.transact(leads.put(lead, 0))
    assert leads.get(PHONE) == leads.get_by_id(lead.lead_id) == lead


def test_nobody_is_nobody(store: Store) -> None:
    assert Leads(store).get(PHONE) is None


def test_only_who_read_the_latest_version_replaces_it(store: Store) -> None:
    leads = Leads(store)
    store.transact(leads.put(a_lead(version=1), 0))
    with pytest.raises(Conflict):
        store.transact(leads.put(a_lead(version=1, status="second first"), 0))
    store.transact(leads.put(a_lead(version=2), 1))
    with pytest.raises(Conflict):
        store.transact(leads.put(a_lead(version=2, status="stale"), 1))
    assert leads.get(PHONE) == a_lead(version=2)


def test_events_come_in_order_without_the_header(store: Store) -> None:
    leads, key = Leads(store), lead_id(PHONE)
    store.transact(leads.put(a_lead(), 0), *(leads.event(key, at, "text_in", text=str(at)) for at in (30, 10, 20)))
    store.transact(leads.event(lead_id(OTHER), 15, "text_in"))
    assert [each["timestamp"] for each in leads.events(key)] == [10, 20, 30]
    assert [each["text"] for each in leads.events(key, limit=2, newest_first=True)] == ["30", "20"]


def test_an_event_never_replaces_another(store: Store) -> None:
    leads, key = Leads(store), lead_id(PHONE)
    store.transact(leads.event(key, 10, "text_in", text="first"))
    with pytest.raises(Conflict):
        store.transact(leads.event(key, 10, "text_in", text="second"))
    assert [each["text"] for each in leads.events(key)] == ["first"]


def test_the_latest_activity_comes_first_and_events_are_no_leads(store: Store) -> None:
    leads = Leads(store)
    for number, phone in enumerate((PHONE, OTHER)):
        store.transact(leads.put(a_lead(phone, last_activity=number), 0), leads.event(lead_id(phone), 9, "reply"))
    assert [each.phone for each in leads.by_activity()] == [OTHER, PHONE]
    assert [each.phone for each in leads.by_activity(limit=1)] == [OTHER]


def test_a_lease_is_free_from_the_moment_it_ends() -> None:
    assert [Lease(1, until=100).is_free(now) for now in (99, 100, 101)] == [False, True, True]
    assert FULL.lease == Lease(4, 5)
