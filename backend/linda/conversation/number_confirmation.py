"""A visitor of the web page shows that a number is his: by a code that is texted to it, with his consent."""

from dataclasses import dataclass, replace

from linda.conversation.amending import amend
from linda.conversation.code_texts import CodeTexts
from linda.domain.errors import Conflict
from linda.domain.sign_in import CODE_MS, DAY_MS, MINUTE_MS
from linda.records import Records
from linda.records.leads import Lead
from linda.records.rates import Limit
from linda.records.store import Write

CODES_OF_A_VISITOR = Limit("code-visitor", 3, DAY_MS)
CODES_TO_A_NUMBER = Limit("code-number", 1, CODE_MS)
CODES_OF_ALL = Limit("code", 20, DAY_MS)

GOOD = f"good for {CODE_MS // MINUTE_MS} minutes."
IGNORE = "Not you? Then ignore it. Reply STOP for no texts."


@dataclass(frozen=True, slots=True)
class NumberConfirmation:
    """Sends codes to numbers that visitors name, and binds a number to the visitor who knows its code."""

    records: Records
    texts: CodeTexts

    def send(self, lead: Lead, number: str, shop: str) -> None:
        """Text a code to `number` (E.164), unless that was done too often, or its owner wants no texts."""
        own = self.records.leads.get(number)
        if own is not None and own.opted_out_at:
            return
        uses = {CODES_OF_A_VISITOR: lead.lead_id, CODES_TO_A_NUMBER: number, CODES_OF_ALL: "everybody"}
        if self.records.rates.take(uses) is None:
            self.texts.send(number, lambda code: f"{code} is your code to book at {shop}, {GOOD} {IGNORE}")

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
