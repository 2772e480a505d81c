r"""Text that an XML 1.0 document may hold.

XML 1.0 (W3C, section 2.2, production 2 "Char") has no way to write a control character other than tab, line feed
and carriage return, half a surrogate pair, or U+FFFE and U+FFFF: not raw, and not as `&#1;` either. One such
character in a reply makes the whole TwiML document unreadable, and then the customer gets nothing.
"""

from linda.domain.pattern import Pattern

_FORBIDDEN = Pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def keep_xml_characters(text: str) -> str:
    """Return `text` without the characters that XML 1.0 forbids; everything else stays as it is."""
    if text.replace("\n", "").isprintable():
        return text  # what XML forbids is never printable, and compiling the expression takes a few milliseconds
    return _FORBIDDEN.sub("", text)
