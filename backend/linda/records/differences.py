"""How two stores differ in one table, and when a copy must not touch what is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from linda.domain.errors import NotCopied
from linda.records.contents import Contents, Key
from linda.records.store import Item, Store
from linda.records.tables import SCHEDULE, Table

NAMED = 3
"""So many keys are named in a refusal; the others are counted."""


@dataclass(frozen=True, slots=True)
class Differences:
    """One table: what the source holds (`wanted`), and how the target stands to it.

    `absent` keys are to be written, `changed` are there with another item, `surplus` are in the target alone.
    """

    table: Table
    wanted: Contents
    absent: frozenset[Key]
    changed: frozenset[Key]
    surplus: frozenset[Key]

    @property
    def there(self) -> int:
        """Return how many keys the target holds."""
        return len(self.wanted) - len(self.absent) + len(self.surplus)


def compared(table: Table, wanted: Contents, held: Contents) -> Differences:
    """Compare what the source holds of `table` with what the target holds."""
    changed = frozenset(key for key in wanted.keys() & held.keys() if wanted[key] != held[key])
    return Differences(
        table, wanted, frozenset(wanted.keys() - held.keys()), changed, frozenset(held.keys() - wanted.keys())
    )


def refuse_what_is_there(found: Iterable[Differences], name: str) -> None:
    """Raise `NotCopied` when the target called `name` holds anything."""
    there = [f"{each.there} in {each.table.name}" for each in found if each.there]
    if there:
        raise NotCopied(
            f"{name} holds items already ({', '.join(there)}): name an empty store, or add --into-existing, "
            "which leaves every item that is there as it is."
        )


def refuse_to_overwrite(found: Iterable[Differences], name: str) -> None:
    """Raise `NotCopied` when the target called `name` holds another item under a key of the source."""
    for each in found:
        if each.changed:
            raise NotCopied(
                f"{name} holds other items than the source under the same keys, and they are left as they are: "
                f"{_named(each.table, each.changed)}."
            )


def refuse_what_is_newer(found: Iterable[Differences], source: Store, target: Store, name: str) -> None:
    """Raise `NotCopied` when LINDA worked on the unfinished copy called `name`: what she wrote would be lost.

    Between two runs the source may change. Rows of the calendar come and go; everything else only grows, so what the
    unfinished copy holds beyond the source, or in a later version, can't have come from there.
    """
    for each in found:
        newer = [key for key in each.changed if _is_newer(each.table, key, source, target)]
        own = newer if each.table == SCHEDULE else [*newer, *each.surplus]
        if own:
            raise NotCopied(
                f"{name} is an unfinished copy that was written to since ({_named(each.table, own)}), and nothing of "
                "it was changed: empty it and copy again, or add --into-existing to keep what is there."
            )


def key_fields(table: Table, key: Key) -> dict[str, str | int]:
    """Return `key` by the names of its fields."""
    names = [table.partition] if table.sort is None else [table.partition, table.sort]
    return dict(zip(names, key, strict=True))


def _is_newer(table: Table, key: Key, source: Store, target: Store) -> bool:
    fields = key_fields(table, key)
    return _version(target.get(table, fields)) > _version(source.get(table, fields))


def _version(item: Item | None) -> int:
    found = (item or {}).get("version")
    return found if isinstance(found, int) else 0


def _named(table: Table, keys: Iterable[Key]) -> str:
    ordered = sorted(keys, key=str)
    named = [" ".join(map(str, key)) for key in islice(ordered, NAMED)]
    more = f" and {len(ordered) - NAMED} more" if len(ordered) > NAMED else ""
    return f"{table.name} {', '.join(named)}{more}"
