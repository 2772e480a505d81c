"""Conditions and changes in DynamoDB's expressions; every name is a placeholder, so that no word is reserved."""

from collections.abc import Iterator, Mapping
from typing import Any

from linda.adapters.dynamo_store.codec import stored_name, wrapped
from linda.records.store import Absent, AnyOf, Below, Condition, Equals, Range, storable, valid_text


class Expressions:
    """The expressions of one request, and the names and values they stand for."""

    def __init__(self, key: str) -> None:
        """Speak of an item whose partition key is the field `key`."""
        self._key = key
        self._names: dict[str, str] = {}
        self._values: dict[str, Any] = {}

    def request(self, **texts: str) -> dict[str, Any]:
        """Return the parameters of a request with these expressions (an empty one is left out)."""
        given: dict[str, Any] = {name: text for name, text in texts.items() if text}
        if self._names:
            given["ExpressionAttributeNames"] = {place: name for name, place in self._names.items()}
        if self._values:
            given["ExpressionAttributeValues"] = self._values
        return given

    def condition(self, condition: Condition | None) -> str:
        """Return the expression that holds when `condition` does, as `linda.records.store.holds` defines it."""
        return "" if condition is None else " OR ".join(self._alternatives(condition))

    def existing(self, condition: Condition | None) -> str:
        """Return the expression that holds when `condition` does and the item is there."""
        there, more = f"attribute_exists({self._name(self._key)})", self.condition(condition)
        return f"{there} AND ({more})" if more else there

    def changes(self, changes: Mapping[str, Any]) -> str:
        """Return the expression that sets the fields of `changes` and removes those that are None."""
        kept = [f"{self._name(name)} = {self._value(value)}" for name, value in storable(changes).items()]
        gone = [self._name(valid_text(name)) for name, value in changes.items() if value is None]
        parts = [f"{verb} {', '.join(each)}" for verb, each in (("SET", kept), ("REMOVE", gone)) if each]
        return " ".join(parts)

    def within(self, partition: str, sort: str | None, within: Range | None) -> str:
        """Return the expression for the items of `partition`, their sort key inside `within`."""
        of = f"{self._name(self._key)} = {self._value(partition)}"
        if within is None or sort is None:
            return of
        return f"{of} AND {self._name(sort)} BETWEEN {self._value(within.low)} AND {self._value(within.high)}"

    def _alternatives(self, condition: Condition) -> Iterator[str]:
        match condition:
            case Absent():
                yield self._absent()
            case Equals(field, str(value)):
                # Such text is kept by no engine, so nothing equals it.
                yield f"{self._name(field)} = {self._value(value)}" if valid_text(value) == value else self._never()
            case Equals(field, int(value)):
                yield f"{self._is_of_type(field, value)} AND {self._name(field)} = {self._value(value)}"
            case Below(field, value):
                yield f"{self._is_of_type(field, value)} AND {self._name(field)} < {self._value(value)}"
            case AnyOf(conditions):
                inner = [text for each in conditions for text in self._alternatives(each)]
                yield from inner or [self._never()]

    def _absent(self) -> str:
        return f"attribute_not_exists({self._name(self._key)})"

    def _never(self) -> str:
        return f"{self._absent()} AND attribute_exists({self._name(self._key)})"

    def _is_of_type(self, field: str, value: int) -> str:
        # To DynamoDB a boolean is no number; moto takes one for the other, so the promise is asked for in words.
        return f"attribute_type({self._name(field)}, {self._value(next(iter(wrapped(value))))})"

    def _name(self, field: str) -> str:
        return self._names.setdefault(stored_name(field), f"#n{len(self._names)}")

    def _value(self, value: Any) -> str:
        place = f":v{len(self._values)}"
        self._values[place] = wrapped(value)
        return place
