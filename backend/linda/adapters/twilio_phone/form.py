"""The fields of a webhook, repeated ones included."""

from collections.abc import Iterable, Iterator

from linda.domain.errors import InvalidInput


class Form:
    """Form fields in the order they came, in the shape that Twilio's validator reads (`getall`, iteration, length)."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Keep every pair of name and value."""
        self._pairs = tuple(pairs)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def getall(self, name: str) -> list[str]:
        """Return every value of the field `name`."""
        return [value for each, value in self._pairs if each == name]

    def one(self, name: str) -> str:
        """Return the only value of the field `name`, "" when it is absent.

        Raises:
            InvalidInput: the field is there more than once. The signature covers the set of its values but not
                their order or number, so which of them was meant can't be known.
        """
        values = self.getall(name)
        if len(values) > 1:
            raise InvalidInput(f"the field {name} is there {len(values)} times")
        return values[0] if values else ""
