"""The checker of the security tables notices every way in which a named test can fail to prove its row."""

from pathlib import Path

import pytest

from scripts.check_security import main

TESTS = """
class TestDoor:
    def test_of_a_class(self) -> None: ...

    class TestInner:
        async def test_of_a_class_in_a_class(self) -> None: ...

def test_plain() -> None: ...
def test_of_many(case) -> None: ...
def test_renamed() -> None: ...
"""
FILE = "backend/tests/unit/test_door.py"
MODULE = "backend.tests.unit.test_door"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(TESTS, encoding="utf-8")
    return tmp_path


def row(status: str = "met", tests: str = f"{FILE}::test_plain", since: str = "") -> str:
    named = f'["{tests}"]' if tests else "[]"
    more = f'since = "{since}"\n' if since else ""
    return f'[[chapters.rows]]\nid = "V1.1.1"\nwhat = "A"\nstatus = "{status}"\nwhy = "B"\ntests = {named}\n{more}'


def checked(folder: Path, rows: str, *cases: str) -> int:
    table = folder / "table.toml"
    table.write_text(f'[[chapters]]\nid = "V1"\nname = "One"\n{rows}', encoding="utf-8")
    if cases:
        (folder / "run.xml").write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    return main([str(table), "--reports", str(folder)], folder)


def case(name: str, outcome: str = "", module: str = MODULE) -> str:
    return f'<testcase classname="{module}" name="{name}">{outcome}</testcase>'


def test_a_test_that_ran_and_passed_is_enough(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(folder, row(), case("test_plain")) == 0
    assert capsys.readouterr().out == "1 tests are named by the security tables; no faults.\n"


@pytest.mark.parametrize(
    ("cases", "says"),
    [
        ([case("test_plain", "<failure/>")], "failed"),
        ([case("test_plain"), case("test_plain", "<error/>")], "failed"),
        ([case("test_plain", '<skipped type="pytest.skip"/>')], "was skipped"),
        ([case("test_plain", '<skipped type="pytest.xfail"/>')], "was skipped"),
        ([case("test_renamed")], "did not run"),
        ([case("test_plain", module="backend.tests.unit.test_window")], "did not run"),
    ],
)
def test_a_test_that_did_not_pass_is_named_with_its_row(
    folder: Path, capsys: pytest.CaptureFixture[str], cases: list[str], says: str
) -> None:
    assert checked(folder, row(), *cases) == 1
    assert f"V1.1.1: {FILE}::test_plain {says}." in capsys.readouterr().out


@pytest.mark.parametrize("node", [f"{FILE}::test_old_name", "backend/tests/unit/test_gone.py::test_plain", FILE])
def test_a_test_that_was_renamed_or_removed_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], node: str
) -> None:
    assert checked(folder, row(tests=node), case("test_renamed")) == 1
    assert f"V1.1.1: {node} does not exist." in capsys.readouterr().out


def test_a_test_with_parameters_passes_when_some_cases_ran_and_none_failed(folder: Path) -> None:
    many = row(tests=f"{FILE}::test_of_many")
    left_out = case("test_of_many[c]", "<skipped/>")
    assert checked(folder, many, case("test_of_many[a]"), case("test_of_many[b-[x]]"), left_out) == 0
    assert checked(folder, many, case("test_of_many[a]"), case("test_of_many[b]", "<failure/>")) == 1
    assert checked(folder, many, left_out) == 1


@pytest.mark.parametrize(
    ("node", "module"),
    [
        ("TestDoor::test_of_a_class", f"{MODULE}.TestDoor"),
        ("TestDoor::TestInner::test_of_a_class_in_a_class", f"{MODULE}.TestDoor.TestInner"),
    ],
)
def test_a_test_of_a_class_is_found(folder: Path, node: str, module: str) -> None:
    name = node.rpartition("::")[2]
    assert checked(folder, row(tests=f"{FILE}::{node}"), case(name, module=module)) == 0
    assert checked(folder, row(tests=f"{FILE}::{node}"), case(name)) == 1


def test_every_report_of_the_run_counts(folder: Path) -> None:
    other = f"<testsuites><testsuite>{case('test_plain')}</testsuite></testsuites>"
    (folder / "another.xml").write_text(other, encoding="utf-8")
    assert checked(folder, row(), case("test_renamed")) == 0


def test_a_missing_report_is_told_with_the_way_to_get_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(folder, row()) == 1
    assert "make test" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (row(tests=""), "names no test"),
        (row("fine"), "'fine'; it must be one of met, not applicable, open"),
        (row("open", tests=""), "the day since which it is open"),
        (row("met", since="2026-11-30"), "the day since which it is open"),
        (row() + row(), "stands there twice"),
        (row().replace('why = "B"', 'why = ""'), "must say what it asks for"),
    ],
)
def test_a_row_that_can_not_be_is_named(folder: Path, capsys: pytest.CaptureFixture[str], rows: str, says: str) -> None:
    assert checked(folder, rows, case("test_plain")) == 1
    assert says in capsys.readouterr().out


def test_before_a_run_the_names_alone_can_be_checked(folder: Path) -> None:
    table = folder / "table.toml"
    for node, status in (("test_plain", 0), ("test_old_name", 1)):
        rows = row(tests=f"{FILE}::{node}")
        table.write_text(f'[[chapters]]\nid = "V1"\nname = "One"\n{rows}', encoding="utf-8")
        assert main([str(table), "--only-names"], folder) == status
