"""The shop in force written back as a shop file: the owner's comments and his order of things stay."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from itertools import takewhile
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.items import AoT, Comment, Item, Null, Table, Whitespace

from linda.adapters.shop_file.load import ShopFile, shop_of
from linda.adapters.shop_file.sections import DOLLARS, changed_sections, sections_of
from linda.domain.shop import Shop

Tail = list[Any]
"""What follows the last key of a table: empty lines, and the comment that heads what comes next."""


def exported(file: ShopFile, shop: Shop) -> str:
    """Return the text of `file` with the sections in which `shop` differs from it; read again, it is `shop`."""
    sections = changed_sections(shop, file.shop)
    text = _with_sections(file, sections)
    if shop_of(tomllib.loads(text, parse_float=Decimal)) == shop:
        return text
    # TOML has many forms, and a file of one that can't be changed in place is written anew, without its comments.
    return tomlkit.dumps({**tomllib.loads(file.text), **_toml("", sections)})


def _with_sections(file: ShopFile, sections: Mapping[str, Any]) -> str:
    document = tomlkit.parse(file.text)
    before = sections_of(file.shop)
    for name, section in sections.items():
        held = document.get(name)
        if isinstance(held, Table):
            _update(held, before[name], section)
        elif isinstance(held, AoT):
            _replace_rows(document, name, held, before[name], section)
        else:
            document.pop(name, None)
            document.append(name, tomlkit.item(_toml(name, section)))
    return tomlkit.dumps(document)


def _update(table: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Change in `table`, which says `before`, only what is different `after`."""
    with _tail_apart(table):
        for gone in before.keys() - after.keys():
            table.pop(gone, None)
        for key, value in after.items():
            was = before.get(key)
            if isinstance(was, dict):
                _update(table[key], was, value)
            elif was != value:
                table[key] = _toml(key, value)


def _replace_rows(
    document: Container, name: str, rows: AoT, before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> None:
    """Put the rows of `after` in place of those of `before`; a row that keeps its id keeps its comments."""
    tables = list(rows.body)
    tails = [_cut_tail(each) for each in tables]
    heads = dict(zip([row["id"] for row in before[1:]], tails, strict=False))
    held = {row["id"]: (table, row) for table, row in zip(tables, before, strict=True)}
    placed: list[Table] = []
    for row in after:
        table, was = held.get(row["id"], (tomlkit.table(), {}))
        _update(table, was, row)
        if placed:
            _add_tail(placed[-1], heads.get(row["id"], [(None, Whitespace("\n"))]))
        placed.append(table)
    _add_tail(placed[-1] if placed else _last_table_before(document, name), tails[-1])
    if placed:
        document[name] = AoT(placed, name=name, parsed=True)
    else:
        document.remove(name)


def _last_table_before(document: Container, name: str) -> Item | None:
    before = takewhile(lambda pair: pair[0] is None or pair[0].key != name, document.body)
    tables = [each for _, each in before if isinstance(each, Table | AoT)]
    return _last_inside(tables[-1]) if tables else None


def _last_inside(table: Item) -> Item:
    """Return the table whose lines are the last of all in `table`."""
    inside = table.body if isinstance(table, AoT) else [each for _, each in table.value.body]
    tables = [each for each in inside if isinstance(each, Table | AoT)]
    return _last_inside(tables[-1]) if tables else table


@contextmanager
def _tail_apart(table: Any) -> Iterator[None]:
    tail = _cut_tail(table)
    yield
    _add_tail(table, tail)


def _cut_tail(table: Any) -> Tail:
    body = table.value.body if isinstance(table, Table) else []
    start = len(body)
    while start and isinstance(body[start - 1][1], Comment | Whitespace | Null):
        start -= 1
    tail = body[start:]
    del body[start:]
    return tail


def _add_tail(table: Any, tail: Tail) -> None:
    if isinstance(table, Table):
        table.value.body.extend(tail)


def _toml(key: str, value: Any) -> Any:
    """Return a value of a section as it stands in the file: whole dollars are a number there."""
    if isinstance(value, dict):
        return {name: _toml(name, each) for name, each in value.items()}
    if isinstance(value, list):
        return [_toml("", each) for each in value]
    return int(value) if key in DOLLARS and value.isdigit() else value
