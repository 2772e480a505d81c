"""Codes by text: one signs the owner in, another shows that a visitor's number is theirs."""

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
    """Sends codes, and knows them again; `key` is a secret that is in no store.

    A code is good by `machine`, the machine's own clock; a text is due by `clock`, which tells the shop's time.
    """

    codes: TextedCodes
    delivery: Delivery
    clock: Clock
    machine: Clock
    key: str

    def issue(self, to: str, words: Callable[[str], str]) -> OutgoingText:
        """Put another code in force and return the queued text to `to` (E.164), with the `words` around the code.

        Raises `StoreUnavailable` when nothing could be written.
        """
        salt, code, now = secrets.token_hex(16), f"{secrets.randbelow(10**6):06}", epoch_ms(self.clock)
        key = outgoing_key(f"code#{salt}")
        text = OutgoingText(key, to, words(code), due_at=now, created_at=now, secret_until=now + CODE_MS)
        self.codes.issue(salt, self._digest(salt, code), epoch_ms(self.machine), enqueue(text), to=to)
        return text

    def pretend(self) -> None:
        """Write as much as `issue` does, for a code that nobody is ever told."""
        salt = secrets.token_hex(16)
        self.codes.issue(salt, self._digest(salt, secrets.token_hex(8)), epoch_ms(self.machine), to="")

    def show(self, code: str) -> None:
        """Put `code` in force without a text: somebody at the machine reads it."""
        salt = secrets.token_hex(16)
        self.codes.issue(salt, self._digest(salt, code), epoch_ms(self.machine), to="")

    def deliver(self, text: OutgoingText) -> None:
        """Send a queued text now; what the carrier refuses now, the sweeper sends."""
        with suppress(LindaError):
            self.delivery.send(text)

    def attempt(self, code: str) -> Write | None:
        """Count a try of `code`; when it is right, return the write that uses it up."""
        return self.codes.attempt(lambda salt: self._digest(salt, code), epoch_ms(self.machine))

    def _digest(self, salt: str, code: str) -> str:
        return code_digest(self.key, salt, code)
