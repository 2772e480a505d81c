"""A strict reading of the TwiML that answers a call.

What Twilio refuses is refused here, and so is what it only warns of: it would go on with a default that nobody meant.
So is a verb after one that never comes back, which Twilio leaves out without a word, and a verb that exists but is
not played here (Play, Record, Enqueue and the like).
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

from linda.adapters.simulated_phone.twiml_attributes import SCHEMA
from linda.adapters.simulated_phone.twiml_elements import attributes, checked, nested, refused, renamed
from linda.adapters.simulated_phone.twiml_values import number, url
from linda.adapters.simulated_phone.twiml_verbs import (
    Connect,
    Dial,
    Gather,
    Hangup,
    Number,
    Pause,
    Redirect,
    Relay,
    Say,
    Verb,
)

_MOST_BYTES = 65_536
_SSML = frozenset({"break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"})
_LONGEST = {"Polly": 3000, "Google": 5000}
_LONGEST_BASIC = 4096
"""Twilio, error 13521; counted in bytes, of which a character outside ASCII has several."""


def read_voice_twiml(content_type: str, document: bytes) -> tuple[Verb, ...]:
    """Return the verbs of a document, in their order; none is an answer too: the call ends, or the two are connected.

    Raises:
        ValueError: with the number of Twilio's error, and what is wrong in a sentence.
    """
    root = _root(content_type, document)
    attributes(root)
    verbs = tuple(_VERBS[each.tag](each) for each in nested(root, _VERBS))
    for before in verbs[:-1]:
        if isinstance(before, Hangup | Redirect):
            raise refused(SCHEMA, root, f"something stands after <{type(before).__name__}>, where nothing gets to")
    return verbs


def _root(content_type: str, document: bytes) -> ET.Element:
    if content_type.partition(";")[0].strip().lower() not in {"text/xml", "application/xml"}:
        raise ValueError(f"12300: the content type is {content_type!r}")
    if not document.strip():
        raise ValueError("11770: the document is empty")
    if len(document) > _MOST_BYTES:
        raise ValueError(f"11750: the document has {len(document)} bytes; {_MOST_BYTES} are the most")
    try:
        root = ET.fromstring(document)  # noqa: S314 - the document is our own handler's
    except ET.ParseError as error:
        raise ValueError(f"12100: {error}") from error
    if root.tag != "Response":
        raise ValueError(f"12102: the root element is <{root.tag}>, not <Response>")
    return root


def _say(element: ET.Element) -> Say:
    given = attributes(element)
    if not {inner.tag for child in element for inner in child.iter()} <= _SSML:
        raise refused(SCHEMA, element, "only SSML may stand in it")
    text = "".join(element.itertext()).strip()
    if not text:
        raise refused(13520, element, "there is no text")
    longest = _LONGEST.get(given.get("voice", "").partition(".")[0], _LONGEST_BASIC)
    if len(text.encode()) > longest:
        raise refused(13521, element, f"the text is longer than {longest} bytes")
    return Say(text, **given)


def _pause(element: ET.Element) -> Pause:
    nested(element)
    return Pause(**attributes(element))


def _hangup(element: ET.Element) -> Hangup:
    nested(element)
    attributes(element)
    return Hangup()


def _redirect(element: ET.Element) -> Redirect:
    return Redirect(checked(element, SCHEMA, url), **attributes(element))


_PROMPTS: Mapping[str, Callable[[ET.Element], Say | Pause]] = {"Say": _say, "Pause": _pause}


def _gather(element: ET.Element) -> Gather:
    given = attributes(element)
    if given.get("speechModel") == "default" and given.get("speechTimeout", 0) is None:
        raise refused(13335, element, "speechTimeout auto does not go with speechModel default")
    prompts = tuple(_PROMPTS[each.tag](each) for each in nested(element, _PROMPTS, 13320))
    return Gather(**renamed(given, Gather), prompts=prompts)


def _dial(element: ET.Element) -> Dial:
    given = renamed(attributes(element), Dial)
    if not len(element):
        return Dial((Number(checked(element, 13223, number)),), **given)
    numbers = tuple(_number(each) for each in nested(element, {"Number"}, 13215))
    return Dial(numbers, **given)


def _number(element: ET.Element) -> Number:
    return Number(checked(element, 13223, number), **renamed(attributes(element), Number))


def _connect(element: ET.Element) -> Connect:
    given = attributes(element)
    nouns = nested(element, {"ConversationRelay"})
    if len(nouns) != 1:
        raise refused(SCHEMA, element, "one <ConversationRelay> must stand in it")
    return Connect(_relay(nouns[0]), **given)


def _relay(element: ET.Element) -> Relay:
    given = attributes(element)
    if "url" not in given:
        raise refused(SCHEMA, element, "url is missing")
    for child in nested(element, {"Language", "Parameter"}):
        attributes(child)
        nested(child)
    return Relay(given["url"], dict(element.attrib))


_VERBS: Mapping[str, Callable[[ET.Element], Verb]] = {
    "Say": _say,
    "Pause": _pause,
    "Gather": _gather,
    "Redirect": _redirect,
    "Dial": _dial,
    "Hangup": _hangup,
    "Connect": _connect,
}
