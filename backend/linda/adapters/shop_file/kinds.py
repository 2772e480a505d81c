"""The kinds of value of this trade: dollars, times of day, dates, zones, phone numbers, status lines."""

import re
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from linda.adapters.shop_file.legal import Legal, shown
from linda.domain.errors import InvalidInput
from linda.domain.phone_number import is_e164, to_e164
from linda.domain.shop import Hours
from linda.domain.synthetic_voice import VOICE_NAME, is_voice

_DOLLARS = re.compile(r"\$?([0-9]{1,5})(?:\.([0-9]{2}))?")
_STRETCH = re.compile(r"\s*([01]?[0-9]|2[0-3]):([0-5][05])\s*-\s*([01]?[0-9]|2[0-3]):([0-5][05])\s*")
_SLUG = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LONGEST_VOICE = 80
_WORD = re.compile(r"[a-z0-9]{2,40}")


def _cents(given: Any) -> int:
    written = str(given) if isinstance(given, int | Decimal) and not isinstance(given, bool) else given
    if isinstance(given, Decimal) and re.fullmatch(r"[0-9]+\.[0-9]", str(given)):
        written = f"{given}0"
    match = _DOLLARS.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise ValueError(f'must be dollars, like 79 or "79.50" (at most 99999), not {shown(given)}')
    return int(match[1]) * 100 + int(match[2] or 0)


def _slug(given: Any) -> str:
    if isinstance(given, str) and _SLUG.fullmatch(given):
        return given
    raise ValueError(f'must be small letters, digits and _ (like "iphone_screen"), not {shown(given)}')


def _word(given: Any) -> str:
    if isinstance(given, str) and _WORD.fullmatch(given):
        return given
    raise ValueError(f'must be one word in small letters, like "droid", not {shown(given)}')


def _phone(given: Any) -> str:
    if isinstance(given, str) and is_e164(given):
        try:
            return to_e164(given)
        except InvalidInput:
            pass
    raise ValueError(f'must be a phone number with + and country code, like "+19045550142", not {shown(given)}')


def _voice(given: Any) -> str:
    if isinstance(given, str) and len(given) <= _LONGEST_VOICE and is_voice(given):
        return given
    raise ValueError(f'must be a voice of Twilio, like "Polly.Joanna-Neural", not {shown(given)}')


def _zone(given: Any) -> ZoneInfo:
    if isinstance(given, str):
        try:
            return ZoneInfo(given)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            near = get_close_matches(given, available_timezones(), 1)
            hint = f'; did you mean "{near[0]}"?' if near else ""
            raise ValueError(f'must be a time zone, like "America/New_York", not {shown(given)}{hint}') from None
    raise ValueError(f'must be a time zone, like "America/New_York", not {shown(given)}')


def _day(given: Any) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ValueError(f"must be a date, like 2026-12-24, not {shown(given)}") from None


def _hours(given: Any) -> tuple[Hours, ...]:
    if given == "closed":
        return ()
    stretches = [_stretch(each) for each in (given if isinstance(given, list) else [given])]
    for earlier, later in pairwise(stretches):
        if later.opens < earlier.closes:
            raise ValueError(f"must be in order and apart: {later.opens:%H:%M} comes before {earlier.closes:%H:%M}")
    return tuple(stretches)


def _stretch(given: Any) -> Hours:
    match = _STRETCH.fullmatch(given) if isinstance(given, str) else None
    if match is None:
        raise ValueError(
            f'must be "closed", or hours on a 24-hour clock in 5-minute steps, like "9:00-17:00", not {shown(given)}'
        )
    opens, closes = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    if opens >= closes:
        raise ValueError(f"must open before it closes, not {shown(given)} (5 PM is 17:00)")
    return Hours(opens, closes)


def status_line(*places: str) -> Legal:
    """Return the kind of a sentence that may name `places` in braces ("owner", "until")."""

    def read(given: Any) -> str:
        is_line = isinstance(given, str) and 1 <= len(given) <= 160 and given.isprintable()
        if is_line and _named_places(given) <= set(places):
            return str(given)
        legal = ", ".join(f"{{{place}}}" for place in places)
        raise ValueError(f"must be one line of up to 160 characters that may use {legal}, not {shown(given)}")

    return Legal(read, {"type": "string", "minLength": 1, "maxLength": 160})


def _named_places(line: str) -> set[str]:
    try:
        pieces = list(Formatter().parse(line))
    except ValueError:
        return {"a brace without its partner"}
    return {name + (spec or "") + (conversion or "") for _, name, spec, conversion in pieces if name is not None}


DOLLARS = Legal(
    _cents,
    {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": 99999},
            {"type": "string", "pattern": f"^{_DOLLARS.pattern}$"},
        ]
    },
)
SLUG = Legal(_slug, {"type": "string", "pattern": f"^{_SLUG.pattern}$"})
WORD = Legal(_word, {"type": "string", "pattern": f"^{_WORD.pattern}$"})
VOICE = Legal(_voice, {"type": "string", "maxLength": _LONGEST_VOICE, "pattern": f"^({VOICE_NAME})$"})
PHONE = Legal(_phone, {"type": "string", "pattern": r"^\+[1-9][0-9]{6,14}$"})
ZONE = Legal(_zone, {"type": "string", "examples": ["America/New_York"]})
DAY = Legal(_day, {"type": "string", "format": "date"})
_ONE_STRETCH = {"type": "string", "pattern": f"^({_STRETCH.pattern}|closed)$"}
HOURS = Legal(_hours, {"anyOf": [_ONE_STRETCH, {"type": "array", "items": _ONE_STRETCH}]})
