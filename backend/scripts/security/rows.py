"""The rows of a security standard: what it asks for, whether LINDA meets it, and which tests say so."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
ASVS = ROOT / "docs/security/asvs.toml"
LLM = ROOT / "docs/security/llm-top-10.toml"

MET, NOT_APPLICABLE, OPEN = "met", "not applicable", "open"
STATUSES = (MET, NOT_APPLICABLE, OPEN)


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement.

    `tests` are pytest node ids without parameters; `level` is 0 where the standard has none; `since` (an ISO day) says
    how long it has been open.
    """

    id: str
    what: str
    status: str
    why: str
    tests: tuple[str, ...] = ()
    level: int = 0
    since: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rows that a standard keeps under one heading."""

    id: str
    name: str
    rows: tuple[Row, ...]


def read_chapters(path: Path) -> tuple[Chapter, ...]:
    """Return the chapters of the file at `path`; raises TypeError for a row with a key that no row has."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Chapter(chapter["id"], chapter["name"], tuple(_row(each) for each in chapter["rows"]))
        for chapter in document["chapters"]
    )


def _row(given: dict[str, Any]) -> Row:
    return Row(**{**given, "tests": tuple(given.get("tests", ()))})


def faults_of(chapters: Sequence[Chapter]) -> Iterator[str]:
    """Yield a sentence for each row that can not be as it stands."""
    seen: set[str] = set()
    for row in (row for chapter in chapters for row in chapter.rows):
        if row.id in seen:
            yield f"{row.id} stands there twice."
        seen.add(row.id)
        yield from _faults_of_row(row)


def _faults_of_row(row: Row) -> Iterator[str]:
    if row.status not in STATUSES:
        yield f"{row.id} has the status {row.status!r}; it must be one of {', '.join(STATUSES)}."
    if row.status == MET and not row.tests:
        yield f"{row.id} is met, and names no test that says so."
    if (row.status == OPEN) != bool(row.since):
        yield f"{row.id} must name the day since which it is open, and only an open row does."
    if not (row.what and row.why):
        yield f"{row.id} must say what it asks for, and why it stands as it does."
