"""The answer to a webhook: a TwiML document.

Written here and not by Twilio's helper, because that one passes on characters that XML forbids, and an answer that
is not well-formed reaches nobody (Twilio, error 12100).
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from linda.domain.xml_text import keep_xml_characters

CONTENT_TYPE = "text/xml; charset=utf-8"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def render(messages: Sequence[str], *, status_callback: str = "") -> str:
    """Return the TwiML that answers with `messages`, one text each; without any, nothing is sent.

    `status_callback` is where Twilio reports on each text: its first report proves that this answer arrived.

    What XML can't hold is left out of a message, and a message of blanks is left out altogether (Twilio, error
    14103). Any text gives a well-formed document, and reading it gives the text back.
    """
    texts = [keep_xml_characters(message) for message in messages]
    callback = f" statusCallback={quoteattr(status_callback)}" if status_callback else ""
    # A bare carriage return would be read back as a line feed (XML 1.0, section 2.11).
    verbs = [f"<Message{callback}>{escape(text, {chr(13): '&#13;'})}</Message>" for text in texts if text.strip()]
    return f"{_DECLARATION}<Response>{''.join(verbs)}</Response>"
