"""The health check tells the truth, and the home page that somebody is there."""

import json

from linda.domain.errors import StoreUnavailable
from linda.entrypoints.health import health_handler
from linda.records import Records
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import open_shop, phone_of


class BrokenStore(MemoryStore):
    """Cannot answer."""

    def query(self, *_: object, **__: object) -> list[dict[str, object]]:
        """Fail."""
        raise StoreUnavailable("the disk is gone")


def test_the_health_check_counts_what_waits() -> None:
    with open_shop() as linda:
        before = linda.routes["/"]({"rawPath": "/health"}, None)
        phone_of(linda).text("+19045550142", "talk to brandon")
        after = linda.routes["/"]({"rawPath": "/health"}, None)
    assert json.loads(before["body"]) == {"status": "ok", "waiting": 0}
    assert json.loads(after["body"])["waiting"] == 1


def test_a_store_that_cannot_answer_is_not_healthy() -> None:
    with open_shop() as linda:
        clock = linda.clock
    assert isinstance(clock, FakeClock)
    answer = health_handler(Records.on(BrokenStore(), clock), "a shop")({"rawPath": "/health"}, None)
    assert (answer["statusCode"], "can't answer" in answer["body"]) == (503, True)


def test_home_names_the_shop_and_nothing_else_is_there() -> None:
    with open_shop() as linda:
        home = linda.routes["/"]({"rawPath": "/"}, None)
        elsewhere = linda.routes["/"]({"rawPath": "/wp-admin"}, None)
    assert linda.shops.file.shop.name in home["body"]
    assert elsewhere["statusCode"] == 404
