"""Names of things that can be computed again, so that a retry finds its own work, and one that nobody can compute."""

import base64
import hashlib
import secrets
from datetime import date


def lead_id(phone: str) -> str:
    """Return the id of the lead with this `phone` (E.164)."""
    return f"lead_{_short_hash(f'lead|{phone}')}"


def booking_id(sid: str, day: date, minute: int) -> str:
    """Return the id of the booking that message `sid` makes for the `minute` of `day` (shop wall clock)."""
    return f"book_{_short_hash(f'book|{day.isoformat()}|{minute}|{sid}')}"


def block_id(day: date, minute: int, minutes: int) -> str:
    """Return the id under which the owner takes `minutes` from the `minute` of `day` off the calendar."""
    return f"block_{_short_hash(f'block|{day.isoformat()}|{minute}|{minutes}')}"


def link_secret() -> str:
    """Return 128 random bits in letters and figures that nothing reads as the end of a link."""
    return base64.b32encode(secrets.token_bytes(16)).decode().lower().rstrip("=")


def booking_code(booking: str) -> str:
    """Return the four digits by which the owner names a booking in a text: "done 4417".

    Never starts with 0, so that it survives being read as a number. Nine thousand codes do not name a booking
    for ever: look one up among the bookings of the days around now.
    """
    return str(1000 + int.from_bytes(_digest(f"code|{booking}")[:8]) % 9000)


def _short_hash(text: str) -> str:
    return base64.b32encode(_digest(text)[:10]).decode().lower()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
