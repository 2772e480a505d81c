"""The keys that seal secrets of the store, in a file of their own beside it: one a line, the newest first."""

import base64
import secrets
from collections.abc import Sequence
from pathlib import Path

from linda.private_files import create, make_folder, narrow, replace

NAME = "secret.keys"


class KeyFile:
    """The file in a data folder; only its owner may read it."""

    def __init__(self, data_dir: Path) -> None:
        """Keep the keys in `data_dir`."""
        self.path = data_dir / NAME

    def make(self) -> None:
        """Make the file with a first key, unless it is there; of several who do it at once, one does."""
        make_folder(self.path.parent)
        create(self.path, _lines([new_key()]))
        narrow(self.path.parent, self.path)

    def keys(self) -> Sequence[str]:
        """Return the keys, the newest first; none when the file is gone."""
        try:
            return tuple(self.path.read_text(encoding="ascii").split())
        except FileNotFoundError:
            return ()

    def rotate(self) -> None:
        """Put a new key before the others, which still open what they sealed."""
        replace(self.path, _lines([new_key(), *self.keys()]))

    def keep_newest(self) -> None:
        """Forget every key but the newest; what only the others open is lost."""
        replace(self.path, _lines(self.keys()[:1]))


def new_key() -> str:
    """Return 256 random bits as Fernet takes them: URL-safe base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def _lines(keys: Sequence[str]) -> bytes:
    return "".join(f"{each}\n" for each in keys).encode("ascii")
