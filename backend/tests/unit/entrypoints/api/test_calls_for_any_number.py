"""Signing in takes as many calls of the store for any number: no slow store, and no patience, tells whose it is."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.domain.limits import CODES_TYPED, TRIES_OF_A_CODE
from linda.entrypoints.api.first_factor import texts_of
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.counting_store import CountingStore
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop

LONG = "aaaaa-aaaaa"


class Later:
    """Takes work and never does it, so that only a request's own calls are counted."""

    def submit(self, _: Callable[[], None]) -> Future[None]:
        done: Future[None] = Future()
        done.set_result(None)
        return done


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop(store=CountingStore(MemoryStore())) as opened:
        object.__setattr__(opened.parts, "workers", Later())
        yield opened


def calls(linda: Linda, browser: Browser, path: str, body: object) -> list[str]:
    """Return what kinds of calls the answer to `body` took, one after the other."""
    store = linda.records.store
    assert isinstance(store, CountingStore)
    clock_of(linda).advance(timedelta(seconds=20))  # nothing is remembered from the request before
    store.taken()
    browser.send("POST", path, body)
    return [each.split()[0] for each in store.taken()]


def of_two(linda: Linda, path: str, **body: str) -> tuple[list[str], list[str]]:
    """Return the calls for the owner's number and for another one, each in a browser that has asked for its code."""
    owner, other = Browser(linda, client="198.51.100.1"), Browser(linda, client="198.51.100.2")
    for browser, phone in ((owner, OWNER), (other, CUSTOMER)):
        browser.does("POST", "/api/session/code", {"phone": phone})
    return (
        calls(linda, owner, path, {"phone": OWNER, **body}),
        calls(linda, other, path, {"phone": CUSTOMER, **body}),
    )


def test_asking_for_a_code_takes_as_many_calls_for_any_number(linda: Linda) -> None:
    of_owner, of_other = of_two(linda, "/api/session/code")
    assert of_owner == of_other


def test_asking_takes_as_many_when_no_more_codes_are_texted_to_either(linda: Linda) -> None:
    for phone in (OWNER, CUSTOMER):
        for place in range(20):
            stranger = Browser(linda, client=f"203.0.113.{place}{phone[-1]}")
            assert stranger.send("POST", "/api/session/code", {"phone": phone}).status == 202
    of_owner, of_other = of_two(linda, "/api/session/code")
    assert of_owner == of_other


@pytest.mark.parametrize("typed", ["000000", LONG, "nonsense"])
def test_a_wrong_code_takes_as_many_calls_for_any_number(linda: Linda, typed: str) -> None:
    of_owner, of_other = of_two(linda, "/api/session", code=typed)
    assert of_owner == of_other


def test_a_long_code_takes_as_many_calls_for_any_number_where_it_could_be_a_right_one(linda: Linda) -> None:
    owner = Browser(linda, client="198.51.100.3")
    texts_of(linda.parts, linda.records.machine_codes).show("abcdefghjk")
    owner.does("POST", "/api/session", {"phone": OWNER, "code": "abcde-fghjk"})
    owner.turns_on()
    texts_of(linda.parts, linda.records.machine_codes).show("abcdefghjk")
    of_owner, of_other = of_two(linda, "/api/session", code=LONG)
    assert of_owner == of_other


@pytest.mark.parametrize("typed", ["000000", LONG])
def test_an_address_that_is_refused_can_not_tell_them_apart_either(linda: Linda, typed: str) -> None:
    taken = []
    for place, phone in enumerate((OWNER, CUSTOMER)):
        stranger = Browser(linda, client=f"198.51.100.{place}")
        for _ in range(CODES_TYPED.most):
            stranger.send("POST", "/api/session", {"phone": phone, "code": ""})
        taken.append(calls(linda, stranger, "/api/session", {"phone": phone, "code": typed}))
    assert taken[0] == taken[1]


def test_the_tries_of_a_code_that_nobody_was_told_end_like_those_of_the_owners(linda: Linda) -> None:
    taken = []
    for place, phone in enumerate((OWNER, CUSTOMER)):
        stranger = Browser(linda, client=f"198.51.100.{place}")
        stranger.does("POST", "/api/session/code", {"phone": phone})
        given = {"phone": phone, "code": "000000"}
        taken.append([calls(linda, stranger, "/api/session", given) for _ in range(TRIES_OF_A_CODE.most + 2)])
    assert taken[0] == taken[1]
