"""Everything LINDA imports is in the package, or comes with Lambda: found out before a function does."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from linda.deployment.problem import NotBuilt

LAMBDA_BRINGS = frozenset({"awslambdaric", "boto3", "botocore", "snapshot_restore_py"})
"""What Lambda's Python runtimes carry (docs.aws.amazon.com/lambda/latest/dg/lambda-python.html)."""


def missing(folder: Path, ours: Iterable[Path], gone: frozenset[str]) -> list[str]:
    """Return the modules that our sources in `folder` import and nobody could find, each with its importer.

    Args:
        folder: the package.
        ours: the sources to look through; libraries are not, as each of them knows what it can do without.
        gone: what was taken out of the package, by dotted name.

    Raises:
        NotBuilt: one of our sources is no Python.
    """
    there = frozenset(path.name.split(".")[0] for path in folder.iterdir()) | LAMBDA_BRINGS | sys.stdlib_module_names
    return [
        f"{name} (imported by {path.relative_to(folder)})"
        for path in ours
        for name in sorted(set(_imported(path)))
        if name.split(".")[0] not in there or not gone.isdisjoint(_with_parents(name))
    ]


def _imported(path: Path) -> Iterator[str]:
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError) as bad:
        raise NotBuilt(f"{path.name} is no Python: {bad}") from bad
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _with_parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    yield from (".".join(parts[:count]) for count in range(1, len(parts) + 1))
