"""Codes by text: one signs the owner in, another shows that a visitor's number is his."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from linda.conversation.delivery import Delivery
from linda.domain.clock import Clock
from linda.domain.errors import LindaError
from linda.domain.sign_in import CODE_MS, code_digest
from linda.records import epoch_ms
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.store import Write
from linda.records.texted_codes import TextedCodes


@dataclass(frozen=True, slots=True)
class CodeTexts:
    """Sends codes, and knows them again; `key` is a secret that is in no store."""

    codes: TextedCodes
    delivery: Delivery
    clock: Clock
    key: str

    def send(self, to: str, words: Callable[[str], str]) -> None:
        """Text another code to `to` (E.164), in the `words` around it, unless there were too many today.

        The sweeper sends what the carrier refuses now. Raises `StoreUnavailable` when nothing could be written.
        """
        salt, code, now = secrets.token_hex(16), f"{secrets.randbelow(10**6):06}", epoch_ms(self.clock)
        key, ends = outgoing_key(f"code#{salt}"), now + CODE_MS
        text = OutgoingText(key, to, words(code), due_at=now, created_at=now, secret_until=ends)
        if self.codes.issue(salt, code_digest(self.key, salt, code), now, enqueue(text), to=to):
            with suppress(LindaError):  # it is queued
                self.delivery.send(text)

    def attempt(self, code: str) -> Write | None:
        """Count a try of `code`; when it is right, return the write that uses it up."""
        return self.codes.attempt(lambda salt: code_digest(self.key, salt, code), epoch_ms(self.clock))
