"""The answer to a webhook: a TwiML document.

Written here and not by Twilio's helper, because that one passes on characters that XML forbids, and an answer that
is not well-formed reaches nobody (Twilio, error 12100).
"""

from collections.abc import Mapping, Sequence

from linda.domain.xml_text import keep_xml_characters

CONTENT_TYPE = "text/xml; charset=utf-8"
# A bare carriage return would be read back as a line feed (XML 1.0, section 2.11). Not from the standard library's
# `saxutils`, which loads half of `urllib` for it.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def document(*verbs: str) -> str:
    """Return the document that has these verbs done, each one the markup of an element or ""."""
    return f"{_DECLARATION}<Response>{''.join(verbs)}</Response>"


def element(name: str, holds: str = "", attributes: Mapping[str, str] | None = None, *, is_markup: bool = False) -> str:
    """Return the markup of one element; what it `holds` is text, or markup itself. What XML can't hold is left out."""
    given = "".join(f' {each}="{_kept(value, _IN_QUOTES)}"' for each, value in (attributes or {}).items())
    inside = holds if is_markup else _kept(holds, _IN_TEXT)
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def render(messages: Sequence[str], *, status_callback: str = "") -> str:
    """Return the TwiML that answers with `messages`, one text each; without any, nothing is sent.

    `status_callback` is where Twilio reports on each text: its first report proves that this answer arrived.

    What XML can't hold is left out of a message, and a message of blanks is left out altogether (Twilio, error
    14103). Any text gives a well-formed document, and reading it gives the text back.
    """
    texts = [keep_xml_characters(message) for message in messages]
    callback = {"statusCallback": status_callback} if status_callback else {}
    return document(*(element("Message", text, callback) for text in texts if text.strip()))


def _kept(text: str, escapes: dict[int, str]) -> str:
    return keep_xml_characters(text).translate(escapes)
