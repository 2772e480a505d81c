"""How long a text is on the wire, and how to make it cheaper without changing what it says.

A text is paid by the segment: 160 septets when it needs one segment and 153 in each of several, as long as every
character is in the GSM-7 alphabet (3GPP TS 23.038, section 6.2.1); one other character makes it UCS-2, and then it
is 70 and 67 code units (Twilio, "How long can a message be?"). Ten characters of GSM-7 stand behind an escape and
count twice; neither they nor a surrogate pair may be split over two segments.
"""

from dataclasses import dataclass
from itertools import chain

from linda.domain.gsm7 import BASIC, EXTENSION

_ELLIPSIS = "..."


@dataclass(frozen=True, slots=True)
class SmsSize:
    """What a text costs: its encoding ("GSM-7" or "UCS-2"), its length in units of it, its segments."""

    encoding: str
    units: int
    segments: int


def measure(text: str) -> SmsSize:
    """Return the size of `text` as it would be sent; an empty text has no segment."""
    if is_gsm7(text):
        encoding, single, joined = "GSM-7", 160, 153
        widths = [2 if character in EXTENSION else 1 for character in text]
    else:
        encoding, single, joined = "UCS-2", 70, 67
        widths = [2 if ord(character) > 0xFFFF else 1 for character in text]
    units = sum(widths)
    segments = min(units, 1) if units <= single else _segments(widths, joined)
    return SmsSize(encoding, units, segments)


def is_gsm7(text: str) -> bool:
    """Tell whether every character of `text` is in the GSM-7 alphabet or its extension."""
    return all(character in BASIC or character in EXTENSION for character in text)


def fits(text: str, segments: int = 1) -> bool:
    """Tell whether `text` can be sent in at most `segments` segments."""
    return measure(text).segments <= segments


def clip(text: str, segments: int) -> str:
    """Return `text`, cut so that it fits in `segments` segments.

    The cut falls between words and is marked by "..."; only a text whose first word alone is too long is cut
    inside it. The end of the text is what is lost, so the important thing stands at its beginning.
    """
    if fits(text, segments):
        return text
    longest = min(len(text), 160 * segments)
    word_ends = [i for i in range(1, longest) if text[i].isspace() and not text[i - 1].isspace()]
    for end in chain(reversed(word_ends), range(longest - 1, 0, -1)):
        shorter = text[:end].rstrip(" \t\r\n,;:-") + _ELLIPSIS
        if fits(shorter, segments):
            return shorter
    return ""


def _segments(widths: list[int], capacity: int) -> int:
    used, segments = 0, 1
    for width in widths:
        if used + width > capacity:
            used, segments = 0, segments + 1
        used += width
    return segments
