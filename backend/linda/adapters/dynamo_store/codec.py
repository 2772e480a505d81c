"""Items as DynamoDB writes them: each value wrapped in the letter of its type."""

from collections.abc import Mapping
from typing import Any

from linda.domain.errors import StoreUnavailable
from linda.records.store import Item

Wrapped = dict[str, Any]

_MARK = "\x00"
"""Goes before a name that DynamoDB would refuse (the empty one), and before one that begins with the mark itself."""


def wrapped_item(item: Mapping[str, Any]) -> Wrapped:
    """Return `item` (as `storable` returns it) in DynamoDB's form."""
    return {stored_name(name): wrapped(value) for name, value in item.items()}


def wrapped(value: Any) -> Wrapped:
    """Return one value in DynamoDB's form; a boolean is a number to Python, so it is asked for first."""
    match value:
        case None:
            return {"NULL": True}
        case bool():
            return {"BOOL": value}
        case int():
            return {"N": str(value)}
        case str():
            return {"S": value}
        case list():
            return {"L": [wrapped(each) for each in value]}
    return {"M": wrapped_item(value)}


def plain_item(found: Wrapped) -> Item:
    """Return an item that DynamoDB gave, as it was put; raises `StoreUnavailable` for what LINDA never writes."""
    return {plain_name(name): _plain(value) for name, value in found.items()}


def stored_name(name: str) -> str:
    """Return the name a field has in DynamoDB, which takes no empty one (AWS, naming rules)."""
    return _MARK + name if not name or name.startswith(_MARK) else name


def plain_name(name: str) -> str:
    """Return the name of a field by the one it has in DynamoDB."""
    return name.removeprefix(_MARK)


def _plain(found: Wrapped) -> Any:
    ((kind, value),) = found.items()
    match kind:
        case "NULL":
            return None
        case "BOOL" | "S":
            return value
        case "N" if value.lstrip("-").isdecimal():
            return int(value)
        case "L":
            return [_plain(each) for each in value]
        case "M":
            return plain_item(value)
    raise StoreUnavailable(
        f"DynamoDB holds a value that LINDA never writes ({kind} {value!r}): correct it where it was written."
    )
