"""Events of the WebSocket API: for the dispatcher alone, and only where there is one."""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from linda.entrypoints.functions import DISPATCHER, FALLBACK, Function
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.specs import FunctionSpec

CONNECT = {"requestContext": {"eventType": "CONNECT", "connectionId": "c1"}, "headers": {}}


@dataclass
class Events:
    """The events of a relay: answers by the script, or breaks."""

    statuses: list[int] = field(default_factory=lambda: [200])

    def handle(self, event: Any) -> dict[str, int]:
        """Answer one event."""
        assert event == CONNECT
        return {"statusCode": self.statuses.pop(0)}


@dataclass
class Held:
    """A container with a LINDA who has these events; a secret may be newer."""

    relay_events: Events | None
    spec: FunctionSpec = DISPATCHER
    is_news: bool = False

    def linda(self) -> "Held":
        """Return what stands for LINDA."""
        return self

    def has_news(self) -> bool:
        """Tell whether a secret was renewed."""
        return self.is_news


def answer(held: Held) -> Any:
    return Function(cast(Container, held)).answer(CONNECT, None)


def test_the_dispatcher_takes_them() -> None:
    assert answer(Held(Events())) == {"statusCode": 200}


@pytest.mark.parametrize("held", [Held(None), Held(Events(), FALLBACK)], ids=["no relay", "another function"])
def test_where_there_is_no_relay_nothing_is_found(held: Held) -> None:
    assert answer(held) == {"statusCode": 404}


def test_what_is_refused_is_looked_at_once_more_where_a_secret_is_newer() -> None:
    assert answer(Held(Events([403, 200]), is_news=True)) == {"statusCode": 200}
    assert answer(Held(Events([403]))) == {"statusCode": 403}


def test_what_breaks_is_a_failure_and_no_exception(caplog: pytest.LogCaptureFixture) -> None:
    assert answer(Held(Events([]))) == {"statusCode": 500}
    assert "could not be answered" in caplog.text
