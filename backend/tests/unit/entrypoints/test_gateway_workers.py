"""A stranger who keeps the public routes busy keeps no text and no call waiting: each prefix has its own threads."""

import threading
from typing import Any

from linda.domain.clock import SystemClock
from linda.entrypoints.gateway import Gateway
from tests.asking import ask


def test_a_prefix_whose_handlers_are_all_busy_keeps_no_other_waiting() -> None:
    began, free = threading.Event(), threading.Event()

    def slow(event: dict[str, Any], context: object) -> dict[str, Any]:
        began.set()
        assert free.wait(20), "the other prefix is kept waiting"
        return {"statusCode": 200}

    gateway = Gateway({"/api": slow, "/twilio": lambda event, context: {"statusCode": 204}}, SystemClock(), workers=1)
    busy = threading.Thread(target=ask, args=(gateway, "GET", "/api/public"))
    busy.start()
    try:
        assert began.wait(20)
        assert ask(gateway, "POST", "/twilio/sms").status == 204
    finally:
        free.set()
        busy.join()
