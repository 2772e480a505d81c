"""The page docs/security.md: the tables of the security standards, in their places in a template."""

from collections import Counter
from collections.abc import Iterable, Sequence

from scripts.security.limits import limits_table
from scripts.security.rows import ASVS, LLM, OPEN, ROOT, STATUSES, Chapter, Row, read_chapters

TEMPLATE = ROOT / "docs/security/template.md"
PAGE = ROOT / "docs/security.md"
LIMITS_PLACE, ASVS_PLACE, LLM_PLACE = "<!-- limits -->", "<!-- asvs -->", "<!-- llm-top-10 -->"


def security_page() -> str:
    """Return the page: the limits as the code has them, then the standards."""
    page = TEMPLATE.read_text(encoding="utf-8").replace(LIMITS_PLACE, limits_table())
    for place, table in ((ASVS_PLACE, ASVS), (LLM_PLACE, LLM)):
        page = page.replace(place, standard(read_chapters(table)))
    return page


def standard(chapters: Sequence[Chapter]) -> str:
    """Return a standard in Markdown: how many lines are met, what is open, and then every line."""
    rows = [row for chapter in chapters for row in chapter.rows]
    parts = [_summary(chapters), *_open([row for row in rows if row.status == OPEN])]
    for chapter in chapters:
        parts += [f"### {chapter.id} {chapter.name}", _table(chapter.rows)]
    return "\n\n".join(parts)


def _summary(chapters: Sequence[Chapter]) -> str:
    lines = [f"| chapter | lines | {' | '.join(STATUSES)} |", f"|---|{'---|' * (1 + len(STATUSES))}"]
    total: Counter[str] = Counter()
    for chapter in chapters:
        counts = Counter(row.status for row in chapter.rows)
        total += counts
        lines.append(_counted(f"{chapter.id} {chapter.name}", counts))
    return "\n".join([*lines, _counted("all", total)])


def _counted(name: str, counts: Counter[str]) -> str:
    return f"| {name} | {counts.total()} | {' | '.join(str(counts[status]) for status in STATUSES)} |"


def _open(rows: Sequence[Row]) -> list[str]:
    if not rows:
        return ["Nothing is open."]
    return [
        "### Open",
        "\n".join(f"- **{row.id}**{_level(row)}, since {row.since}: {row.what}. {row.why}" for row in rows),
    ]


def _table(rows: Iterable[Row]) -> str:
    cells = (f"| {row.id}{_level(row)} | {_cell(row.what)} | {row.status} | {_proof(row)} |" for row in rows)
    return "\n".join(["| line | asks for | status | how, and the tests that say so |", "|---|---|---|---|", *cells])


def _level(row: Row) -> str:
    return f" (L{row.level})" if row.level else ""


def _proof(row: Row) -> str:
    links = [f"[{_sentence(node)}](../{node.partition('::')[0]})" for node in row.tests]
    return "<br>".join([_cell(row.why), *links])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sentence(node: str) -> str:
    return node.rpartition("::")[2].removeprefix("test_").replace("_", " ")
