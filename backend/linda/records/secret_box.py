"""Secrets that are kept in the store, sealed with keys that are not: a copy of the store alone opens nothing."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from linda.domain.errors import SecretLost

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

Keys = Callable[[], Sequence[str]]
"""Returns the keys, the newest first; asked at each use, so that a rotation needs no restart."""


class SecretBox:
    """Seals with the newest of `keys` and opens with any of them (Fernet: AES-128-CBC and HMAC-SHA256)."""

    def __init__(self, keys: Keys) -> None:
        """Use `keys`: each is 256 random bits in URL-safe base64."""
        self._keys = keys

    def seal(self, secret: str) -> str:
        """Return `secret` as it may be kept; raises `SecretLost` without a key."""
        return self._fernet().encrypt(secret.encode()).decode()

    def open(self, sealed: str) -> str:
        """Return what was sealed; raises `SecretLost` when no key opens it."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet().decrypt(sealed).decode()
        except InvalidToken:
            raise SecretLost("the key that this secret was sealed with is not here") from None

    def _fernet(self) -> "MultiFernet":
        from cryptography.fernet import Fernet, MultiFernet

        keys = self._keys()
        if not keys:
            raise SecretLost("there is no key: LINDA_SECRET_KEYS is not set")
        return MultiFernet([Fernet(each) for each in keys])
