"""The calendar as a function, and what runs by the clock."""

from typing import Any

from utils import function

_function = function("scheduler")


def handler(event: Any, context: object) -> Any:
    """Answer one event of the HTTP API (payload 2.0), run the job of a schedule, or tell how this function is."""
    return _function.answer(event, context)
