"""Three cookies: the session, what a device is known by, and what binds a texted code to who asked for it."""

import secrets

from linda.domain.sign_in import CODE_MS, DEVICE_MS, LONGEST_MS, token_digest
from linda.entrypoints.api.admission import COOKIE
from linda.entrypoints.api.asked import Asked, asked, give_cookie

DEVICE_COOKIE = "__Host-linda-device"
CODE_COOKIE = "__Host-linda-code"


def give_session_cookie(token: str) -> None:
    """Give the browser its session."""
    give_cookie(_cookie(COOKIE, token, LONGEST_MS // 1000))


def take_session_cookie() -> None:
    """Take its session from the browser."""
    give_cookie(_cookie(COOKIE, "", 0))


def new_device() -> tuple[str, str]:
    """Return a cookie for a device to be known by, and the hash that is kept of it."""
    token = secrets.token_urlsafe(32)
    return token, token_digest(token)


def give_device_cookie(token: str) -> None:
    """Give the browser what it is known by."""
    give_cookie(_cookie(DEVICE_COOKIE, token, DEVICE_MS // 1000))


def device_key() -> str:
    """Return the hash of the cookie that the browser is known by, "" without one."""
    return device_key_of(asked())


def device_key_of(request: Asked) -> str:
    """Return the hash of the cookie that the browser of `request` is known by, "" without one."""
    token = request.cookies.get(DEVICE_COOKIE, "")
    return token_digest(token) if token else ""


def give_code_cookie(number: str) -> str:
    """Give the browser what the next code is bound to; return the hash that its code for `number` is kept under."""
    token = secrets.token_urlsafe(32)
    give_cookie(_cookie(CODE_COOKIE, token, CODE_MS // 1000))
    return _code_digest(token, number)


def take_code_cookie() -> None:
    """Take from the browser what its code was bound to: the code is used."""
    give_cookie(_cookie(CODE_COOKIE, "", 0))


def code_key(number: str) -> str:
    """Return the hash that this browser's code for `number` is kept under; without the cookie one that no code has."""
    return _code_digest(asked().cookies.get(CODE_COOKIE, ""), number)


def _code_digest(token: str, number: str) -> str:
    return token_digest(f"{token}|{number}")


def _cookie(name: str, value: str, seconds: int) -> str:
    # __Host- (RFC 6265bis) has browsers refuse the cookie without Secure, with a Domain, or for another path.
    return f"{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict"
