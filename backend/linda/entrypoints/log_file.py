"""The log in a file: rotated, bounded, and nobody else's on this machine to read."""

from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Any

from linda.domain.errors import InvalidInput
from linda.private_files import create, make_folder, narrow

FILE_BYTES, OLD_FILES = 5_000_000, 4
"""A log takes at most 25 MB: one file in use, and four that are full."""


class LogFile(RotatingFileHandler):
    """A handler of the log; a file that is full is kept under its name with a number."""

    @classmethod
    def at(cls, path: str) -> "LogFile":
        """Return the log in the file `path`, made where there is none; raises `InvalidInput`."""
        try:
            return cls(path, maxBytes=FILE_BYTES, backupCount=OLD_FILES, encoding="utf-8", errors="replace")
        except OSError as bad:
            raise InvalidInput(
                f"LINDA_LOG_FILE: {path} can't be written ({bad.strerror}); name another file."
            ) from None

    def _open(self) -> IO[Any]:  # type: ignore[override]
        path = Path(self.baseFilename)
        make_folder(path.parent)
        create(path)
        narrow(path)
        return super()._open()
