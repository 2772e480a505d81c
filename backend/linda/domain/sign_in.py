"""Signing in: how long everything lasts, how often it may be tried, and how secrets are kept."""

import hashlib
import hmac
from dataclasses import dataclass, replace
from enum import StrEnum

from linda.domain.pattern import Pattern

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS

CODE_MS = 10 * MINUTE_MS
"""For so long the code of a text is good."""
TRIES_A_CODE = 5
CODES_A_DAY = 10
TRIES_A_DAY = 10
"""So many wrong codes of the authenticator, and recovery codes, are looked at in a day."""

IDLE_MS = 7 * DAY_MS
LONGEST_MS = 30 * DAY_MS
HALFWAY_MS = 15 * MINUTE_MS
"""A sign-in that is not finished by then begins anew."""
SEEN_EVERY_MS = 5 * MINUTE_MS
"""Not each request writes that a browser was seen."""
DEVICE_MS = 180 * DAY_MS
"""For so long a device that showed the second factor needs only the code of the text."""

_CODE = Pattern(r"[0-9]{6}")
_RECOVERY = Pattern(r"[a-z2-9]{10}")
_GAPS = str.maketrans("", "", " -\u00a0\u2010\u2011\u2013")


class Lacks(StrEnum):
    """What a sign-in still needs after the code of the text."""

    SECOND_FACTOR = "second_factor"
    ENROLMENT = "enrolment"


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often something was done in the 24 hours since it was done first; `ends_at` is epoch ms."""

    count: int = 0
    ends_at: int = 0

    def at(self, now_ms: int) -> "Allowance":
        """Return the allowance in force at `now_ms`: a new one once the day is over."""
        return self if now_ms < self.ends_at else Allowance(0, now_ms + DAY_MS)

    def used(self) -> "Allowance":
        """Return the allowance after one more time."""
        return replace(self, count=self.count + 1)


def ends_at(opened_at: int, seen_at: int, lacks: str) -> int:
    """Return when a session ends (epoch ms): left alone for a week, a month old, or never finished."""
    if lacks:
        return opened_at + HALFWAY_MS
    return min(seen_at + IDLE_MS, opened_at + LONGEST_MS)


def read_code(text: str) -> str | None:
    """Return the six digits that a person typed, gaps left out; None when it can be no code."""
    digits = text.translate(_GAPS)
    return digits if _CODE.fullmatch(digits) else None


def read_recovery_code(text: str) -> str | None:
    """Return the recovery code that a person typed, in small letters without gaps; None when it can be none."""
    letters = text.translate(_GAPS).lower()
    return letters if _RECOVERY.fullmatch(letters) else None


def code_digest(key: str, salt: str, code: str) -> str:
    """Return what is kept of the code of a text.

    Six digits are guessed in a moment from any hash without a secret. So it is an HMAC with `key`, which is never in
    the store: a copy of the table tells nothing.
    """
    return hmac.new(key.encode(), f"sign-in|{salt}|{code}".encode(), "sha256").hexdigest()


def recovery_digest(salt: str, code: str) -> str:
    """Return what is kept of a recovery code of 50 bits.

    It is scrypt (RFC 7914; 16 MB, some 50 ms) and needs no key: these codes must outlive every key there is, and going
    through all of them takes a million years. One `salt` for all ten, so that a try is one computation.
    """
    return hashlib.scrypt(code.encode(), salt=salt.encode(), n=2**14, r=8, p=1, dklen=32).hex()


def token_digest(token: str) -> str:
    """Return what is kept of a cookie; of 256 random bits a plain hash tells nothing."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def csrf_of(token: str) -> str:
    """Return the word that a page of ours shows beside the cookie `token`; computed, so that it is kept nowhere."""
    return hmac.new(token.encode("utf-8", "replace"), b"csrf", "sha256").hexdigest()[:32]
