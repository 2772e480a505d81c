"""Reads tables against a form, as a whole: every key, its kind, nothing unknown, each mistake with the path of its key.

A form is a TypedDict whose keys are `Annotated` with how a value is read (`Legal`), what it is for (`Says`) and whether
a list may be empty (`AtLeastOne`). Small and of our own, because this runs at every start and a validation library
takes longer to import than LINDA to start (docs/decisions/0002-arguments-and-the-shop-file-are-read-by-us.md).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from linda.adapters.shop_file.legal import Legal
from linda.adapters.shop_file.lines import Path


@dataclass(frozen=True, slots=True)
class Says:
    """What a key is for, in a few words."""

    description: str


@dataclass(frozen=True, slots=True)
class AtLeastOne:
    """A list that may not be empty."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand at a key: its type without wrapping, and what its annotations say."""

    of: Any
    legal: Legal | None
    description: str
    is_filled: bool

    @property
    def entries(self) -> Any:
        """Return the type of a list's entries, or None when this is no list."""
        return get_args(self.of)[0] if get_origin(self.of) in {list, tuple} else None


@dataclass(slots=True)
class Reading:
    """One pass over the tables; `findings` are the mistakes, each with the path of its key."""

    findings: list[tuple[Path, str]] = field(default_factory=list)

    def value(self, annotated: Any, given: Any, path: Path) -> Any:
        """Return what `given` means at a place of this kind; None beside a finding when it means nothing."""
        kind = kind_of(annotated)
        if kind.legal is not None:
            return self._legal(kind.legal, given, path)
        if is_typeddict(kind.of):
            return self._table(kind.of, given, path)
        if kind.entries is not None:
            return self._entries(kind, given, path)
        return self._keyed(kind.of, given, path)

    def _legal(self, legal: Legal, given: Any, path: Path) -> Any:
        try:
            return legal.read(given)
        except ValueError as wrong:
            self.findings.append((path, str(wrong)))
            return None

    def _table(self, form: Any, given: Any, path: Path) -> dict[str, Any]:
        if not isinstance(given, dict):
            self.findings.append((path, "must be a table of keys and values"))
            return {}
        self.findings += [((*path, key), sentence) for key, sentence in key_mistakes(form, given)]
        kinds = kinds_of(form)
        return {key: self.value(kinds[key], each, (*path, key)) for key, each in given.items() if key in kinds}

    def _entries(self, kind: Kind, given: Any, path: Path) -> tuple[Any, ...]:
        if not isinstance(given, list):
            self.findings.append((path, "must be a list in square brackets"))
            return ()
        if kind.is_filled and not given:
            self.findings.append((path, "must have at least one entry"))
        return tuple(self.value(kind.entries, each, (*path, place)) for place, each in enumerate(given))

    def _keyed(self, of: Any, given: Any, path: Path) -> dict[Any, Any]:
        keys, values = get_args(of)
        if not isinstance(given, dict):
            self.findings.append((path, "must be a table of keys and values"))
            return {}
        return {
            self.value(keys, key, (*path, key)): self.value(values, each, (*path, key)) for key, each in given.items()
        }


def kinds_of(form: Any) -> Mapping[str, Any]:
    """Return the kind of every key of a form."""
    return get_type_hints(form, include_extras=True)


def kind_of(annotated: Any) -> Kind:
    """Take the wrapping off a type: NotRequired, and every layer of Annotated."""
    notes: list[Any] = []
    while (origin := get_origin(annotated)) in {Annotated, NotRequired}:
        notes += annotated.__metadata__ if origin is Annotated else ()
        annotated = get_args(annotated)[0]
    legal = next((each for each in notes if isinstance(each, Legal)), None)
    description = next((each.description for each in reversed(notes) if isinstance(each, Says)), "")
    return Kind(annotated, legal, description, any(isinstance(each, AtLeastOne) for each in notes))


def key_mistakes(form: Any, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every key that is unknown or missing, with a sentence."""
    kinds = kinds_of(form)
    for key in given:
        if key not in kinds:
            near = get_close_matches(key, kinds, 1)
            yield key, f"is not a key LINDA knows; {_hint(near, kinds)}"
    for key in form.__required_keys__ - given.keys():
        meaning = kind_of(kinds[key]).description
        yield key, f"is missing ({meaning})" if meaning else "is missing"


def _hint(near: list[str], kinds: Mapping[str, Any]) -> str:
    return f'did you mean "{near[0]}"?' if near else f"legal here: {', '.join(kinds)}"
