"""Visitors of the web page: a token makes the id, and nothing leads back."""

import pytest

from linda.domain.phone_number import is_in_us
from linda.domain.visitor import address_digest, is_visitor, message_id, new_token, visitor_id

ID, OTHER_ID = "0" * 31 + "1", "0" * 31 + "2"
TOKEN = new_token("key", "198.51.100.7", ID, "hi")


def test_a_first_text_sent_again_leads_to_the_same_visitor() -> None:
    assert new_token("key", "198.51.100.7", ID, "hi") == TOKEN
    assert len(TOKEN) == 64


@pytest.mark.parametrize(
    "other",
    [
        ("another key", "198.51.100.7", ID, "hi"),
        ("key", "198.51.100.8", ID, "hi"),
        ("key", "198.51.100.7", OTHER_ID, "hi"),
        ("key", "198.51.100.7", ID, "hi!"),
    ],
)
def test_whatever_differs_makes_another_visitor(other: tuple[str, str, str, str]) -> None:
    assert new_token(*other) != TOKEN


def test_the_customer_id_does_not_hold_the_token() -> None:
    visitor = visitor_id(TOKEN)
    assert is_visitor(visitor)
    assert len(visitor) == len("web:") + 24
    assert visitor.removeprefix("web:") not in TOKEN
    assert not is_visitor("+19045550142")


def test_the_same_id_of_another_visitor_is_another_message() -> None:
    mine, again, other = (message_id(each, ID) for each in ("web:1", "web:1", "web:2"))
    assert mine == again != other
    assert (mine[:2], len(mine)) == ("WC", 34)


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("198.51.100.7", "198.51.100.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("fe80::1%eth0", "fe80::2", True),
        ("no address", "no address", True),
    ],
)
def test_a_household_counts_as_one_address(one: str, other: str, are_one: bool) -> None:
    first, second = (address_digest("key", "2026-02-10", each) for each in (one, other))
    assert (first == second) is are_one
    assert one not in first


def test_tomorrow_and_with_another_key_an_address_is_kept_as_something_else() -> None:
    kept = {
        address_digest(key, day, "198.51.100.7") for key in ("key", "other") for day in ("2026-02-10", "2026-02-11")
    }
    assert len(kept) == 4


@pytest.mark.parametrize(
    ("number", "is_ours"),
    [("+19045550142", True), ("+14165550142", False), ("+18765550142", False), ("+493012345678", False)],
)
def test_numbers_of_the_united_states_are_told_from_their_neighbours(number: str, is_ours: bool) -> None:
    assert is_in_us(number) is is_ours
