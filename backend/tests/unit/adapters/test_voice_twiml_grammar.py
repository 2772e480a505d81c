"""Scope: the simulated phone reads a call's TwiML as strictly as Twilio's pages say it is meant."""

import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest
from twilio.twiml import voice_response  # type: ignore[import-untyped]

from linda.adapters.simulated_phone.twiml_attributes import ATTRIBUTES
from linda.adapters.simulated_phone.twiml_grammar import read_voice_twiml
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

TURN = "https://linda.example.com/twilio/voice/turn?step=1&amp;empty=0"


def read(inside: str, content_type: str = "text/xml; charset=utf-8") -> tuple[Verb, ...]:
    document = f'<?xml version="1.0" encoding="UTF-8"?><Response>{inside}</Response>'
    return read_voice_twiml(content_type, document.encode())


def test_a_whole_turn_is_read_with_what_it_says_and_how_it_listens() -> None:
    verbs = read(
        f'<Gather input="dtmf speech" action="{TURN}" method="POST" numDigits="1" timeout="6" speechTimeout="auto" '
        'actionOnEmptyResult="true" hints="iPhone, back glass" profanityFilter="false" language="en-US">'
        '<Say voice="Polly.Joanna-Neural" language="en-US">How can I help you &amp; your phone?</Say><Pause/></Gather>'
    )
    assert verbs == (
        Gather(
            input=frozenset({"dtmf", "speech"}),
            action=TURN.replace("&amp;", "&"),
            timeout=6,
            speech_timeout=None,
            num_digits=1,
            action_on_empty_result=True,
            hints=("iPhone", "back glass"),
            profanity_filter=False,
            prompts=(Say("How can I help you & your phone?", "Polly.Joanna-Neural"), Pause(1)),
        ),
    )


def test_the_other_verbs_are_read_with_twilios_defaults() -> None:
    assert read("<Gather/>") == (Gather(frozenset({"dtmf"}), "", "POST", 5, 5, None, "#"),)
    assert read('<Gather finishOnKey=""/>') == (Gather(finish_on_key=""),)
    assert read('<Say loop="0">One <break/> moment</Say><Pause length="2"/><Hangup/>') == (
        Say("One  moment", loop=0),
        Pause(2),
        Hangup(),
    )
    assert read('<Redirect method="GET">/twilio/voice/wait?step=1</Redirect>') == (
        Redirect("/twilio/voice/wait?step=1", "GET"),
    )
    assert read("<Dial>+19045550199</Dial>") == (Dial((Number("+19045550199"),)),)
    assert read(
        '<Dial action="/dialed" timeout="20" answerOnBridge="true" hangupOnStar="false">'
        '<Number url="/screen" method="POST">+19045550199</Number></Dial>'
    ) == (Dial((Number("+19045550199", "/screen"),), "/dialed", "POST", 20, True),)
    assert read(
        '<Connect action="/relayed"><ConversationRelay url="wss://linda.example.com/relay" interruptible="speech">'
        '<Language code="en-US"/><Parameter name="step" value="1"/></ConversationRelay></Connect>'
    ) == (
        Connect(
            Relay("wss://linda.example.com/relay", {"url": "wss://linda.example.com/relay", "interruptible": "speech"}),
            "/relayed",
        ),
    )


def test_an_empty_response_says_nothing_and_is_legal() -> None:
    assert read("") == ()


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<say>Hi</say>", 12200),
        ("<Play>https://example.com/a.mp3</Play>", 12200),
        ("Hi", 12200),
        ("<Say>Hi</Say>and", 12200),
        ('<Say rate="fast">Hi</Say>', 12200),
        ("<Say> </Say>", 13520),
        (f"<Say>{'a' * 4097}</Say>", 13521),
        (f'<Say voice="Polly.Joanna">{"a" * 3001}</Say>', 13521),
        (f"<Say>{'é' * 2049}</Say>", 13521),
        ('<Say voice="robot">Hi</Say>', 13511),
        ('<Say loop="-1">Hi</Say>', 13510),
        ('<Say language="English">Hi</Say>', 12200),
        ("<Say><Say>Hi</Say></Say>", 12200),
        ("<Say><audio>Hi</audio></Say>", 12200),
        ('<Pause length="0"/>', 13910),
        ('<Pause length="1.5"/>', 13910),
        ("<Pause>2</Pause>", 12200),
        ("<Redirect/>", 12200),
        ("<Redirect>ftp://example.com/a</Redirect>", 12200),
        ("<Redirect>https:///a</Redirect>", 12200),
        ("<Redirect>/a b</Redirect>", 12200),
        ("<Redirect><Say>Hi</Say></Redirect>", 12200),
        ('<Redirect method="PUT">/a</Redirect>', 13710),
        ("<Hangup>now</Hangup>", 12200),
        ('<Hangup reason="busy"/>', 12200),
        ("<Hangup/><Say>Hi</Say>", 12200),
        ("<Redirect>/a</Redirect><Say>Hi</Say>", 12200),
        ('<Gather timeout="0"/>', 13313),
        ('<Gather timeout="auto"/>', 13313),
        ('<Gather timeout="٣"/>', 13313),
        ('<Gather speechTimeout="soon"/>', 13327),
        ('<Gather speechTimeout="auto" speechModel="default"/>', 13335),
        ('<Gather input="voice"/>', 13326),
        ('<Gather input="dtmf dtmf"/>', 13326),
        ('<Gather input=""/>', 13326),
        ('<Gather numDigits="0"/>', 13314),
        ('<Gather finishOnKey="x"/>', 13310),
        ('<Gather language="English"/>', 13331),
        ('<Gather method="post"/>', 13312),
        ('<Gather actionOnEmptyResult="yes"/>', 13338),
        ('<Gather profanityFilter="True"/>', 13333),
        (f'<Gather hints="{",".join(["a"] * 501)}"/>', 13330),
        (f'<Gather hints="{"a" * 101}"/>', 13330),
        ('<Gather hints="a,,b"/>', 13330),
        ('<Gather action="javascript:alert(1)"/>', 12200),
        ("<Gather><Dial>+19045550199</Dial></Gather>", 13320),
        ("<Gather>Hi</Gather>", 13320),
        ('<Dial timeout="601"><Number>+19045550199</Number></Dial>', 13212),
        ('<Dial answerOnBridge="1"><Number>+19045550199</Number></Dial>', 13219),
        ('<Dial method="PUT">+19045550199</Dial>', 13210),
        ('<Dial callerId="LINDA">+19045550199</Dial>', 13214),
        ("<Dial/>", 13223),
        ("<Dial>555-0199</Dial>", 13223),
        ("<Dial><Client>brandon</Client></Dial>", 13215),
        ("<Dial><Number>9045550199</Number></Dial>", 13223),
        ('<Dial><Number method="PUT">+19045550199</Number></Dial>', 13221),
        ("<Connect/>", 12200),
        ("<Connect><Stream/></Connect>", 12200),
        ("<Connect><ConversationRelay/></Connect>", 12200),
        ('<Connect><ConversationRelay url="https://linda.example.com"/></Connect>', 12200),
        ('<Connect><ConversationRelay url="wss://linda.example.com/r" interruptible="no"/></Connect>', 12200),
        ('<Connect><ConversationRelay url="wss://a.example.com/r"><Say>Hi</Say></ConversationRelay></Connect>', 12200),
    ],
)
def test_what_twilio_refuses_or_warns_of_is_refused_with_its_number(inside: str, code: int) -> None:
    with pytest.raises(ValueError, match=rf"\A{code}: <") as caught:
        read(inside)
    assert len(str(caught.value)) > len("12200: <Say>: ")


@pytest.mark.parametrize(
    ("content_type", "document", "code"),
    [
        ("text/plain", b"<Response/>", 12300),
        ("text/xml", b"  ", 11770),
        ("text/xml", b"<Response>" + b" " * 65_536 + b"</Response>", 11750),
        ("text/xml", b"<Response>", 12100),
        ("text/xml", b' <?xml version="1.0"?><Response/>', 12100),
        ("application/xml", b"<Answer/>", 12102),
        ("text/xml", b'<Response version="2"/>', 12200),
    ],
)
def test_a_document_that_is_no_twiml_is_refused_as_a_whole(content_type: str, document: bytes, code: int) -> None:
    with pytest.raises(ValueError, match=rf"\A{code}: "):
        read_voice_twiml(content_type, document)


@pytest.mark.parametrize(
    ("element", "made_by"),
    [
        ("Say", voice_response.VoiceResponse.say),
        ("Pause", voice_response.VoiceResponse.pause),
        ("Redirect", voice_response.VoiceResponse.redirect),
        ("Gather", voice_response.VoiceResponse.gather),
        ("Dial", voice_response.VoiceResponse.dial),
        ("Number", voice_response.Dial.number),
        ("Connect", voice_response.VoiceResponse.connect),
        ("ConversationRelay", voice_response.Connect.conversation_relay),
        ("Language", voice_response.ConversationRelay.language),
        ("Parameter", voice_response.ConversationRelay.parameter),
    ],
)
def test_every_attribute_we_take_is_one_that_twilios_own_library_writes(
    element: str, made_by: Callable[..., Any]
) -> None:
    names = inspect.signature(made_by).parameters
    written = {re.sub(r"_(.)", lambda hit: hit.group(1).upper(), name) for name in names}
    assert set(ATTRIBUTES[element]) <= written
