"""Checks that every test that the security tables name exists, ran in this run of the gate, and passed."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.security.reports import Outcomes, fault_of_test, is_defined, read_outcomes
from scripts.security.rows import ASVS, LLM, ROOT, Chapter, Row, faults_of, read_chapters

REPORTS = ROOT / ".reports"


def faults(chapters: Sequence[Chapter], outcomes: Outcomes | None, root: Path) -> Iterator[str]:
    """Yield a line for each row that can not be, and for each named test that did not pass.

    Without `outcomes` a test only has to exist.
    """
    yield from faults_of(chapters)
    for row in (row for chapter in chapters for row in chapter.rows):
        yield from _faults_of_tests(row, outcomes, root)


def _faults_of_tests(row: Row, outcomes: Outcomes | None, root: Path) -> Iterator[str]:
    for node in row.tests:
        if outcomes is not None:
            fault = fault_of_test(node, outcomes, root)
        else:
            fault = "" if is_defined(node, root) else "does not exist"
        if fault:
            yield f"{row.id}: {node} {fault}."


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Check both tables against the tests under `root`, print what is wrong, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=REPORTS, help="the folder with the JUnit reports of the run")
    parser.add_argument("--only-names", action="store_true", help="look for the tests in their files alone")
    parser.add_argument("tables", nargs="*", type=Path, default=[ASVS, LLM], help="the tables to check")
    given = parser.parse_args(arguments)
    reports = sorted(given.reports.glob("*.xml"))
    if not (reports or given.only_names):
        print(f"{given.reports} holds no report: run `make test` first, which writes one for each run of pytest.")
        return 1
    chapters = [chapter for table in given.tables for chapter in read_chapters(table)]
    found = list(faults(chapters, None if given.only_names else read_outcomes(reports), root))
    for line in found:
        print(line)
    named = {node for chapter in chapters for row in chapter.rows for node in row.tests}
    counted = "1 fault" if len(found) == 1 else f"{len(found) or 'no'} faults"
    print(f"{len(named)} tests are named by the security tables; {counted}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
