"""The verbs of a call, read and typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Method = Literal["GET", "POST"]


@dataclass(frozen=True, slots=True)
class Say:
    """Text to be spoken."""

    text: str
    voice: str = "man"
    language: str = "en-US"
    loop: int = 1


@dataclass(frozen=True, slots=True)
class Pause:
    """Seconds of silence."""

    length: int = 1


@dataclass(frozen=True, slots=True)
class Gather:
    """Listening: an `action` of "" is the document's own URL; a `speech_timeout` of None is "auto".

    `num_digits` None is as many as are pressed; `prompts` are spoken while it listens already.
    """

    input: frozenset[str] = frozenset({"dtmf"})
    action: str = ""
    method: Method = "POST"
    timeout: int = 5
    speech_timeout: int | None = 5
    num_digits: int | None = None
    finish_on_key: str = "#"
    action_on_empty_result: bool = False
    hints: tuple[str, ...] = ()
    profanity_filter: bool = True
    language: str = "en-US"
    prompts: tuple[Say | Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """Going on with another document."""

    url: str
    method: Method = "POST"


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody to call; `url` is what he hears, alone, before the two are connected ("": nothing)."""

    number: str
    url: str = ""
    method: Method = "POST"


@dataclass(frozen=True, slots=True)
class Dial:
    """Connecting the caller with the first of `numbers` that answers; without an `action` the document goes on."""

    numbers: tuple[Number, ...]
    action: str = ""
    method: Method = "POST"
    timeout: int = 30
    answer_on_bridge: bool = False


@dataclass(frozen=True, slots=True)
class Hangup:
    """The end of the call."""


@dataclass(frozen=True, slots=True)
class Relay:
    """A conversation over a WebSocket at `url`; `attributes` are all that were given, as written."""

    url: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Connect:
    """Handing the call to a relay; without an `action` the document goes on after it."""

    relay: Relay
    action: str = ""
    method: Method = "POST"


Verb = Say | Pause | Gather | Redirect | Dial | Hangup | Connect
