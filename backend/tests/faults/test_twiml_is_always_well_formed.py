"""Scope: whatever a brain writes, the document that goes to Twilio is well-formed and says the same."""

import random
import xml.etree.ElementTree as ET

from linda.adapters.simulated_phone.twiml_grammar import read_voice_twiml
from linda.adapters.twilio_phone.calls.documents import CallDocuments
from linda.adapters.twilio_phone.twiml import render
from linda.conversation.calls import Step, Then
from linda.domain.xml_text import keep_xml_characters

ROUNDS = 10_000
PIECES = [
    *map(chr, range(32)),
    "\x7f",
    "\x85",
    "\u2028",
    "\ud800",
    "\udfff",
    "\ud83d",
    "\ufffe",
    "\uffff",
    "\ufeff",
    "\U0001f4f1",
    "\U0010ffff",
    "]]>",
    "<![CDATA[",
    "<!--",
    "--",
    "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>",
    "&y;",
    "&",
    "&#0;",
    "&#x1F;",
    "&amp;lt;",
    "</Message></Response>",
    "<Message>",
    "<Redirect>https://evil.example</Redirect>",
    "'",
    '"',
    "=",
    " ",
    "$79 at 2:00 PM",
    "é",
    "李",
]


def hostile(chance: random.Random) -> str:
    kind = chance.randrange(20)
    if kind == 0:
        return chance.choice(PIECES) * chance.randrange(1000, 20_000)
    if kind < 6:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(40)))
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(30)))


def read(document: str) -> list[str]:
    # Bytes, as they go over the wire: text that can't be encoded would fail here. S314: the document is our own.
    root = ET.fromstring(document.encode("utf-8"))  # noqa: S314
    assert root.tag == "Response"
    assert [child.tag for child in root] == ["Message"] * len(root)
    assert not [grandchild for child in root for grandchild in child]
    return [child.text or "" for child in root]


def test_ten_thousand_hostile_replies_give_well_formed_documents_that_say_the_same() -> None:
    chance = random.Random(20260210)
    for _ in range(ROUNDS):
        texts = [hostile(chance) for _ in range(chance.choice([1, 1, 1, 2, 3]))]
        kept = [keep_xml_characters(text) for text in texts]
        assert read(render(texts)) == [text for text in kept if text.strip()]


def test_without_a_message_the_answer_is_empty_and_nothing_is_sent() -> None:
    assert render([]) == render(["", " \n", "\x00"]) == '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'


def test_a_carriage_return_survives() -> None:
    assert read(render(["a\r\nb\rc"])) == ["a\r\nb\rc"]


LONGEST_REPLY = 480
"""Three segments: what is longer is cut before it is said."""
RELAYS = (("", ""), ("wss://linda.example.com/twilio/voice/relay", "0" * 64))


def test_whatever_is_said_in_a_call_makes_a_document_that_the_carrier_carries_out() -> None:
    chance = random.Random(20260211)
    for round_number in range(ROUNDS // 5):
        says, then = hostile(chance)[:LONGEST_REPLY], chance.choice(list(Then))
        step = Step(says, then, number=chance.randint(1, 40), silences=chance.randint(0, 2), waits=chance.randint(0, 3))
        documents = CallDocuments(
            "https://linda.example.com",
            "Polly.Joanna-Neural",
            ("battery", "iPhone 13"),
            "+19045550199",
            *RELAYS[round_number % 2],
        )
        for document in (documents.of(step), documents.offering_a_call(says)):
            assert read_voice_twiml("text/xml", document.encode()), f"round {round_number}"
            assert " record" not in document, "nothing is ever recorded"
