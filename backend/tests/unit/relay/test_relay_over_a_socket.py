"""ConversationRelay over a real WebSocket: whom LINDA talks to, and that a call outlives its session."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from linda.adapters.simulated_phone.twiml_verbs import Connect, Dial, Gather, Hangup, Say, Verb
from linda.adapters.twilio_phone.relay.frames import LONGEST_FRAME
from linda.adapters.twilio_phone.relay.ticket import ticket
from linda.domain.limits import CALLS_OF_A_NUMBER
from linda.records.store import Delete
from linda.records.tables import INBOX
from linda.settings import signing_token
from tests.caller import Caller, words
from tests.relay_line import PATH, PUBLIC, Relayed, Served, relay_served
from tests.shop_desk import CUSTOMER, OWNER

HOURS = "what are your hours"
QUESTION = "how much is an iphone 13 screen"
PROMPT = {"type": "prompt", "voicePrompt": QUESTION, "lang": "en-US", "last": True}
WSS = f"wss://linda.example.com{PATH}"


@pytest.fixture(scope="module")
def shop() -> Iterator[Served]:
    with relay_served() as served:
        yield served


@pytest.fixture
def caller(shop: Served, request: pytest.FixtureRequest) -> Caller:
    """Return a call of this test's own, whose number has not called too often for all the tests before."""
    shop.linda.records.store.transact(Delete(INBOX, {"key": f"rate#{CALLS_OF_A_NUMBER.name}#{CUSTOMER}"}))
    return Caller(shop.linda, call_sid=f"CA{abs(hash(request.node.nodeid)):032x}"[:34])


def after(relayed: Relayed, caller: Caller, **said: str) -> tuple[Verb, ...]:
    """Return the document that the action of <Connect> answers with."""
    return caller.asks(relayed.action, SessionId="VX1", SessionDuration="3", **said)


def goes_on(verbs: tuple[Verb, ...]) -> bool:
    return isinstance(verbs[0], Gather) and "said" not in words(verbs)


@pytest.mark.parametrize(
    ("path", "signature"),
    [
        (PATH, ""),
        (PATH, "AAAA"),
        (PATH, "\u00e9"),
        (PATH, "of another token"),
        (PATH, "of https"),
        (PATH, "of ws"),
        (PATH, "of another host"),
        (PATH, "of a path below"),
        (PATH, "of a query"),
        (f"{PATH}?x=1", "ours"),
        (f"{PATH}?x=1", "of a query"),
        (f"{PATH}/", "ours"),
        (f"{PATH}/", "of a slash"),
        ("/twilio/voice", "of a call"),
        ("/", "ours"),
    ],
)
def test_who_is_not_surely_twilio_is_refused_before_anything_is_accepted(
    shop: Served, path: str, signature: str
) -> None:
    made = {
        "ours": shop.signature(),
        "of another token": shop.signature(token="another"),  # noqa: S106 - a made-up token
        "of https": shop.signature(f"{PUBLIC}{PATH}"),
        "of ws": shop.signature(f"ws://linda.example.com{PATH}"),
        "of another host": shop.signature(f"wss://evil.example.com{PATH}"),
        "of a path below": shop.signature(f"{WSS}/x"),
        "of a query": shop.signature(f"{WSS}?x=1"),
        "of a slash": shop.signature(f"{WSS}/"),
        "of a call": shop.signature("wss://linda.example.com/twilio/voice"),
    }
    with pytest.raises(InvalidStatus) as refused, shop.opened(path, made.get(signature, signature)):
        pass
    assert refused.value.response.status_code == 403


def test_a_call_is_answered_over_the_relay_and_each_answer_is_in_the_conversation(shop: Served, caller: Caller) -> None:
    with shop.relayed(caller) as relayed:
        assert "seventy-nine" in relayed.begins().says(QUESTION)
        assert "nine AM" in relayed.says(HOURS)
    lead = shop.linda.records.leads.get(caller.caller)
    assert lead is not None
    assert "9 AM" in lead.recent[-1]["text"]
    for number in (1, 2):
        message = shop.linda.records.inbox.get(f"{caller.call_sid}#{number}")
        assert message is not None
        assert message.is_done


@pytest.mark.parametrize(
    "changes",
    [
        {"accountSid": "AC" + "1" * 32},
        {"accountSid": None},
        {"callSid": "CA" + "9" * 32},
        {"callSid": ""},
        {"to": "+19045550101"},
        {"to": ["+19045550100"]},
        {"customParameters": {}},
        {"customParameters": None},
        {"customParameters": {"ticket": "0" * 64, "step": "1"}},
        {"customParameters": {"ticket": "\ud800", "step": "1"}},
        {"customParameters": {"ticket": ["0"], "step": "1"}},
        {"customParameters": {"ticket": "ours"}},
        {"customParameters": {"ticket": "ours", "step": "-1"}},
        {"customParameters": {"ticket": "ours", "step": "\u0661"}},
        {"customParameters": {"ticket": "ours", "step": {}}},
    ],
)
def test_a_session_that_is_not_for_this_call_is_closed_and_the_call_goes_on(
    shop: Served, caller: Caller, changes: dict[str, Any]
) -> None:
    with shop.relayed(caller) as relayed:
        given = dict(changes.get("customParameters") or {})
        if given.get("ticket") == "ours":
            changes = {"customParameters": {**given, "ticket": relayed.setup["customParameters"]["ticket"]}}
        relayed.begins(**changes)
        assert relayed.closed_with() == 1008
    assert goes_on(after(relayed, caller, SessionStatus="failed"))


def test_the_ticket_of_one_call_opens_no_other(shop: Served) -> None:
    first, second = shop.caller(31), shop.caller(32)
    with shop.relayed(first) as mine, shop.relayed(second) as other:
        other.begins(callSid=first.call_sid)
        assert other.closed_with() == 1008
        assert "seventy-nine" in mine.begins().says(QUESTION)


def test_a_call_that_never_came_in_has_no_session_whatever_its_ticket(shop: Served, caller: Caller) -> None:
    unknown = "CA" + "8" * 32
    parameters = {"ticket": ticket(signing_token(shop.linda.settings), unknown), "step": "1"}
    with shop.relayed(caller) as relayed:
        relayed.begins(callSid=unknown, customParameters=parameters)
        assert relayed.closed_with() == 1008


def test_a_call_that_is_over_has_no_session(shop: Served, caller: Caller) -> None:
    with shop.relayed(caller) as relayed:
        caller.tells()
        relayed.begins()
        assert relayed.closed_with() == 1008


def test_a_session_that_is_played_again_is_refused_and_the_first_one_goes_on(shop: Served, caller: Caller) -> None:
    with shop.relayed(caller) as first:
        assert "seventy-nine" in first.begins().says(QUESTION)
        with shop.opened() as socket:
            again = Relayed(socket, first.setup, first.action).begins()
            assert again.closed_with() == 1008
        assert "nine AM" in first.says(HOURS)


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (PROMPT, 1008),
        ({"type": "dtmf", "digit": "0"}, 1008),
        ({"type": "interrupt", "utteranceUntilInterrupt": "Thanks", "durationUntilInterruptMs": "1"}, 1008),
        ({"type": "error", "description": "x"}, 1008),
        ({"type": "info"}, 1008),
        ({}, 1008),
        ("{", 1007),
        ("", 1007),
        ("7", 1007),
        ("[]", 1007),
        ("[" * 50_000, 1007),
        (b"\x00\x01", 1003),
        (json.dumps(PROMPT).encode(), 1003),
        ("x" * (LONGEST_FRAME + 1), 1009),
        ("\u00e9" * (LONGEST_FRAME // 2 + 1), 1009),
    ],
)
@pytest.mark.parametrize("is_begun", [False, True])
def test_a_frame_that_no_relay_sends_closes_the_session_and_the_call_goes_on(
    shop: Served, caller: Caller, frame: dict[str, Any] | str | bytes, code: int, is_begun: bool
) -> None:
    if code == 1008 and is_begun:
        frame = json.dumps({"type": "setup"})
    with shop.relayed(caller) as relayed:
        if is_begun:
            assert relayed.begins().says(QUESTION)
        relayed.sends(frame)
        assert relayed.closed_with() == code
    assert goes_on(after(relayed, caller, SessionStatus="failed", ErrorCode="64105"))


@pytest.mark.parametrize(
    "frame",
    [
        {"type": "prompt", "voicePrompt": "how much", "lang": "en-US", "last": False},
        {"type": "prompt", "voicePrompt": "", "last": True},
        {"type": "prompt", "voicePrompt": " ... ", "last": True},
        {"type": "prompt"},
        {"type": "prompt", "voicePrompt": 7, "last": True},
        {"type": "dtmf"},
        {"type": "error", "description": "64107"},
        {"type": "info", "name": "tokensPlayed"},
        {"type": 7},
        {},
        {"type": "interrupt", "utteranceUntilInterrupt": "Thanks for calling", "durationUntilInterruptMs": "300"},
        {"type": "interrupt"},
        {"type": "interrupt", "utteranceUntilInterrupt": None, "durationUntilInterruptMs": 300},
    ],
)
def test_what_asks_for_nothing_is_not_answered(shop: Served, caller: Caller, frame: dict[str, Any]) -> None:
    with shop.relayed(caller) as relayed:
        relayed.begins().sends(frame)
        assert "seventy-nine" in relayed.says(QUESTION), "the first answer is that to the question"


def test_a_caller_who_is_not_heard_out_is_answered_once(shop: Served, caller: Caller) -> None:
    with shop.relayed(caller) as relayed:
        relayed.begins().sends({**PROMPT, "voicePrompt": "how much is", "last": False})
        relayed.sends(PROMPT)
        relayed.sends({**PROMPT, "voicePrompt": HOURS})
        assert "seventy-nine" in relayed.hears()
        assert "nine AM" in relayed.hears(), "what was said meanwhile is answered in its order"


@pytest.mark.parametrize("digit", ["5", "*", "#"])
def test_another_key_than_zero_asks_for_words(shop: Served, caller: Caller, digit: str) -> None:
    with shop.relayed(caller) as relayed:
        relayed.begins().sends({"type": "dtmf", "digit": digit})
        assert "press zero" in relayed.hears()


def test_zero_leaves_the_owner_a_message_where_his_phone_is_not_to_be_rung(shop: Served, caller: Caller) -> None:
    with shop.relayed(caller) as relayed:
        relayed.begins().sends({"type": "dtmf", "digit": "0"})
        assert "Brandon" in relayed.hears()


@pytest.mark.parametrize(
    ("last_words", "said"),
    [("thanks bye", "welcome"), ("press one to lower your interest rate", "Goodbye")],
)
def test_the_last_words_are_said_after_the_relay_which_would_cut_them_off(
    shop: Served, caller: Caller, last_words: str, said: str
) -> None:
    with shop.relayed(caller) as relayed:
        relayed.begins().sends({**PROMPT, "voicePrompt": last_words})
        frame = relayed.frame()
        assert frame["type"] == "end"
    handed = {"SessionStatus": "ended", "HandoffData": frame["handoffData"]}
    verbs = after(relayed, caller, **handed)
    assert [type(each) for each in verbs] == [Say, Hangup]
    assert said in words(verbs)
    assert after(relayed, caller, **handed) == verbs


def test_after_the_last_words_nothing_is_answered(shop: Served, caller: Caller) -> None:
    with shop.relayed(caller) as relayed:
        relayed.begins().sends({**PROMPT, "voicePrompt": "thanks bye"})
        relayed.sends(PROMPT)
        assert relayed.frame()["type"] == "end"
        relayed.socket.close()
    assert shop.linda.records.inbox.get(f"{caller.call_sid}#2") is None


def test_who_asks_for_the_owner_while_the_shop_is_open_is_connected_with_him() -> None:
    with relay_served("2026-02-10T10:00") as shop:
        caller = shop.caller(caller="+19045550143")
        caller.asks("", CallStatus="ringing")
        shop.linda.records.calls.change(caller.call_sid, rang_owner=False)
        verbs = caller.asks("/dialed?step=1", DialCallStatus="no-answer")
        assert isinstance(verbs[0], Connect), "LINDA is there when he does not pick up"
        assert "can't come to the phone" in verbs[0].relay.attributes["welcomeGreeting"]


def test_zero_rings_the_owner_after_the_relay() -> None:
    with relay_served("2026-02-10T10:00") as shop:
        caller = shop.caller()
        caller.asks("", CallStatus="ringing")
        with shop.after_ringing(caller) as relayed:
            shop.linda.records.calls.change(caller.call_sid, rang_owner=False)
            relayed.begins().sends({"type": "dtmf", "digit": "0"})
            frame = relayed.frame()
        verbs = after(relayed, caller, SessionStatus="ended", HandoffData=frame["handoffData"])
        assert isinstance(verbs[-1], Dial)
        assert verbs[-1].numbers[0].number == OWNER


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"SessionStatus": "failed", "ErrorCode": "64105", "ErrorMessage": "WebSocket ended"},
        {"SessionStatus": "completed"},
        {"SessionStatus": "ended", "HandoffData": ""},
        {"SessionStatus": "ended", "HandoffData": "{"},
        {"SessionStatus": "ended", "HandoffData": "7"},
        {"SessionStatus": "ended", "HandoffData": "[" * 50_000},
        {"SessionStatus": "ended", "HandoffData": '{"step": 1}'},
        {"SessionStatus": "ended", "HandoffData": '{"step": "1"}'},
        {"SessionStatus": "ended", "HandoffData": '{"step": "99"}'},
    ],
)
def test_a_call_goes_on_after_a_lost_session_at_the_step_after_the_last_words(
    shop: Served, caller: Caller, told: dict[str, str]
) -> None:
    with shop.relayed(caller) as relayed:
        assert relayed.begins().says(QUESTION)
        assert relayed.says(HOURS)
        relayed.socket.socket.close()
    verbs = after(relayed, caller, **told)
    assert isinstance(verbs[0], Gather)
    assert "broke up" in words(verbs)
    assert verbs[0].action.endswith("/turn?step=3&empty=0")
    first = caller.last
    assert after(relayed, caller, **told) == verbs
    assert caller.last == first, "asked again it is the same document"
    assert "nine AM" in words(caller.asks("/turn?step=3&empty=0", SpeechResult=HOURS))


def test_a_relay_that_never_began_has_greeted_nobody(shop: Served, caller: Caller) -> None:
    with shop.relayed(caller) as relayed:
        pass
    verbs = after(relayed, caller, SessionStatus="failed", ErrorCode="64102")
    assert isinstance(verbs[0], Gather)
    assert "this is Linda" in words(verbs)
    assert verbs[0].action.endswith("/turn?step=2&empty=0")


def test_an_action_without_a_call_before_it_is_answered(shop: Served, caller: Caller) -> None:
    assert isinstance(caller.asks("/relayed?step=1", SessionStatus="failed")[0], Gather)


def test_the_document_is_one_that_twilio_takes_and_names_no_secret(shop: Served, caller: Caller) -> None:
    verbs = caller.asks("", CallStatus="ringing")
    assert isinstance(verbs[0], Connect)
    told = verbs[0].relay.attributes
    assert verbs[0].relay.url == WSS
    assert (told["ttsProvider"], told["voice"]) == ("Amazon", "Joanna-Neural")
    assert told["dtmfDetection"] == "true"
    assert "iPhone 13" in told["hints"]
    assert signing_token(shop.linda.settings).encode() not in caller.last


def test_a_withheld_number_is_relayed_as_nobodys(shop: Served) -> None:
    caller = shop.caller(33, caller="+266696687")
    with shop.relayed(caller) as relayed:
        assert "seventy-nine" in relayed.begins().says(QUESTION)
    assert shop.linda.records.leads.get("+266696687") is None
