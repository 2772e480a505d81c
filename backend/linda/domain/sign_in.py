"""Signing in: how long everything lasts, how often it may be tried, and how secrets are kept."""

import hashlib
import hmac
import secrets
from enum import StrEnum

from linda.domain.limits import DAY_MS, MINUTE_MS
from linda.domain.pattern import Pattern

CODE_MS = 10 * MINUTE_MS
"""For so long the code of a text is good."""
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
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""Of long codes: 32, none of them mistaken for another."""
_GAPS = str.maketrans("", "", " -\u00a0\u2010\u2011\u2013")


class Lacks(StrEnum):
    """What a sign-in still needs after the code of the text."""

    SECOND_FACTOR = "second_factor"
    ENROLMENT = "enrolment"


def ends_at(opened_at: int, seen_at: int, lacks: str) -> int:
    """Return when a session ends (epoch ms): left alone for a week, a month old, or never finished."""
    if lacks:
        return opened_at + HALFWAY_MS
    return min(seen_at + IDLE_MS, opened_at + LONGEST_MS)


def read_code(text: str) -> str | None:
    """Return the six digits that a person typed, gaps left out; None when it can be no code."""
    digits = text.translate(_GAPS)
    return digits if _CODE.fullmatch(digits) else None


def read_long_code(text: str) -> str | None:
    """Return the long code that a person typed, in small letters without gaps; None when it can be none."""
    letters = text.translate(_GAPS).lower()
    return letters if _RECOVERY.fullmatch(letters) else None


def new_long_code() -> str:
    """Return a code of 50 random bits, as it is shown: too long to be guessed, short enough to be typed."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


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
