"""What the attributes of the verbs may be: each reader returns the value or raises `ValueError` with what is legal."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

Reader = Callable[[str], Any]

_MOST_HINTS, _LONGEST_HINT = 500, 100  # Twilio, "<Gather>", hints
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*|multi")
_VOICE = re.compile(r"man|woman|alice|(Polly|Google|ElevenLabs)\.[A-Za-z0-9_.:/-]+")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_NO_URL = re.compile(r"[^!-~]")


def any_text(given: str) -> str:
    """Return what was given: every text is legal."""
    return given


def one_of(*legal: str) -> Reader:
    """Return a reader of one of the words `legal`."""

    def read(given: str) -> str:
        if given not in legal:
            raise ValueError(f"must be one of {', '.join(legal)}")
        return given

    return read


def boolean(given: str) -> bool:
    """Read "true" or "false"."""
    return bool(one_of("true", "false")(given) == "true")


def whole(least: int, most: int = 99_999) -> Reader:
    """Return a reader of a whole number from `least` to `most`."""

    def read(given: str) -> int:
        if not (given.isascii() and given.isdigit() and least <= int(given) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(given)

    return read


def whole_or_auto(given: str) -> int | None:
    """Read a positive whole number, or "auto" as None."""
    return None if given == "auto" else int(whole(1)(given))


def heard(given: str) -> frozenset[str]:
    """Read what a Gather listens to: dtmf, speech, or both."""
    kinds = given.split()
    if not kinds or len(set(kinds)) < len(kinds) or not set(kinds) <= {"dtmf", "speech"}:
        raise ValueError("must be dtmf, speech or both")
    return frozenset(kinds)


def keys(given: str) -> str:
    """Read the keys that end what is pressed; none is legal."""
    if not set(given) <= set("0123456789#*"):
        raise ValueError("must be keys of a telephone")
    return given


def hints(given: str) -> tuple[str, ...]:
    """Read phrases with commas between."""
    phrases = tuple(phrase.strip() for phrase in given.split(","))
    if not all(phrases) or len(phrases) > _MOST_HINTS or any(len(phrase) > _LONGEST_HINT for phrase in phrases):
        raise ValueError(f"must be at most {_MOST_HINTS} phrases of at most {_LONGEST_HINT} characters, none empty")
    return phrases


def language(given: str) -> str:
    """Read a language tag (BCP 47)."""
    if not _LANGUAGE.fullmatch(given):
        raise ValueError("must be a language, as in en-US")
    return given


def voice(given: str) -> str:
    """Read the name of a voice."""
    if not _VOICE.fullmatch(given):
        raise ValueError("must be a voice, as in Polly.Joanna-Neural")
    return given


def number(given: str) -> str:
    """Read a telephone number in E.164."""
    if not _E164.fullmatch(given):
        raise ValueError("must be a number, as in +19045550199")
    return given


def url(given: str) -> str:
    """Read a URL of http or https, or a relative one."""
    return _url(given, {"", "http", "https"})


def socket_url(given: str) -> str:
    """Read the URL of a WebSocket, which must be encrypted."""
    return _url(given, {"wss"})


def _url(given: str, schemes: set[str]) -> str:
    parts = urlsplit(given)
    is_whole = bool(parts.hostname) if parts.scheme else bool(parts.path)
    if _NO_URL.search(given) or parts.scheme not in schemes or not is_whole:
        raise ValueError(f"must be a URL ({' or '.join(sorted(each or 'relative' for each in schemes))})")
    return given
