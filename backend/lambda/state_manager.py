"""The owner's desk as a function: for his pages, signing in included, and for programs of his own."""

from typing import Any

from utils import function

_function = function("state-manager")


def handler(event: Any, context: object) -> Any:
    """Answer one event of the HTTP API (payload 2.0), or tell how this function is."""
    return _function.answer(event, context)
