"""Where in the shop file a key stands: the TOML reader of the standard library does not say."""

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[A-Za-z0-9_-]+"
    r"|[^ \t\r]",
    re.DOTALL,
)


def key_lines(toml: str) -> Mapping[Path, int]:
    """Return the line (from 1) of every table and key of a valid TOML text, by path: ("services", 2, "price").

    What stands inside a list or an inline table has no line of its own; `line_of` falls back to the key that holds it.
    """
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for line, pieces in _statements(toml):
        names = _key(pieces)
        if pieces[0] == "[":
            path = table = _header(names, counts, many=pieces[1] == "[")
        else:
            path = table + names
        for end in range(1, len(path) + 1):
            found.setdefault(path[:end], line)
    return found


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of `path`, or of the nearest thing around it that has one."""
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 1)


def _statements(toml: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each header or assignment with the line it starts on, as pieces without comments."""
    pieces: list[str] = []
    depth, line, started = 0, 1, 1
    for piece in _PIECE.findall(toml):
        depth += (piece in "[{") - (piece in "]}")
        if piece == "\n" and depth == 0:
            if pieces:
                yield started, pieces
            pieces = []
        elif piece != "\n" and not piece.startswith("#"):
            started = started if pieces else line
            pieces.append(piece)
        line += piece.count("\n")
    if pieces:
        yield started, pieces


def _key(pieces: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for piece in pieces:
        if piece == "=":
            break
        if piece not in {"[", "]", "."}:
            names.append(piece.strip("\"'"))
    return tuple(names)


def _header(names: tuple[str, ...], counts: dict[Path, int], *, many: bool) -> Path:
    path: Path = ()
    for name in names[:-1]:
        path = _inside((*path, name), counts)
    path = (*path, names[-1])
    if many:
        counts[path] = counts.get(path, 0) + 1
    return _inside(path, counts)


def _inside(path: Path, counts: dict[Path, int]) -> Path:
    return (*path, counts[path] - 1) if path in counts else path
