"""What customers meet, as a function: Twilio's webhooks, the public page and its chat; and how LINDA is."""

from typing import Any

from utils import function

_function = function("dispatcher")


def handler(event: Any, context: object) -> Any:
    """Answer one event of the HTTP API (payload 2.0), or tell how this function is."""
    return _function.answer(event, context)
