"""The headers that go with every answer, whatever its route and status; what an answer sets itself stands."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from linda.entrypoints.http_answer import HttpAnswer

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    # An answer that is no page runs nothing, loads nothing, and is nobody's frame.
    "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    # What holds nobody's data says so itself (api/caching.py, pages.py).
    "cache-control": "no-store",
}
_HSTS = {"strict-transport-security": "max-age=63072000; includeSubDomains"}


def header_set(*, https: bool) -> dict[str, str]:
    """Return the headers by their lower-case names; over `https` browsers are told to keep to it."""
    return {**_ALWAYS, **(_HSTS if https else {})}


def with_header_set(answer: HttpAnswer, *, https: bool) -> HttpAnswer:
    """Return `answer` with the header set."""
    return replace(answer, headers=tuple(completed(answer.headers, https=https)))


def result_with_header_set(result: Mapping[str, Any], *, https: bool) -> dict[str, Any]:
    """Return what a function returned, with the header set."""
    given = {str(name).lower(): value for name, value in (result.get("headers") or {}).items()}
    return {**result, "headers": {**header_set(https=https), **given}}


def completed(headers: Iterable[tuple[str, str]], *, https: bool) -> list[tuple[str, str]]:
    """Return `headers` (lower-case names) and whatever of the header set they do not name."""
    given = list(headers)
    names = {name for name, _ in given}
    return [*given, *((name, value) for name, value in header_set(https=https).items() if name not in names)]
