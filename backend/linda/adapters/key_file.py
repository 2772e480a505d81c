"""The keys that seal secrets of the store, in a file of their own beside it: one a line, the newest first."""

import base64
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

NAME = "secret.keys"


class KeyFile:
    """The file in a data folder; only its owner may read it."""

    def __init__(self, data_dir: Path) -> None:
        """Keep the keys in `data_dir`."""
        self.path = data_dir / NAME

    def make(self) -> None:
        """Make the file with a first key, unless it is there; of several who do it at once, one does."""
        if self.path.exists():
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Written aside and linked into place, so that nobody ever reads half a file and the first one stays.
        aside = self._written_aside([new_key()])
        try:
            os.link(aside, self.path)
        except FileExistsError:
            return
        finally:
            aside.unlink()

    def keys(self) -> Sequence[str]:
        """Return the keys, the newest first; none when the file is gone."""
        try:
            return tuple(self.path.read_text(encoding="ascii").split())
        except FileNotFoundError:
            return ()

    def rotate(self) -> None:
        """Put a new key before the others, which still open what they sealed."""
        self._written_aside([new_key(), *self.keys()]).replace(self.path)

    def keep_newest(self) -> None:
        """Forget every key but the newest; what only the others open is lost."""
        self._written_aside(self.keys()[:1]).replace(self.path)

    def _written_aside(self, keys: Sequence[str]) -> Path:
        aside = self.path.with_name(f"{NAME}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write("".join(f"{each}\n" for each in keys))
        return aside


def new_key() -> str:
    """Return 256 random bits as Fernet takes them: URL-safe base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
