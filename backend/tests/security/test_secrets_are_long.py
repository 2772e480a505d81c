"""How long what nobody may guess is, counted on the values that LINDA really gives out."""

import base64
from collections.abc import Callable

import pytest

from linda.adapters.twilio_phone.relay.ticket import ticket
from linda.domain.clock import SystemClock
from linda.domain.sign_in import csrf_of, token_digest
from linda.domain.visitor import new_token
from linda.entrypoints.api.cookies import new_device
from linda.records.feed_key import FeedKey
from linda.records.sessions import Sessions
from linda.testing.memory_store import MemoryStore


def bits(token: str) -> int:
    """Return how many bits a token in URL-safe base64 or in hex holds."""
    if all(letter in "0123456789abcdef" for letter in token):
        return 4 * len(token)
    return 8 * len(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))


def session_cookie() -> str:
    return Sessions(MemoryStore(), SystemClock()).open("Chrome on Android")[0]


TOKENS: dict[str, Callable[[], str]] = {
    "session": session_cookie,
    "device": lambda: new_device()[0],
    "calendar": lambda: FeedKey(MemoryStore()).current(),
}


@pytest.mark.parametrize("name", TOKENS)
def test_the_tokens_of_browsers_have_256_bits(name: str) -> None:
    drawn = {TOKENS[name]() for _ in range(200)}
    assert len(drawn) == 200
    assert {bits(each) for each in drawn} == {256}


def test_what_is_kept_of_a_token_has_256_bits() -> None:
    assert bits(token_digest("a")) == 256
    assert bits(new_token("key", "198.51.100.7", "0" * 32, "hi")) == 256
    assert bits(ticket("key", "CA1")) == 256
    assert bits(csrf_of("a")) == 128
