"""The owner in a conversation himself: he takes it over, texts by hand, takes a text back, gives it back, closes it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

from linda.conversation.amending import amend, lead_of, with_line, without_line
from linda.conversation.delivery import Delivery
from linda.conversation.phone_sender import PhoneSender
from linda.conversation.session import Change, take_over
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, InvalidInput, Refused, TextNotSent
from linda.domain.xml_text import keep_xml_characters
from linda.records import Records, epoch_ms
from linda.records.leads import Lead
from linda.records.outbox import FAILED, OutgoingText, again, enqueue, outgoing_key, withdraw
from linda.records.store import Item, Write
from linda.records.tables import INBOX

HELD_MS = 5_000
"""A text by hand leaves after five seconds, so that undo is true."""

SILENT_MS = round(timedelta(hours=4).total_seconds() * 1000)
"""How long LINDA is silent after the owner's last word in a conversation, if he does not give it back."""

LONGEST = 1600  # Twilio, error 21617


@dataclass(frozen=True, slots=True)
class OwnMessages:
    """What the owner does in one conversation, from the dashboard."""

    records: Records
    clock: Clock
    sender: PhoneSender

    def take(self, lead_id: str) -> Lead:
        """Silence LINDA here, also in the middle of a thought: what she was about to say is not said."""
        lead = lead_of(self.records, lead_id)
        if not lead.effects:  # else the turn has booked or promised something already, and the customer must hear it
            session = take_over(self.records, self.clock, lead, seize=True)
            if session is not None:
                session.give_back(tries=0)
        return self._noted(lead_id, "taken_over", self._his)

    def give_back(self, lead_id: str) -> Lead:
        """Let LINDA answer again."""
        return self._noted(lead_id, "given_back", lambda lead: replace(lead, taken_over_until=0))

    def close(self, lead_id: str) -> Lead:
        """Take the conversation off the list until the customer writes again."""

        def change(lead: Lead) -> Lead:
            free = replace(lead, taken_over_until=0, handed_over="", trouble=None)
            return replace(free, done_at=max(epoch_ms(self.clock), lead.last_activity))

        return self._noted(lead_id, "closed", change)

    def send(self, lead_id: str, message_id: str, text: str) -> OutgoingText:
        """Hold `text` for five seconds, then it leaves; the same `message_id` is one text however often it is asked.

        Raises `InvalidInput` for a text no carrier takes, `Refused` for a customer who wants none.
        """
        body = " ".join(keep_xml_characters(text).split())
        if not body or len(body) > LONGEST:
            raise InvalidInput(f"A text has 1 to {LONGEST} characters.")
        lead = lead_of(self.records, lead_id)
        if lead.opted_out_at:
            raise Refused("This customer wants no more texts: he would have to text START first.")
        now = epoch_ms(self.clock)
        key = message_key(message_id)
        queued = OutgoingText(key, lead.phone, body, due_at=now + HELD_MS, created_at=now, about=lead_id)

        def change(current: Lead) -> Lead:
            return replace(with_line(self._his(current), "owner", body, now, key), last_activity=now)

        def writes(_: Lead, at: int) -> list[Write]:
            return [enqueue(queued), self.records.leads.event(lead_id, at, "owner_text", text=body, key=key)]

        try:
            amend(self.records, self.clock, lead_id, change, writes)
        except Conflict:
            return self._text(lead_id, message_id)  # asked before
        return queued

    def undo(self, lead_id: str, message_id: str) -> str:
        """Take a held text back and return what it said; raises `Refused` when it has left."""
        text = self._text(lead_id, message_id)

        def writes(_: Lead, at: int) -> list[Write]:
            return [withdraw(text.key, text.due_at), self.records.leads.event(lead_id, at, "undone", key=text.key)]

        try:
            if text.tried_at:
                raise Refused("The text has left already.")
            amend(self.records, self.clock, lead_id, lambda lead: without_line(lead, text.key), writes)
        except Conflict:
            raise Refused("The text has left already.") from None
        return text.body

    def release(self, lead_id: str, message_id: str) -> OutgoingText:
        """Send a text whose time has come, or one that failed once more; return it as it is now."""
        text = self._text(lead_id, message_id)
        if text.status == FAILED:
            self.records.store.transact(again(text.key, epoch_ms(self.clock)))
            text = self._text(lead_id, message_id)
        if text.due_at and text.due_at <= epoch_ms(self.clock):
            with suppress(TextNotSent):  # of unknown fate: the sweeper asks the carrier
                Delivery(self.records, self.clock, self.sender).send(text)
            self._settle(lead_id, text.key)
        return self._text(lead_id, message_id)

    def _settle(self, lead_id: str, key: str) -> None:
        """Take a text that failed off the owner's list, now that it is asked for again; a new failure puts it back."""
        trouble = lead_of(self.records, lead_id).trouble
        text = self.records.store.get(INBOX, {"key": key})
        if trouble and trouble["key"] == key and text and text["status"] != FAILED:
            amend(self.records, self.clock, lead_id, _without_trouble, lambda _, at: [])

    def _his(self, lead: Lead) -> Lead:
        return replace(lead, taken_over_until=epoch_ms(self.clock) + SILENT_MS, handed_over="")

    def _noted(self, lead_id: str, event: str, change: Change) -> Lead:
        return amend(self.records, self.clock, lead_id, change, self._event(lead_id, event))

    def _event(self, lead_id: str, event: str) -> Callable[[Lead, int], list[Write]]:
        return lambda _, at: [self.records.leads.event(lead_id, at, event)]

    def _text(self, lead_id: str, message_id: str) -> OutgoingText:
        row: Item | None = self.records.store.get(INBOX, {"key": message_key(message_id)})
        if row is None or row["about"] != lead_id:
            raise Refused("There is no such text: it was taken back.")
        return OutgoingText.from_item(row)


def message_key(message_id: str) -> str:
    """Return the key of the text by hand that the dashboard calls `message_id`."""
    return outgoing_key(f"hand#{message_id}")


def _without_trouble(lead: Lead) -> Lead:
    return replace(lead, trouble=None)
