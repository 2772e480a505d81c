"""Files that nobody else of this machine may read: the folder of LINDA's data is 0700, every file of it 0600.

A file is made under another name and linked to its own when it is whole: nobody ever reads half of it, and of two who
make it at once one is first. Nor is it opened here once it has its name: a process that closes a file of SQLite's which
it opened by itself loses the locks SQLite holds on it (SQLite, "How To Corrupt An SQLite Database File", 2.2).
Where a file system knows no such modes, everything goes on without.
"""

import contextlib
import logging
import os
import secrets
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
OTHERS = 0o077
"""What the group and everybody else may do."""

_STICKY = 0o1000
_log = logging.getLogger(__name__)

_BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite adds to the name of a file for those it puts beside it."""

Change = Callable[[Path, int], None]


def database_files(path: Path) -> tuple[Path, ...]:
    """Return the SQLite file `path` and the names of those beside it."""
    return tuple(path.with_name(path.name + each) for each in _BESIDE)


def make_folder(path: Path) -> None:
    """Make the folder `path` for this user alone, where there is none; raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.mkdir(mode=FOLDER)
    except FileExistsError:
        if not path.is_dir():
            raise


def create(path: Path, content: bytes = b"") -> bool:
    """Make the file `path` with all of `content`, for this user alone; False where there is one already.

    Raises `OSError`.
    """
    if os.path.lexists(path):
        return False
    with _written_aside(path, content) as whole:
        try:
            os.link(whole, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            return _created_in_place(path, content)
    return True


def replace(path: Path, content: bytes) -> None:
    """Put a file with all of `content` in the place of `path`; raises `OSError`."""
    with _written_aside(path, content) as whole:
        whole.replace(path)


def narrow(*paths: Path, change: Change = os.chmod) -> None:
    """Take from everybody else what they may do with `paths`; what is not there is passed over.

    What belongs to somebody else is left as it is, with one sentence in the log.
    """
    for path in filter(may_others_read, paths):
        mode = path.stat().st_mode & 0o7777
        try:
            change(path, mode & ~OTHERS)
        except FileNotFoundError:
            continue
        except OSError:
            if path.stat().st_uid != os.geteuid():
                _log.warning("Others on this machine may read %s, which is not this user's: %s", path, repair(path))


def may_others_read(path: Path) -> bool:
    """Tell whether `path` is there and others may do anything with it, as far as this machine knows such modes.

    A folder like /tmp, which is everybody's on purpose, is not taken for LINDA's.
    """
    if os.name != "posix":
        return False
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return bool(mode & OTHERS) and not (path.is_dir() and mode & _STICKY)


def repair(path: Path) -> str:
    """Return the command by which whoever owns `path` keeps it to themselves."""
    return f"chmod {FOLDER if path.is_dir() else FILE:o} {shlex.quote(str(path))}"


@contextlib.contextmanager
def _written_aside(path: Path, content: bytes) -> Iterator[Path]:
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _created_in_place(aside, content)
        yield aside
    finally:
        aside.unlink(missing_ok=True)


def _created_in_place(path: Path, content: bytes) -> bool:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    return True
