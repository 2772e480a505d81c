"""The frames of ConversationRelay: JSON texts, one message each.

After Twilio's page "Getting and sending WebSocket messages".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linda.domain.errors import InvalidInput

LONGEST_FRAME = 65_536
"""Bytes; a caller who says so much in one breath is none."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The first frame: whose call it is, and the parameters of our own document."""

    account_sid: str
    call_sid: str
    sent_to: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the caller said, to its end."""

    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key that was pressed."""

    digit: str


@dataclass(frozen=True, slots=True)
class Interruption:
    """The caller broke in, after `utterance`."""

    utterance: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """The relay reports an error."""

    description: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Nothing that is to be answered: a sentence that goes on, or a kind of frame that is new."""

    kind: str


Frame = Setup | Prompt | Key | Interruption | Trouble | Aside


def read_frame(text: str) -> Frame:
    """Return what a frame says; raises `InvalidInput`."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as bad:
        raise InvalidInput("a frame that is not JSON") from bad
    if not isinstance(given, Mapping):
        raise InvalidInput("a frame that is no object")
    match _text(given, "type"):
        case "setup":
            parameters = given.get("customParameters")
            known = parameters if isinstance(parameters, Mapping) else {}
            return Setup(_text(given, "accountSid"), _text(given, "callSid"), _text(given, "to"), known)
        case "prompt" if given.get("last", True) is True:
            return Prompt(_text(given, "voicePrompt"))
        case "dtmf":
            return Key(_text(given, "digit"))
        case "interrupt":
            return Interruption(_text(given, "utteranceUntilInterrupt"))
        case "error":
            return Trouble(_text(given, "description"))
        case kind:
            return Aside(kind)


def text_frame(words: str, *, is_last: bool) -> str:
    """Return the frame that has `words` said; those of the next frame follow them without a blank of their own."""
    return json.dumps({"type": "text", "token": words if is_last else f"{words} ", "last": is_last})


def end_frame(step: str) -> str:
    """Return the frame that ends the session; Twilio hands the name of the `step` to the action of <Connect>."""
    return json.dumps({"type": "end", "handoffData": json.dumps({"step": step})})


def handed_step(handoff: str) -> str:
    """Return the name of the step in what an `end_frame` has handed over, "" where there is none."""
    try:
        given = json.loads(handoff)
    except (ValueError, RecursionError):
        return ""
    return _text(given, "step") if isinstance(given, Mapping) else ""


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
