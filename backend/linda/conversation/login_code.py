"""The code by text that signs the owner in."""

import secrets
from contextlib import suppress
from dataclasses import dataclass

from linda.conversation.delivery import Delivery
from linda.domain.clock import Clock
from linda.domain.errors import LindaError
from linda.domain.sign_in import CODE_MS, MINUTE_MS, code_digest
from linda.records import Records, epoch_ms
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.store import Write


@dataclass(frozen=True, slots=True)
class LoginTexts:
    """Sends codes, and knows them again; `key` is a secret that is in no store."""

    records: Records
    delivery: Delivery
    clock: Clock
    key: str

    def send(self, to: str, shop: str) -> None:
        """Text another code to `to` unless there were too many today; the sweeper sends what the carrier refuses now.

        Raises `StoreUnavailable` when nothing could be written.
        """
        salt, code, now = secrets.token_hex(16), f"{secrets.randbelow(10**6):06}", epoch_ms(self.clock)
        ends = now + CODE_MS
        body = f"{code} is your code for LINDA at {shop}, good for {CODE_MS // MINUTE_MS} minutes. Tell it to nobody."
        key = outgoing_key(f"sign-in#{salt}")
        text = OutgoingText(key, to, body, due_at=now, created_at=now, secret_until=ends)
        if self.records.login_codes.issue(salt, code_digest(self.key, salt, code), now, enqueue(text)):
            with suppress(LindaError):  # it is queued
                self.delivery.send(text)

    def attempt(self, code: str) -> Write | None:
        """Count a try of `code`; when it is right, return the write that uses it up."""
        return self.records.login_codes.attempt(lambda salt: code_digest(self.key, salt, code), epoch_ms(self.clock))
