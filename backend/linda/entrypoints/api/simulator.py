"""The phone simulator: everybody's phones, the clock, what can go wrong, and what LINDA did. Local mode only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from linda.adapters.simulated_phone import SimulatedPhone, Text
from linda.conversation.finishing import assistant_name
from linda.conversation.told import brain_says, told_steps, total_ms
from linda.conversation.who import name_of
from linda.domain.channel import VOICE
from linda.domain.clock import MovableClock
from linda.domain.phone_number import display, is_e164, to_e164
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.simulator_form import (
    ClockMove,
    ClockShown,
    Person,
    SimFaults,
    SimSending,
    SimSent,
    SimText,
    SimTurn,
    Simulator,
)
from linda.entrypoints.api.why import Step
from linda.records.store import Item

SHOWN_TEXTS, SHOWN_TURNS = 300, 20


def simulated_phone(parts: Parts) -> SimulatedPhone:
    """Return the phone that plays the carrier; raises `Problem` where a real one does."""
    if not isinstance(parts.sender, SimulatedPhone):
        raise Problem(403, "There is no simulated phone here.")
    return parts.sender


@dataclass(frozen=True, slots=True)
class SimulatorRoutes:
    """The routes under /api/simulator; the door has seen to it that they are asked from this machine."""

    parts: Parts

    def show(self) -> Simulator:
        """Return both ends of the line."""
        parts, phone = self.parts, self._phone
        shop = parts.shop
        texts = phone.threads.all()[-SHOWN_TEXTS:]
        state = parts.records.states.current()
        return Simulator(
            now=self._clock_shown().now,
            shop_phone=shop.phone,
            shop_phone_display=display(shop.phone),
            owner_phone=parts.settings.owner_phone,
            shop=shop.name,
            owner=shop.owner,
            assistant=assistant_name(shop, state),
            people=list(self._people(phone)),
            faults=self._faults(phone),
            has_model=parts.settings.has_model,
            clock_moved=self._clock_shown().clock_moved,
            texts=[self._text(each) for each in texts],
            turns=self._turns(),
        )

    def send(self, sending: SimSending) -> SimSent:
        """Send a text as the carrier brings it, signed; what LINDA starts of it leaves before the answer."""
        sent = self._phone.text(to_e164(sending.sender), sending.text)
        self.parts.sweeper.sweep()
        return SimSent(sid=sent.sid, replies=list(sent.replies), attempts=list(sent.attempts), problem=sent.problem)

    def switch(self, faults: SimFaults) -> SimFaults:
        """Switch faults on and off; those that are not named are off."""
        phone, model = self._phone, self.parts.model_faults
        phone.faults.deliver_twice = faults.deliver_twice
        phone.faults.lose_response = faults.lose_response
        phone.faults.refuse_sends = faults.refuse_sends
        model.down, model.slow = faults.model_down, faults.model_slow
        blocked = {to_e164(each) for each in faults.blocked}
        phone.blocked.clear()
        phone.blocked.update(blocked)
        return self._faults(phone)

    def move(self, move: ClockMove) -> ClockShown:
        """Set the clock, for every process that shares it: this one."""
        clock = self.parts.clock
        if not isinstance(clock, MovableClock):
            raise Problem(409, "This clock can't be moved: LINDA was not started with `linda up`.")
        if move.at is not None:
            at = move.at if move.at.tzinfo else move.at.replace(tzinfo=self.parts.shop.timezone)
            if not 2000 <= at.year < 2100:
                raise Problem(422, "at: must be of this century.")
            clock.move_to(at)
        elif move.minutes is not None:
            clock.move_by(timedelta(minutes=move.minutes))
        else:
            clock.reset()
        return self._clock_shown()

    @property
    def _phone(self) -> SimulatedPhone:
        return simulated_phone(self.parts)

    def _clock_shown(self) -> ClockShown:
        clock = self.parts.clock
        moved = isinstance(clock, MovableClock) and clock.is_moved
        return ClockShown(now=clock.now().astimezone(self.parts.shop.timezone), clock_moved=moved)

    def _people(self, phone: SimulatedPhone) -> Iterator[Person]:
        for number in phone.threads.people():
            lead = self.parts.records.leads.get(number)
            if number != self.parts.settings.owner_phone and is_e164(number):
                yield Person(phone=number, phone_display=display(number), name=name_of(lead) if lead else "")

    def _faults(self, phone: SimulatedPhone) -> SimFaults:
        faults, model = phone.faults, self.parts.model_faults
        return SimFaults(
            model_down=model.down,
            model_slow=model.slow,
            deliver_twice=faults.deliver_twice,
            lose_response=faults.lose_response,
            refuse_sends=faults.refuse_sends,
            blocked=sorted(phone.blocked),
        )

    def _text(self, text: Text) -> SimText:
        return SimText(
            sid=text.sid,
            person=text.person,
            author=text.author,
            body=text.body,
            at=text.at.astimezone(self.parts.shop.timezone),
            segments=text.segments,
            status=text.status,
        )

    def _turns(self) -> list[SimTurn]:
        """Return what was done for the latest replies, the newest first."""
        records = self.parts.records
        leads = records.leads.by_activity(limit=SHOWN_TURNS)
        events = [
            (each, lead.phone)
            for lead in leads
            for each in records.leads.events(lead.lead_id, limit=SHOWN_TURNS, newest_first=True)
            if each["event"] == "reply"
        ]
        latest = sorted(events, key=lambda each: each[0]["timestamp"], reverse=True)[:SHOWN_TURNS]
        return [self._turn(event, person) for event, person in latest]

    def _turn(self, event: Item, person: str) -> SimTurn:
        receipt, text = event["receipt"], event["text"]
        is_spoken = event.get("channel") == VOICE
        segments = 0 if is_spoken else receipt["segments"]
        sent = "spoken" if is_spoken else f"{segments} segment{'s' if segments != 1 else ''}"
        replied = f"{len(text)} characters, {sent}"
        heard = "Heard on the phone" if is_spoken else "Text received"
        steps = [Step(says=heard, detail=display(person), ms=0.0)]
        steps += [Step(says=s.says, detail=s.detail, ms=round(s.ms, 1), status=s.status) for s in told_steps(receipt)]
        steps.append(Step(says="Replied" if text else "Said nothing", detail=replied if text else "", ms=0.0))
        return SimTurn(
            sid=receipt["sids"][0],
            person=person,
            at=datetime.fromtimestamp(event["timestamp"] / 1000, self.parts.shop.timezone),
            total_ms=round(total_ms(receipt), 1),
            segments=segments,
            cost_micros=receipt["usage"]["cost_micros"],
            brain_says=brain_says(receipt),
            steps=steps,
        )
