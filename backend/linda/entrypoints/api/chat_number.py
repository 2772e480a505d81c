"""A visitor's number in the chat of the web page: given with consent, and theirs once they have the code from it."""

from dataclasses import dataclass

from linda.conversation.number_confirmation import NumberConfirmation
from linda.domain.phone_number import display, is_in_us, is_premium, to_e164
from linda.domain.sign_in import read_code
from linda.entrypoints.api.chat_form import NumberCode, NumberConfirmed, NumberGiven
from linda.entrypoints.api.client_address import hashed_address
from linda.entrypoints.api.constant_time import answer_in_constant_time
from linda.entrypoints.api.first_factor import texts_of
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem, too_many
from linda.entrypoints.api.sign_in_form import Says
from linda.entrypoints.api.visiting import own_lead
from linda.records.leads import Lead

_SENT = "A code is on its way if that number takes texts. It's good for 10 minutes; then you can ask for a new one."
_WRONG = "This code is wrong, used or too old. Look again, or have a new one texted."
_TOO_MANY = "No more codes can be texted from here today. To book, text or call"
_ABROAD = "Only an ordinary number of the United States can be confirmed here."


@dataclass(frozen=True, slots=True)
class ChatNumberRoutes:
    """The routes at /api/chat/phone."""

    parts: Parts

    def give(self, given: NumberGiven) -> Says:
        """Text a code to the number; the answer is the same whether or not one was sent."""
        _, lead = own_lead(self.parts)
        number = to_e164(given.phone)
        if not is_in_us(number) or is_premium(number):
            raise Problem(422, _ABROAD, errors=[{"at": "phone", "says": _ABROAD}])
        began, confirmation = self.parts.clock.monotonic(), self._confirmation(lead)
        full = confirmation.admit(lead, hashed_address(self.parts))
        if full is not None:
            raise too_many(full, f"{_TOO_MANY} {display(self.parts.shop.phone)}.")
        send = confirmation.send(number, self.parts.shop.name) if number != self.parts.shop.phone else None
        answer_in_constant_time(self.parts, began, send)
        return Says(says=_SENT)

    def confirm(self, given: NumberCode) -> NumberConfirmed:
        """Take the code: from now on the number is the visitor's."""
        _, lead = own_lead(self.parts)
        code = read_code(given.code)
        number = self._confirmation(lead).confirm(lead, code) if code else None
        if number is None:
            raise Problem(422, _WRONG, errors=[{"at": "code", "says": _WRONG}])
        return NumberConfirmed(confirmed=True, phone_display=display(number))

    def _confirmation(self, lead: Lead) -> NumberConfirmation:
        records = self.parts.records
        return NumberConfirmation(records, texts_of(self.parts, records.codes_of(lead.lead_id)))
