"""The tools as JSON Schema for the Responses API, generated from their argument types."""

import inspect
import json
from typing import Any

from linda.conversation.toolbox import Arguments
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
            "description": " ".join(inspect.cleandoc(tool.arguments.__doc__ or "").split()),
            "parameters": _parameters(tool.arguments),
            "strict": True,
        }
        for tool in TOOL_TYPES
    ]


def functions_json() -> str:
    """Return the schemas as the file `backend/schemas/functions.json` holds them."""
    return json.dumps(function_schemas(), indent=2) + "\n"


def _parameters(arguments: type[Arguments]) -> dict[str, Any]:
    generated = arguments.model_json_schema()
    properties = {
        name: {key: value for key, value in schema.items() if key not in {"title", "default"}}
        for name, schema in generated.get("properties", {}).items()
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
