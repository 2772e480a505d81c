"""Tables for a spreadsheet program: CSV (RFC 4180) that Excel opens as it is meant, and that carries no formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

BOM = "\ufeff"
"""Tells Excel that the file is UTF-8."""

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table; a cell that a program would run as a formula gets an apostrophe before it."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return BOM + written.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
