"""What became of the tests of a run, by the JUnit reports that pytest wrote of it."""

import ast
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"
_BAD = {"failure": FAILED, "error": FAILED, "skipped": SKIPPED}

Outcomes = Mapping[str, frozenset[str]]
"""The outcomes of all cases of a test, by its name in a report: `backend.tests.unit.test_x.TestKind::test_name`."""


def read_outcomes(reports: Iterable[Path]) -> Outcomes:
    """Return what became of each test, its parameters taken together."""
    found: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it in this very run
            name = case.get("name", "").partition("[")[0]
            found[f"{case.get('classname')}::{name}"].add(_outcome(case))
    return {name: frozenset(outcomes) for name, outcomes in found.items()}


def fault_of_test(node: str, outcomes: Outcomes, root: Path) -> str:
    """Return what is wrong with the test `node` in this run, in words; "" when it ran and passed.

    A test of several cases may leave some out (an engine that does not run everything), but not all.
    """
    had = outcomes.get(_name_in_report(node), frozenset())
    if FAILED in had:
        return "failed"
    if PASSED in had:
        return ""
    if not is_defined(node, root):
        return "does not exist"
    return "was skipped" if had else "did not run"


def is_defined(node: str, root: Path) -> bool:
    """Tell whether the file that `node` names defines this test."""
    file, *names = node.split("::")
    path = root / file
    scope: ast.AST | None = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else None
    for name in names:
        scope = next((each for each in _definitions(scope) if each.name == name), None)
    return scope is not None and bool(names)


def _definitions(scope: ast.AST | None) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [each for each in getattr(scope, "body", ()) if isinstance(each, kinds)]


def _name_in_report(node: str) -> str:
    file, *names = node.split("::")
    module = file.removesuffix(".py").replace("/", ".")
    return f"{'.'.join([module, *names[:-1]])}::{names[-1] if names else ''}"


def _outcome(case: ET.Element) -> str:
    return next((_BAD[part.tag] for part in case if part.tag in _BAD), PASSED)
