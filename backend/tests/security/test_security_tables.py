"""The tables of the security standards are whole, their rows are in our own words, and their tests exist."""

import re

import pytest

from scripts.check_security import main
from scripts.security.page import PAGE, security_page, standard
from scripts.security.rows import ASVS, LLM, MET, ROOT, STATUSES, Chapter, Row, faults_of, read_chapters

LINES = {
    "V1": (8, 19), "V2": (4, 7), "V3": (8, 11), "V4": (2, 8), "V5": (4, 5), "V6": (13, 22), "V7": (6, 12),
    "V8": (4, 3), "V9": (4, 3), "V10": (5, 24), "V11": (3, 11), "V12": (3, 6), "V13": (1, 12), "V14": (2, 7),
    "V15": (3, 10), "V16": (0, 16), "V17": (0, 7),
}  # fmt: skip
"""How many lines of level 1 and of level 2 each chapter of ASVS 5.0.0 has."""

TABLES = {"ASVS": ASVS, "LLM": LLM}


def rows_of(table: str) -> list[Row]:
    return [row for chapter in read_chapters(TABLES[table]) for row in chapter.rows]


def test_every_line_of_levels_1_and_2_has_its_row() -> None:
    found = {
        chapter.id: tuple(sum(row.level == level for row in chapter.rows) for level in (1, 2))
        for chapter in read_chapters(ASVS)
    }
    assert found == LINES
    assert tuple(map(sum, zip(*LINES.values(), strict=True))) == (70, 183)


def test_rows_stand_in_the_standards_order_under_their_chapter() -> None:
    for chapter in read_chapters(ASVS):
        numbers = [tuple(map(int, row.id.removeprefix("V").split("."))) for row in chapter.rows]
        assert numbers == sorted(set(numbers))
        assert {f"V{number[0]}" for number in numbers} == {chapter.id}


def test_each_of_the_ten_risks_has_its_rows() -> None:
    chapters = read_chapters(LLM)
    assert [chapter.id for chapter in chapters] == [f"LLM{number:02}:2025" for number in range(1, 11)]
    for chapter in chapters:
        assert chapter.rows
        assert all(row.id.startswith(chapter.id.removesuffix("2025").replace(":", ".")) for row in chapter.rows)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_impossible_and_every_test_it_names_exists(table: str) -> None:
    assert list(faults_of(read_chapters(TABLES[table]))) == []
    assert main([str(TABLES[table]), "--only-names"]) == 0


@pytest.mark.parametrize("table", TABLES)
def test_what_a_row_asks_for_is_short_and_in_our_own_words(table: str) -> None:
    for row in rows_of(table):
        assert len(row.what.split()) <= 15, row.id
        assert not re.match("verify that", row.what, re.IGNORECASE), row.id


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_is_met_names_no_browser_and_no_server_that_may_be_missing(table: str) -> None:
    """Tests in a browser or on an emulator are left out where there is none, and then prove nothing."""
    optional = re.compile(r"tests/(browser|phases)/|tests/deploy/test_(deploy|zip|least|doctor|package)")
    assert [node for row in rows_of(table) if row.status == MET for node in row.tests if optional.search(node)] == []


def test_the_page_is_what_the_tables_say_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == security_page(), "run: make generate"


def test_a_table_shows_its_counts_what_is_open_and_every_row_with_links_to_its_tests() -> None:
    met = Row("V1.1", "A | B", "met", "C | D", ("backend/tests/unit/test_door.py::test_it_is_shut",), 1)
    other = Row("V1.2", "E", "open", "F.", level=2, since="2026-11-30")
    shown = standard([Chapter("V1", "One", (met, other))])
    assert "| V1 One | 2 | 1 | 0 | 1 |\n| all | 2 | 1 | 0 | 1 |" in shown
    assert "- **V1.2** (L2), since 2026-11-30: E. F." in shown
    link = "[it is shut](../backend/tests/unit/test_door.py)"
    assert rf"| V1.1 (L1) | A \| B | met | C \| D<br>{link} |" in shown
    assert len(STATUSES) == 3


def test_without_open_rows_the_table_says_so() -> None:
    assert "Nothing is open." in standard([Chapter("V1", "One", ())])


def test_the_places_of_other_tables_stay() -> None:
    assert "<!-- limits -->" in (ROOT / "docs/security/template.md").read_text(encoding="utf-8")
