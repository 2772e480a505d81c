"""The arguments of tools: dataclasses of text, whole numbers and yes-or-no, read strictly and shown as JSON Schema.

Small and of our own, because a validation library takes longer to import than a turn takes to answer
(docs/decisions/0002-arguments-and-the-shop-file-are-read-by-us.md).
"""

import inspect
import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from types import NoneType
from typing import Any, Self, get_args

from linda.domain.errors import InvalidInput

LONGEST_TEXT = 500
LARGEST_NUMBER = 10**9
"""Every store can hold it; nothing a customer wants is larger."""
_NAMES: Mapping[type, str] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """The base of every tool's arguments. A subclass's docstring is what a model reads."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a JSON object: exact types, nothing unknown; what has a default may be left out.

        Raises:
            InvalidInput: naming every argument that is missing, unknown or of another type.
        """
        try:
            given = json.loads(text)
        except (ValueError, RecursionError):
            raise InvalidInput("they are not a JSON object") from None
        if not isinstance(given, dict):
            raise InvalidInput("they are not a JSON object")
        problems = _problems(cls, given)
        if problems:
            raise InvalidInput("; ".join(problems[:5]))
        return cls(**given)

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """Return them as strict JSON Schema: every property required, what may be left out nullable."""
        properties = {name: {"type": _type_names(kinds)} for name, kinds in _kinds(cls).items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    @classmethod
    def description(cls) -> str:
        """Return what a model is told of the tool."""
        return " ".join(inspect.cleandoc(cls.__doc__ or "").split())

    def as_given(self) -> dict[str, Any]:
        """Return the arguments as JSON values."""
        return asdict(self)


def _kinds(kind: type[Arguments]) -> dict[str, tuple[Any, ...]]:
    return {each.name: get_args(each.type) or (each.type,) for each in fields(kind)}


def _problems(kind: type[Arguments], given: Mapping[str, Any]) -> list[str]:
    kinds = _kinds(kind)
    optional = {each.name for each in fields(kind) if each.default is not MISSING}
    problems = [f"{name[:40]}: there is no such argument" for name in given if name not in kinds]
    problems += [f"{name}: is missing" for name in kinds if name not in given and name not in optional]
    for name, legal in kinds.items():
        if name in given and type(given[name]) not in legal:
            problems.append(f"{name}: must be {' or '.join(_NAMES[each] for each in legal)}")
        elif isinstance(given.get(name), str) and len(given[name]) > LONGEST_TEXT:
            problems.append(f"{name}: must have at most {LONGEST_TEXT} characters")
        elif isinstance(given.get(name), int) and abs(given[name]) > LARGEST_NUMBER:
            problems.append(f"{name}: must lie between -{LARGEST_NUMBER} and {LARGEST_NUMBER}")
    return problems


def _type_names(kinds: tuple[type, ...]) -> str | list[str]:
    names = [_NAMES[each] for each in kinds]
    return names[0] if len(names) == 1 else names
