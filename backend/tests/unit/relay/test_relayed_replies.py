"""What a caller hears over a relay while the model still writes, and what is left of it when he breaks in."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from linda.conversation.brain import Deadline, Draft, Turn
from linda.conversation.model_failed import ModelFailed
from linda.conversation.thread import read_thread
from linda.conversation.toolbox import Toolbox
from linda.domain.ids import lead_id
from linda.domain.owner_state import OwnerState
from linda.records import epoch_ms
from tests.relay_line import Relayed, Served, relay_served
from tests.shop_desk import CUSTOMER

QUOTE = "An iPhone 13 screen starts at $79. It takes about 45 min. What time suits you?"
PATIENCE_S = 20.0

Step = str | threading.Event | Exception
"""A piece of the answer, a moment to wait for, or how the model fails."""


@dataclass
class WritingModel:
    """Quotes, then writes its answers piece by piece to whoever listens, as its scripts say."""

    scripts: list[list[Step]] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    name: str = "openai"

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        self.turns.append(turn)
        tools.begin_round()
        tools.call("quote_repair", {"repair_type": "iphone_screen", "device": "iPhone 13", "service_mode": None})
        text = ""
        for step in self.scripts.pop(0):
            if isinstance(step, threading.Event):
                assert step.wait(PATIENCE_S)
            elif isinstance(step, Exception):
                raise step
            else:
                text += step
                if turn.listens:
                    turn.listens(text)
        return Draft(text, turn.facts, None, self.name)


@contextmanager
def talking(*scripts: list[Step]) -> Iterator[tuple[Relayed, WritingModel, Served]]:
    model = WritingModel(list(scripts))
    with relay_served(model=model) as shop, shop.relayed(shop.caller()) as relayed:
        yield relayed.begins(), model, shop


def asks(relayed: Relayed, words: str = "how much is an iphone 13 screen") -> None:
    relayed.sends({"type": "prompt", "voicePrompt": words, "last": True})


def lines(shop: Served) -> list[str]:
    """Return what LINDA said as the model will be told it."""
    lead = shop.linda.records.leads.get(CUSTOMER)
    assert lead is not None
    return [each["text"] for each in lead.recent if each["who"] == "linda"]


def told(model: WritingModel) -> list[str]:
    """Return what the model was told, in its second turn, that LINDA has said after the greeting."""
    return [each.text for each in model.turns[1].recent if each.who == "linda"][1:]


def on_the_desk(shop: Served) -> list[str]:
    return [
        each.text
        for each in read_thread(shop.linda.records, lead_id(CUSTOMER), epoch_ms(shop.linda.clock))
        if each.kind == "linda"
    ]


def settled(relayed: Relayed) -> None:
    """Wait until everything sent before has been dealt with: keys are answered in their order."""
    relayed.sends({"type": "dtmf", "digit": "5"})
    assert "press zero" in relayed.hears()


def test_a_sentence_is_heard_while_the_model_still_writes() -> None:
    goes_on = threading.Event()
    with talking(["An iPhone 13 screen starts at $79. ", "It", goes_on, " takes about 45 min. What time suits?"]) as (
        relayed,
        _,
        shop,
    ):
        asks(relayed)
        first = relayed.frame()
        assert first == {
            "type": "text",
            "token": "An iPhone thirteen screen starts at seventy-nine dollars. ",
            "last": False,
        }
        goes_on.set()
        assert relayed.hears().endswith("What time suits?")
        assert relayed.said[-1] == ["It takes about forty-five minutes. What time suits?"]
        assert lines(shop) == ["An iPhone 13 screen starts at $79. It takes about 45 min. What time suits?"]


def test_two_sentences_are_said_ahead_and_the_rest_as_a_whole() -> None:
    text = (
        "Sure thing. An iPhone 13 screen starts at $79. It takes about 45 min. We have cash and card. What time suits?"
    )
    with talking(list(text)) as (relayed, _, shop):
        asks(relayed)
        relayed.hears()
        assert relayed.said == [
            [
                "Sure thing. ",
                "An iPhone thirteen screen starts at seventy-nine dollars. ",
                relayed.said[0][2],
            ]
        ]
        assert relayed.said[0][2].endswith("What time suits?")
        assert lines(shop)[0].startswith("Sure thing. An iPhone 13 screen starts at $79.")


def test_a_lie_in_the_second_sentence_is_never_heard_and_the_rules_go_on() -> None:
    with talking(["Sure thing. ", "An iPhone 13 screen is $60. ", "What time suits you?"]) as (relayed, _, shop):
        asks(relayed)
        heard = relayed.hears()
        assert heard.startswith("Sure thing. ")
        assert "sixty" not in heard
        assert "seventy-nine" in heard
        assert lines(shop)[0].startswith("Sure thing. ")
        assert "$60" not in lines(shop)[0]
        assert "$79" in lines(shop)[0]


@pytest.mark.parametrize(
    "failure",
    [ModelFailed("server_error", vendor=True), ModelFailed("incomplete"), ModelFailed("timeout", vendor=True)],
)
def test_a_model_that_fails_in_the_middle_of_a_sentence_is_followed_by_the_rules(failure: ModelFailed) -> None:
    with talking(["Sure thing. ", "It starts at $7", failure]) as (relayed, _, shop):
        asks(relayed)
        heard = relayed.hears()
        assert heard.startswith("Sure thing. ")
        assert "seventy-nine" in heard
        assert lines(shop)[0].startswith("Sure thing. ")


def test_a_turn_that_breaks_after_a_sentence_ends_with_the_apology_after_it() -> None:
    with talking(["Sure thing. ", "It", RuntimeError("broken")]) as (relayed, _, shop):
        asks(relayed)
        assert relayed.hears().startswith("Sure thing. Sorry, I'm having trouble")
        assert lines(shop)[0].startswith("Sure thing. Sorry, I'm having trouble")


def test_who_hears_nothing_for_a_while_is_asked_for_a_moment_once() -> None:
    goes_on = threading.Event()
    with talking([goes_on, QUOTE]) as (relayed, _, shop):
        asks(relayed)
        assert list(relayed.frame().values()) == ["text", "One moment, please. ", False]
        goes_on.set()
        heard = relayed.hears()
        assert "moment" not in heard
        assert "seventy-nine" in heard
        assert lines(shop) == [QUOTE]


def test_a_farewell_is_not_said_ahead() -> None:
    with talking(["Thanks for calling. ", "Have a good one."]) as (relayed, _, _shop):
        asks(relayed, "thanks bye")
        assert relayed.frame()["type"] == "end"


INTERRUPTED = [
    ("", []),
    ("An iPhone thirteen", ["An iPhone thirteen..."]),
    ("An iPhone thirteen screen starts at seventy-nine dollars.", ["An iPhone 13 screen starts at $79."]),
    (
        "An iPhone thirteen screen starts at seventy-nine dollars. It takes about",
        ["An iPhone 13 screen starts at $79. It takes about..."],
    ),
    ("It takes about", ["An iPhone 13 screen starts at $79. It takes about..."]),
    ("Something nobody said", ["Something nobody said..."]),
]


@pytest.mark.parametrize(("utterance", "heard"), INTERRUPTED)
def test_what_was_not_heard_is_in_no_history(utterance: str, heard: list[str]) -> None:
    pieces: list[Step] = list(QUOTE)
    with talking(pieces, ["Sure. What time suits you?"]) as (relayed, model, shop):
        asks(relayed)
        relayed.hears()
        relayed.breaks_in(utterance)
        settled(relayed)
        assert lines(shop) == heard
        assert on_the_desk(shop) == heard
        asks(relayed, "okay")
        relayed.hears()
        assert told(model) == heard


def test_a_reply_that_was_heard_to_its_end_stays_as_it_was_written() -> None:
    with talking([QUOTE]) as (relayed, _, shop):
        asks(relayed)
        relayed.breaks_in(relayed.hears())
        settled(relayed)
        assert lines(shop) == on_the_desk(shop) == [QUOTE]


def test_who_breaks_in_while_the_model_writes_hears_nothing_more_of_it() -> None:
    goes_on = threading.Event()
    with talking(
        ["An iPhone 13 screen starts at $79. ", "It", goes_on, " takes about 45 min. What time suits you?"],
        ["Sure. What time suits you?"],
    ) as (relayed, model, shop):
        asks(relayed)
        assert relayed.frame()["token"].startswith("An iPhone")
        relayed.breaks_in("An iPhone thirteen screen starts at")
        asks(relayed, "okay")
        relayed.socket.ping().wait(PATIENCE_S)
        goes_on.set()
        assert relayed.hears() == "", "the reply that was broken off has an end, and no more words"
        assert relayed.hears() == "Sure. What time suits you?"
        assert told(model) == ["An iPhone thirteen screen starts at..."]
        assert lines(shop)[0] == "An iPhone thirteen screen starts at..."


def test_who_breaks_in_before_the_next_reply_has_begun_has_broken_off_the_last_one() -> None:
    goes_on = threading.Event()
    with talking([QUOTE], [goes_on, "Sure. What time suits you?"]) as (relayed, _, shop):
        asks(relayed)
        relayed.hears()
        asks(relayed, "okay")
        relayed.breaks_in("An iPhone thirteen")
        relayed.socket.ping().wait(PATIENCE_S)
        goes_on.set()
        assert relayed.hears().endswith("What time suits you?")
        settled(relayed)
        assert lines(shop) == ["An iPhone thirteen...", "Sure. What time suits you?"]


def test_the_second_break_of_one_reply_changes_nothing() -> None:
    with talking([QUOTE]) as (relayed, _, shop):
        asks(relayed)
        relayed.hears()
        relayed.breaks_in("An iPhone thirteen")
        relayed.breaks_in("An iPhone thirteen screen")
        settled(relayed)
        assert lines(shop) == ["An iPhone thirteen..."]


def test_the_desk_is_told_why_the_reply_is_short() -> None:
    with talking([QUOTE]) as (relayed, _, shop):
        asks(relayed)
        relayed.hears()
        relayed.breaks_in("An iPhone")
        settled(relayed)
        (reply,) = [e for e in shop.linda.records.leads.events(lead_id(CUSTOMER)) if e["event"] == "reply"]
        assert "the caller broke in: the rest of the reply was not said" in reply["receipt"]["rules"]


def test_words_that_are_not_to_be_kept_are_not_kept_because_the_caller_broke_in() -> None:
    with talking([QUOTE]) as (relayed, _, shop):
        current = shop.linda.records.states.current(fresh=True)
        unkept = OwnerState(version=current.version, keeps_transcripts=False)
        shop.linda.records.states.change(unkept, by="test")
        asks(relayed)
        relayed.hears()
        relayed.breaks_in("An iPhone thirteen")
        settled(relayed)
        assert lines(shop) == ["An iPhone thirteen..."], "while the call lasts"
        assert on_the_desk(shop) == []


def test_a_break_in_what_is_no_reply_of_a_turn_changes_nothing() -> None:
    with talking([QUOTE]) as (relayed, _, shop):
        settled(relayed)
        relayed.breaks_in("Please say")
        asks(relayed)
        relayed.hears()
        assert lines(shop) == [QUOTE]


def test_a_sentence_of_signs_alone_is_written_and_not_said() -> None:
    with talking(["* * *. ", QUOTE]) as (relayed, _, shop):
        asks(relayed)
        assert relayed.hears().startswith("An iPhone thirteen screen")
        assert relayed.said[-1][0] == "An iPhone thirteen screen starts at seventy-nine dollars. "
        assert lines(shop) == [f"* * *. {QUOTE}"]
