"""The tools as JSON Schema for the Responses API, generated from their argument types."""

import json
from typing import Any

from linda.conversation.tools import TOOL_TYPES


def function_schemas() -> list[dict[str, Any]]:
    """Return every tool as a flat, strict function of the Responses API, in a fixed order.

    Strict mode wants every property required and nothing additional; what may be left out is nullable
    (OpenAI, "Function calling", strict mode).
    """
    return [
        {
            "type": "function",
            "name": tool.name,
            "description": tool.arguments.description(),
            "parameters": tool.arguments.schema(),
            "strict": True,
        }
        for tool in TOOL_TYPES
    ]


def functions_json() -> str:
    """Return the schemas as the file `backend/schemas/functions.json` holds them."""
    return json.dumps(function_schemas(), indent=2) + "\n"
