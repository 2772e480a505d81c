"""Tables for a spreadsheet program: CSV (RFC 4180) that Excel opens as it is meant, and that carries no formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from linda.domain.pattern import Pattern

BOM = "\ufeff"
"""Tells Excel that the file is UTF-8."""

_FORMULA = Pattern(r"(?:^|(?<=[;\t\r\n]))(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
"""Before what a spreadsheet takes for a formula: in a cell, and behind what it may take for the cell's end; in the wide
forms of East Asia too (OWASP, "CSV Injection")."""


def sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table; a cell that a program would run as a formula gets an apostrophe before it."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return BOM + written.getvalue()


def _harmless(cell: str) -> str:
    return _FORMULA.sub("'", cell)
