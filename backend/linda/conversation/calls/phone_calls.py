"""A phone call, step by step: who picks up, what is said, and what comes then.

Each webhook of the carrier is one step, and is answered once: what was decided is kept under the call and the step, and
a webhook that comes again, or late, gets the same.
"""

from collections.abc import Callable
from dataclasses import dataclass

from linda.conversation.calls import phrases
from linda.conversation.calls.call import IncomingCall
from linda.conversation.calls.call_ends import CallEnds
from linda.conversation.calls.hearing import Heard, is_farewell, is_sales_call, wants_a_person
from linda.conversation.calls.manner import Manner, manner
from linda.conversation.calls.picking_up import rings_owner
from linda.conversation.calls.step import Step, Then
from linda.conversation.calls.thinking import Thinks
from linda.conversation.inbound import Inbound
from linda.conversation.shops import Shops
from linda.domain.channel import VOICE
from linda.domain.clock import Clock
from linda.domain.limits import CALLS_OF_A_NUMBER
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop
from linda.domain.visitor import is_hidden_caller
from linda.records import Records, epoch_ms
from linda.records.calls import ANSWERED, CallRecord, turn_sid

MOST_SILENCES = 3
WITHHELD = "withheld"
MOST_STEPS = 40
"""A call of so many steps is no customer's: a robot, or somebody who left the phone off the hook."""


@dataclass(frozen=True, slots=True)
class PhoneCalls:
    """Answers calls. `thinking` has the turns answered, `ends` closes calls."""

    shops: Shops
    records: Records
    clock: Clock
    thinking: Thinks
    ends: CallEnds
    owner_phone: str

    def begin(self, call: IncomingCall) -> Step:
        """Pick up a call that comes in, or have the owner's phone rung first."""
        self.records.calls.begin(CallRecord(call.call_sid, call.customer, call.sent_to, epoch_ms(self.clock)))
        return self._once(call, "0", lambda: self._picked_up(call))

    def heard(self, call: IncomingCall, number: int, silences: int, heard: Heard) -> Step:
        """Answer what was heard at step `number`, after `silences` in a row."""
        return self._once(call, str(number), lambda: self._answered(call, number, silences, heard))

    def waited(self, call: IncomingCall, number: int, waits: int) -> Step:
        """Answer what was heard at step `number`, now that the caller has been asked for a moment `waits` times."""
        return self._once(
            call, f"{number}w{waits}", lambda: self._thought(call, number, self._said(call, number), waits)
        )

    def rang(self, call: IncomingCall, number: int, *, was_connected: bool = False) -> Step:
        """Go on after the owner's phone was rung: the call is over when he took it, else LINDA is there."""
        if was_connected:
            self.taken_by_owner(call.call_sid)
        return self._once(call, f"{number}r", lambda: self._after_ringing(call, number))

    def relayed(self, call: IncomingCall, number: int, handed: str) -> Step:
        """Go on after a relay that began at step `number`: as it said by the name of a step, else without it."""
        kept = self.records.calls.step(call.call_sid, handed) if handed else None
        if kept and kept["then"] in {Then.HANG_UP, Then.RING_OWNER}:
            return Step.from_item(kept)
        return self._once(call, f"{number}c", lambda: self._without_relay(call, number))

    def taken_by_owner(self, call_sid: str) -> None:
        """Note that the owner takes a call."""
        self.records.calls.change(call_sid, taken_by_owner=True)

    def end(self, call_sid: str, outcome: str, seconds: int) -> None:
        """Note that the carrier has ended a call, once."""
        self.ends.close(call_sid, outcome, seconds)

    def announcement(self, caller: str) -> str:
        """Return what the owner hears before he decides to take a call."""
        return phrases.for_the_owner(self._shop_now()[0], caller)

    def manner(self) -> Manner:
        """Return how calls sound right now."""
        return manner(*self._shop_now())

    def _once(self, call: IncomingCall, name: str, decide: Callable[[], Step]) -> Step:
        kept = self.records.calls.step(call.call_sid, name)
        return Step.from_item(kept or self.records.calls.keep_step(call.call_sid, name, decide().to_item()))

    def _picked_up(self, call: IncomingCall) -> Step:
        shop, state = self._shop_now()
        if call.is_from_itself:
            return Step("", Then.HANG_UP)
        if self._calls_too_often(call):
            return Step(phrases.TOO_MANY_CALLS, Then.HANG_UP)
        if self._rings_owner(call, shop, state):
            self.records.calls.change(call.call_sid, rang_owner=True)
            return Step("", Then.RING_OWNER, number=1)
        if not state.answers_calls:
            return Step(phrases.no_answers(shop), Then.HANG_UP)
        self.records.calls.change(call.call_sid, status=ANSWERED)
        lead = self.records.leads.get(call.customer)
        name = str(lead.facts.get("name") or "") if lead else ""
        return Step(phrases.greeting(shop, state, self.clock.now(), name), Then.LISTEN, number=1)

    def _after_ringing(self, call: IncomingCall, number: int) -> Step:
        kept = self.records.calls.get(call.call_sid)
        if kept is not None and kept.taken_by_owner:
            return Step("", Then.HANG_UP)
        shop, state = self._shop_now()
        if number > 1:  # he was rung in the middle of the call, and so it is a message for him
            return self._thought(call, number, phrases.wants_the_owner(shop), 0)
        if not state.answers_calls:
            return Step(phrases.no_answers(shop), Then.HANG_UP)
        self.records.calls.change(call.call_sid, status=ANSWERED)
        return Step(phrases.owner_is_away(shop, state), Then.LISTEN, number)

    def _without_relay(self, call: IncomingCall, number: int) -> Step:
        kept = self.records.calls.get(call.call_sid)
        if kept is not None and kept.relayed:
            return Step(phrases.LINE_BROKE, Then.LISTEN, max(number, kept.last_heard) + 1)
        # It never began, and so nobody has been greeted.
        first = self.records.calls.step(call.call_sid, f"{number}r") or self.records.calls.step(call.call_sid, "0")
        return Step(first["says"] if first else phrases.LINE_BROKE, Then.LISTEN, number + 1)

    def _answered(self, call: IncomingCall, number: int, silences: int, heard: Heard) -> Step:
        if number > MOST_STEPS:
            return Step(phrases.TOO_LONG, Then.HANG_UP)
        if heard.is_nothing:
            return self._silent(number, silences + 1)
        shop, state = self._shop_now()
        self.records.calls.heard(call.call_sid, number, keeps_words=state.keeps_transcripts)
        if heard.digits and heard.digits != "0":
            return Step(phrases.SAY_IT, Then.LISTEN, number + 1)
        if is_sales_call(heard.text):
            return Step(phrases.NO_SALES, Then.HANG_UP)
        if heard.digits or wants_a_person(heard.text, shop.owner):
            kept = self.records.calls.get(call.call_sid)
            if not (kept and kept.rang_owner) and self._rings_owner(call, shop, state):
                self.records.calls.change(call.call_sid, rang_owner=True)
                return Step(phrases.ringing(shop), Then.RING_OWNER, number + 1)
        return self._thought(call, number, heard.text or phrases.wants_the_owner(shop), 0)

    def _thought(self, call: IncomingCall, number: int, said: str, waits: int) -> Step:
        inbound = Inbound(turn_sid(call.call_sid, number), VOICE, call.customer, said, call.sent_to)
        reply = self.thinking.answer(inbound, waits)
        if reply is None:
            return Step(phrases.MOMENT[min(waits, len(phrases.MOMENT) - 1)], Then.WAIT, number, waits=waits + 1)
        text = " ".join(reply.texts) or phrases.took_too_long(self._shop_now()[0], call.caller)
        if is_farewell(said):
            return Step(phrases.parting(text), Then.HANG_UP)
        return Step(text, Then.LISTEN, number + 1)

    def _said(self, call: IncomingCall, number: int) -> str:
        message = self.records.inbox.get(turn_sid(call.call_sid, number))
        return message.text if message else phrases.wants_the_owner(self._shop_now()[0])

    def _silent(self, number: int, silences: int) -> Step:
        if silences >= MOST_SILENCES:
            return Step(phrases.TEXT_INSTEAD, Then.HANG_UP)
        return Step(phrases.NOT_HEARD[silences - 1], Then.LISTEN, number + 1, silences)

    def _calls_too_often(self, call: IncomingCall) -> bool:
        """Tell whether this number has called as often as it may; callers who withhold theirs count together."""
        if call.is_from(self.owner_phone):
            return False
        whose = WITHHELD if is_hidden_caller(call.customer) else call.customer
        return self.records.rates.take({CALLS_OF_A_NUMBER: whose}) is not None

    def _rings_owner(self, call: IncomingCall, shop: Shop, state: OwnerState) -> bool:
        can_ring = bool(self.owner_phone) and not call.is_from(self.owner_phone)
        return can_ring and rings_owner(shop, state, self.clock.now())

    def _shop_now(self) -> tuple[Shop, OwnerState]:
        state = self.records.states.current().at(self.clock.now())
        return self.shops.of(state), state
