"""What happened at the sign-in: a line of the log each, and a text to the owner of what a thief would do too."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from linda.domain.device_words import device_words
from linda.entrypoints.api.asked import asked
from linda.entrypoints.api.parts import Parts
from linda.records import epoch_ms
from linda.records.outbox import OutgoingText, enqueue, outgoing_key

_log = logging.getLogger(__name__)


class Event(StrEnum):
    """One thing that was done, as the log tells it; what was refused is counted by the door."""

    FIRST_PROOF = "the first proof was right, another one is needed"
    SIGNED_IN = "signed in"
    NEW_DEVICE = "signed in on a new device"
    RECOVERY_CODE = "a recovery code was used up"
    FACTOR_ON = "the second factor was turned on"
    FACTOR_OFF = "the second factor was turned off"
    RECOVERY_CODES = "the recovery codes were renewed"
    SESSION_ENDED = "a session was ended"


_TEXTS = {
    Event.NEW_DEVICE: "A new device signed in to LINDA: {device}.",
    Event.FACTOR_ON: "A second factor for LINDA was set up on {device}.",
    Event.FACTOR_OFF: "The second factor for LINDA was turned off on {device}.",
    Event.RECOVERY_CODES: "The recovery codes for LINDA were renewed on {device}.",
}
_NOT_YOU = "Not you? Run linda sign-in reset where LINDA runs."


def note(event: Event) -> None:
    """Tell the log of `event` in the request at hand: what kind of device, and nobody's number, code or name."""
    _log.info("sign-in: %s (%s)", event, _device())


@contextmanager
def told(parts: Parts, event: Event) -> Iterator[None]:
    """Do what is inside the `with` once a text that tells the owner of it is queued, and note it when it is done.

    So nothing of this kind is ever done that the owner isn't told of. In local mode there is no owner's phone.
    """
    if not parts.settings.local:
        now, key = epoch_ms(parts.clock), outgoing_key(f"sign-in#{secrets.token_hex(16)}")
        body = f"{_TEXTS[event].format(device=_device())} {_NOT_YOU}"
        text = OutgoingText(key, parts.settings.owner_phone, body, due_at=now, created_at=now)
        parts.records.store.transact(enqueue(text))
    yield
    note(event)


def _device() -> str:
    return device_words(asked().headers.get("user-agent", ""))
