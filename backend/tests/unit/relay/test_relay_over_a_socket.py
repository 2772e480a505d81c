"""ConversationRelay over a real WebSocket: whom LINDA talks to, and that a call outlives its session."""

from collections.abc import Iterator

import pytest

from tests.relay_line import Served, relay_served


@pytest.fixture(scope="module")
def shop() -> Iterator[Served]:
    with relay_served() as served:
        yield served


def test_a_call_is_answered_over_the_relay(shop: Served) -> None:
    with shop.relayed(shop.caller(1)) as relayed:
        assert "seventy-nine" in relayed.begins().says("how much is an iphone 13 screen")
