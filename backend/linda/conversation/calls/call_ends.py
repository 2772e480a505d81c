"""The end of a call: what came of it is noted with the customer, and who talked to nobody is texted back."""

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from linda.conversation.acceptance import new_lead
from linda.conversation.amending import amend, with_line
from linda.conversation.calls.phrases import missed
from linda.conversation.calls.unkept_words import forget_words, is_answered_now, without_words
from linda.conversation.delivery import Delivery
from linda.conversation.phone_sender import PhoneSender
from linda.conversation.session import MAX_TRIES
from linda.conversation.shops import Shops
from linda.domain.channel import VOICE
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, StoreUnavailable, TextNotSent
from linda.domain.ids import lead_id
from linda.domain.limits import TEXTS_BACK
from linda.domain.owner_state import OwnerState
from linda.domain.phone_number import is_e164
from linda.records import Records, epoch_ms
from linda.records.calls import LOST, CallRecord, ended
from linda.records.leads import Lead
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.store import Item, Write
from linda.records.tables import INBOX

FORGET_AFTER_MS = 60_000
"""A turn that was under way when the caller hung up is over by then, also where the sweeper has to finish it."""

MISSED, TALKED, CONNECTED = "missed", "talked", "connected"
"""Nobody was reached; the caller talked to LINDA; the owner took the call."""


@dataclass(frozen=True, slots=True)
class CallEnds:
    """Closes calls."""

    shops: Shops
    records: Records
    clock: Clock
    sender: PhoneSender
    owner_phone: str

    def close(self, call_sid: str, outcome: str, seconds: int) -> None:
        """End a call once: note it with the customer, and text back who talked to nobody, all in one write."""
        for _ in range(MAX_TRIES):
            call = self.records.calls.get(call_sid)
            if call is None or call.is_over:
                return
            forget_at = 0 if call.keeps_words else epoch_ms(self.clock) + FORGET_AFTER_MS
            over = replace(call, outcome=outcome, seconds=seconds, forget_at=forget_at)
            try:
                text = self._close(over)
            except Conflict:
                continue
            forget_words(self.records, over)
            if text is not None:
                with suppress(TextNotSent):  # of unknown fate: the sweeper asks the carrier
                    Delivery(self.records, self.clock, self.sender).send(text)
            return
        raise StoreUnavailable(f"call {call_sid} changed {MAX_TRIES} times while it was ended")

    def settle(self, row: Item) -> bool:
        """See to a call that is due; tell whether it was lost: its end was not reported for longer than it can last.

        Else it has ended, and what a turn that was under way then has written since is taken out too.
        """
        call = self.records.calls.get(row["call_sid"])
        if call is None or not call.is_over:
            self.close(row["call_sid"], LOST, 0)
            return True
        lead = self.records.leads.get_by_id(lead_id(call.customer))
        if lead is None or not is_answered_now(lead, call):
            forget_words(self.records, call)
            if lead is not None:
                amend(self.records, self.clock, lead.lead_id, partial(without_words, call=call), lambda _lead, _at: [])
            self.records.calls.change(call.call_sid, forget_at=0)
        return False

    def _close(self, call: CallRecord) -> OutgoingText | None:
        lead = self._lead(call)
        if lead is None:
            self.records.store.transact(ended(call))
            return None
        became = CONNECTED if call.taken_by_owner else TALKED if call.last_heard else MISSED
        text = self._text_back(lead) if became == MISSED else None

        def writes(_: Lead, at: int) -> list[Write]:
            told = {"became": became, "seconds": call.seconds, "call_sid": call.call_sid}
            done: list[Write] = [ended(call), self.records.leads.event(lead.lead_id, at, "call", **told)]
            if text is not None:
                said = {"text": text.body, "key": text.key}
                done += [enqueue(text), self.records.leads.event(lead.lead_id, at + 1, "linda_text", **said)]
            return done

        def change(now: Lead) -> Lead:
            kept = without_words(now, call)
            # The second event of the write stands right after the one that the header is told of.
            last = max(epoch_ms(self.clock), now.last_event + 1) + 1
            if text is None:
                return kept
            told = with_line(kept, "linda", text.body, text.created_at, text.key)
            return replace(told, greeted=True, last_event=last)

        amend(self.records, self.clock, lead.lead_id, change, writes)
        return text

    def _lead(self, call: CallRecord) -> Lead | None:
        """Return the customer, who is new when all he did was to call; the owner's own calls are nobody's."""
        lead = self.records.leads.get_by_id(lead_id(call.customer))
        if lead is not None or call.customer == self.owner_phone or not is_e164(call.customer):
            return lead
        lead = replace(new_lead(call.customer, VOICE, epoch_ms(self.clock)), version=1)
        self.records.store.transact(self.records.leads.put(lead, 0))
        return lead

    def _text_back(self, lead: Lead) -> OutgoingText | None:
        """Return the text to a caller whom nobody talked to, once a day; None where he is not to be texted."""
        now = epoch_ms(self.clock)
        state = self.records.states.current().at(self.clock.now())
        if not self._may_text(lead, state, now):
            return None
        shop = self.shops.of(state)
        today = self.clock.now().astimezone(shop.timezone).date()
        key = outgoing_key(f"missed#{lead.lead_id}#{today.isoformat()}")
        if self.records.store.get(INBOX, {"key": key}) or self.records.rates.take({TEXTS_BACK: "everybody"}):
            return None  # a caller can show any number, so that all texts back together have an end
        return OutgoingText(key, lead.phone, missed(shop, state), due_at=now, created_at=now, about=lead.lead_id)

    def _may_text(self, lead: Lead, state: OwnerState, now: int) -> bool:
        is_somebody = is_e164(lead.phone) and lead.phone != self.owner_phone
        return is_somebody and not lead.opted_out_at and lead.taken_over_until <= now and state.answers_texts
