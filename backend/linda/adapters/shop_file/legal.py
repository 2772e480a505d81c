"""A kind of value in the shop file: how it is read, what is legal, and how an editor is told so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Legal:
    """`read` turns what the file says into the value, or raises ValueError with what is legal.

    `schema` is the same rule as JSON Schema, for an editor. Goes into an `Annotated`.
    """

    read: Callable[[Any], Any]
    schema: Mapping[str, Any]


def whole(low: int, high: int, *, step: int = 1) -> Legal:
    """Return the kind of a whole number from `low` to `high` in steps of `step`."""

    def read(given: Any) -> int:
        if type(given) is int and low <= given <= high and given % step == 0:
            return given
        steps = f" in steps of {step}" if step > 1 else ""
        raise ValueError(f"must be a whole number from {low} to {high}{steps}, not {shown(given)}")

    return Legal(read, {"type": "integer", "minimum": low, "maximum": high, "multipleOf": step})


def yes_or_no() -> Legal:
    """Return the kind of a true or false."""

    def read(given: Any) -> bool:
        if isinstance(given, bool):
            return given
        raise ValueError(f"must be true or false, not {shown(given)}")

    return Legal(read, {"type": "boolean"})


def one_of(legal: Mapping[Any, Any]) -> Legal:
    """Return the kind of a value that must be one of the keys of `legal`; it is read as what the key stands for."""

    def read(given: Any) -> Any:
        if isinstance(given, str | int) and not isinstance(given, bool) and given in legal:
            return legal[given]
        raise ValueError(f"must be {' or '.join(map(str, legal))}, not {shown(given)}")

    return Legal(read, {"enum": list(legal)})


def text(high: int, *, low: int = 1) -> Legal:
    """Return the kind of a text of `low` to `high` characters, on one line."""

    def read(given: Any) -> str:
        if isinstance(given, str) and low <= len(given.strip()) and len(given) <= high and given.isprintable():
            return given.strip()
        raise ValueError(f"must be one line of {low} to {high} characters in quotes, not {shown(given)}")

    return Legal(read, {"type": "string", "minLength": low, "maxLength": high})


def shown(given: object) -> str:
    """Show a value in a message, cut where it gets long."""
    words = f'"{given}"' if isinstance(given, str) else str(given).lower() if isinstance(given, bool) else str(given)
    return words if len(words) <= 60 else f"{words[:57]}..."
