"""Turns what pydantic found into sentences an owner can act on."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from linda.adapters.shop_file.lines import Path
from linda.adapters.shop_file.schema import shop_schema

_SENTENCES = {
    "dict_type": "must be a table of keys and values",
    "list_type": "must be a list",
    "tuple_type": "must be a list in square brackets",
    "too_short": "must have at least one entry",
}


def form_findings(errors: ValidationError) -> Iterator[tuple[Path, str]]:
    """Yield each mistake as the path of the key and a sentence that says what is legal."""
    schema = shop_schema()
    for error in errors.errors(include_url=False):
        path = tuple(part for part in error["loc"] if part != "[key]")
        yield path, _sentence(error, _table_around(schema, path))


def _sentence(error: ErrorDetails, table: Mapping[str, Any]) -> str:
    key = str(error["loc"][-1])
    known = table.get("properties", {})
    if error["type"] == "missing":
        meaning = known[key].get("description", "")
        return f"is missing ({meaning})" if meaning else "is missing"
    if error["type"] == "extra_forbidden":
        near = get_close_matches(key, known, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"legal here: {', '.join(known)}"
        return f"is not a key LINDA knows; {hint}"
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return _SENTENCES.get(error["type"], error["msg"])


def _table_around(schema: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    node: Mapping[str, Any] = schema
    for part in path[:-1]:
        inner = node.get("items") if isinstance(part, int) else node.get("properties", {}).get(part)
        node = inner or {}
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    return node
