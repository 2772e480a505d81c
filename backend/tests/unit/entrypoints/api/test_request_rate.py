"""One address asks so often a minute for what needs no sign-in; others, and whoever is signed in, are not slowed."""

from linda.domain.limits import PUBLIC_REQUESTS
from linda.entrypoints.api.request_rate import MOST_ADDRESSES, RequestRate
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.house import NOW
from tests.shop_desk import clock_of, open_shop


def test_an_address_that_floods_is_told_to_wait_and_no_other_address_is_slowed() -> None:
    with open_shop(store=MemoryStore()) as linda:
        flood, other = Browser(linda, client="198.51.100.1"), Browser(linda, client="198.51.100.2")
        statuses = [flood.send("GET", "/api/public").status for _ in range(PUBLIC_REQUESTS.most + 3)]
        assert statuses == [200] * PUBLIC_REQUESTS.most + [429] * 3
        refused = flood.send("GET", "/api/session")
        assert (refused.status, refused.headers["retry-after"], refused.headers["cache-control"]) == (
            429,
            "60",
            "no-store",
        )
        assert other.send("GET", "/api/public").status == 200
        clock_of(linda).sleep(60)
        assert flood.send("GET", "/api/public").status == 200


def test_a_signed_in_browser_at_the_address_of_a_flood_goes_on() -> None:
    with open_shop(store=MemoryStore()) as linda:
        owner = Browser(linda)
        owner.signs_in()
        while owner.send("GET", "/api/public").status == 200:
            pass
        assert owner.send("GET", "/api/cockpit").status == 200


def test_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    rate = RequestRate(FakeClock(NOW))
    assert [rate.take(f"address {place}") for place in range(MOST_ADDRESSES + 10)] == [0] * (MOST_ADDRESSES + 10)
    assert len(rate._counts) == MOST_ADDRESSES
