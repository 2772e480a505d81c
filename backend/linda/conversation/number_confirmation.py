"""A visitor of the web page shows that a number is theirs: by a code that is texted to it, with their consent."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from linda.conversation.amending import amend
from linda.conversation.code_texts import CodeTexts
from linda.domain.errors import Conflict
from linda.domain.limits import (
    CODES_TO_A_NUMBER,
    CODES_TO_A_NUMBER_A_DAY,
    CODES_TO_ALL_NUMBERS,
    MINUTE_MS,
    NUMBERS_OF_A_VISITOR,
    NUMBERS_OF_AN_ADDRESS,
)
from linda.domain.sign_in import CODE_MS
from linda.records import Records
from linda.records.leads import Lead
from linda.records.rates import Exceeded
from linda.records.store import Write

GOOD = f"good for {CODE_MS // MINUTE_MS} minutes."
IGNORE = "Not you? Then ignore it. Reply STOP for no texts."


@dataclass(frozen=True, slots=True)
class NumberConfirmation:
    """Sends codes to numbers that visitors name, and binds a number to the visitor who knows its code."""

    records: Records
    texts: CodeTexts

    def admit(self, lead: Lead, address: str) -> Exceeded | None:
        """Count a code that the visitor asks for from the hashed internet `address`; return the limit in the way.

        These limits say nothing of any number, so whoever meets one may be told.
        """
        uses = {NUMBERS_OF_A_VISITOR: lead.lead_id, NUMBERS_OF_AN_ADDRESS: address, CODES_TO_ALL_NUMBERS: "everybody"}
        return self.records.rates.take(uses)

    def send(self, number: str, shop: str) -> Callable[[], None]:
        """Queue a code to `number` (E.164) and return what sends it; nothing where the number is not to be texted.

        That a number got codes before, or wants no texts, nobody is to learn.
        """
        own = self.records.leads.get(number)
        full = self.records.rates.take({CODES_TO_A_NUMBER: number, CODES_TO_A_NUMBER_A_DAY: number})
        if full is not None or (own is not None and own.opted_out_at):
            return _nothing
        text = self.texts.issue(number, lambda code: f"{code} is your code to book at {shop}, {GOOD} {IGNORE}")
        return lambda: self.texts.deliver(text)

    def confirm(self, lead: Lead, code: str) -> str | None:
        """Bind the number that `code` was texted to and return it; None for a code that is wrong, used or too old."""
        used = self.texts.attempt(code)
        current = self.texts.codes.current()
        if used is None or current is None:
            return None
        number = current.sent_to

        def change(now: Lead) -> Lead:
            return replace(now, contact_phone=number)

        def writes(_: Lead, at: int) -> list[Write]:
            # `used` holds only for the very code that was right: if another was sent since, its number is not bound.
            return [used, self.records.leads.event(lead.lead_id, at, "number_confirmed", phone=number)]

        try:
            amend(self.records, self.texts.clock, lead.lead_id, change, writes)
        except Conflict:
            return None
        return number


def _nothing() -> None:
    """Send nothing."""
