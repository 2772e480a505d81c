"""The shop file as JSON Schema, for editors that complete and check while the owner types."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from linda.adapters.shop_file.form import ShopForm


@cache
def shop_reader() -> TypeAdapter[ShopForm]:
    """Return what validates the tables of a shop file as a whole."""
    return TypeAdapter(ShopForm)


def shop_schema() -> dict[str, Any]:
    """Return the JSON Schema that is shipped as `backend/schemas/shop.schema.json`."""
    schema = shop_reader().json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "shop.toml"}
