"""One address asks so often a minute for what needs no sign-in; others, and whoever is signed in, are not slowed."""

import pytest

from linda.bootstrap import Linda
from linda.domain.errors import StoreUnavailable
from linda.domain.limits import PUBLIC_REQUESTS
from linda.entrypoints.api.request_rate import MOST_ADDRESSES, RequestRate
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.house import NOW
from tests.shop_desk import OWNER, clock_of, open_shop


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


def flooded(linda: Linda, client: str) -> None:
    """Use up what the address may ask for in a minute."""
    while Browser(linda, client=client).send("GET", "/api/public").status == 200:
        pass


def test_the_owners_pages_go_on_at_the_address_of_a_flood_from_signing_in_to_signing_out() -> None:
    with open_shop(store=MemoryStore()) as linda:
        owner = Browser(linda, client="198.51.100.1")
        owner.enters_code()
        flooded(linda, owner.client)
        assert owner.session()["needs"] == "enrolment"
        owner.turns_on()
        owner.does("DELETE", "/api/session")
        assert owner.enters_code()["signed_in"] is True, "a known device has limits that no stranger touches"


@pytest.mark.parametrize("name", ["__Host-linda", "__Host-linda-device"])
def test_a_made_up_cookie_is_no_way_past_the_limit(name: str) -> None:
    with open_shop(store=MemoryStore()) as linda:
        owner, stranger = Browser(linda), Browser(linda, {name: "made-up"}, client="198.51.100.1")
        owner.enters_code()
        owner.turns_on()
        flooded(linda, stranger.client)
        assert stranger.send("GET", "/api/session").status == 429
        assert stranger.send("POST", "/api/session/code", {"phone": OWNER}).status == 429


def test_all_addresses_of_a_household_are_one_address() -> None:
    with open_shop(store=MemoryStore()) as linda:
        flooded(linda, "2001:db8:0:1::1")
        assert Browser(linda, client="2001:db8:0:1:2:3:4:5").send("GET", "/api/public").status == 429
        assert Browser(linda, client="2001:db8:0:2::1").send("GET", "/api/public").status == 200


def test_a_store_that_can_not_say_who_is_known_says_so_at_a_flood() -> None:
    with open_shop(store=MemoryStore()) as linda:
        owner = Browser(linda, client="198.51.100.1")
        owner.signs_in()
        flooded(linda, owner.client)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(linda.records.store, "get", fails)
            assert owner.send("GET", "/api/session").status == 503


def fails(*_: object) -> None:
    raise StoreUnavailable("for a test")


def test_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    rate = RequestRate(FakeClock(NOW))
    assert [rate.take(f"address {place}") for place in range(MOST_ADDRESSES + 10)] == [0] * (MOST_ADDRESSES + 10)
    assert len(rate._counts) == MOST_ADDRESSES
