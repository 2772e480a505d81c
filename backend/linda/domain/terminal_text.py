r"""Text that a terminal shows and does not obey.

A terminal takes control characters for orders (ECMA-48): what a customer texts could clear the screen, put something
into the clipboard or write a line that looks like LINDA's. The marks of Unicode's bidirectional algorithm (UAX 9) turn
what is read around. Both are written out, as JSON writes them; line feeds and tabs stay.
"""

import re

from linda.domain.pattern import Pattern

_OBEYED = Pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def for_terminal(text: str) -> str:
    r"""Return `text` with what a terminal would obey written out: \u001b for an escape."""
    if text.replace("\n", "").isprintable():
        return text  # what is obeyed is never printable, and compiling the expression takes a few milliseconds
    return _OBEYED.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
