"""The shop file as JSON Schema, for editors that complete and check while the owner types."""

import inspect
from collections.abc import Mapping
from typing import Any, get_args, is_typeddict

from linda.adapters.shop_file.form import ShopForm
from linda.adapters.shop_file.reading import kind_of, kinds_of

Schema = dict[str, Any]


def shop_schema() -> Schema:
    """Return the JSON Schema that is shipped as `backend/schemas/shop.schema.json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "shop.toml", **_described(ShopForm)}


def _described(annotated: Any) -> Schema:
    kind = kind_of(annotated)
    schema = dict(kind.legal.schema) if kind.legal else _structure(kind.of, kind.entries, is_filled=kind.is_filled)
    return {**schema, "description": kind.description} if kind.description else schema


def _structure(of: Any, entries: Any, *, is_filled: bool) -> Schema:
    if is_typeddict(of):
        return _table(of, kinds_of(of))
    if entries is not None:
        return {"type": "array", "items": _described(entries), **({"minItems": 1} if is_filled else {})}
    keys, values = get_args(of)
    return {"type": "object", "propertyNames": _described(keys), "additionalProperties": _described(values)}


def _table(of: Any, kinds: Mapping[str, Any]) -> Schema:
    return {
        "type": "object",
        "description": inspect.cleandoc(of.__doc__ or ""),
        "properties": {key: _described(kind) for key, kind in kinds.items()},
        "required": [key for key in kinds if key in of.__required_keys__],
        "additionalProperties": False,
    }
