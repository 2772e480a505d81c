"""Calls on the phone simulator, and the owner's phone that they may ring. Local mode only."""

from dataclasses import asdict, dataclass

from linda.adapters.simulated_phone import Call, SimulatedPhone
from linda.domain.phone_number import display, to_e164
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.simulated_calls_form import (
    SimCall,
    SimCalling,
    SimCalls,
    SimDone,
    SimOwnersPhone,
    SimStep,
)
from linda.entrypoints.api.simulator import simulated_phone


@dataclass(frozen=True, slots=True)
class SimulatedCallRoutes:
    """The routes under /api/simulator/calls; the door has seen to it that they are asked from this machine."""

    parts: Parts

    def all(self) -> SimCalls:
        """Return the latest calls, the newest first."""
        phone = self._phone
        return SimCalls(
            owner_does=phone.owner_does, calls=[self._shown(each) for each in reversed(list(phone.calls.values()))]
        )

    def begin(self, calling: SimCalling) -> SimCall:
        """Call the shop as the carrier brings a call, signed, and return it as far as it gets by itself."""
        caller = to_e164(calling.caller) if calling.caller is not None else None
        return self._after(self._phone.call(caller))

    def do(self, call: str, done: SimDone) -> SimCall:
        """Do one thing in a call, and return what came of it."""
        found = self._phone.calls.get(call)
        if found is None:
            raise Problem(404, "There is no such call, or no longer.")
        try:
            _do(found, done)
        except ValueError as bad:
            said = str(bad)
            raise Problem(409, f"{said[0].upper()}{said[1:]}.") from bad
        return self._after(found)

    def owner(self, owner: SimOwnersPhone) -> SimOwnersPhone:
        """Set what the owner does when his phone rings."""
        self._phone.owner_does = owner.does
        return owner

    @property
    def _phone(self) -> SimulatedPhone:
        return simulated_phone(self.parts)

    def _after(self, call: Call) -> SimCall:
        self.parts.sweeper.sweep()
        return self._shown(call)

    def _shown(self, call: Call) -> SimCall:
        zone, heard = self.parts.shop.timezone, call.listening.input if call.listening else frozenset()
        return SimCall(
            sid=call.sid,
            caller=call.caller or "",
            caller_display=display(call.caller) if call.caller else "",
            began=call.began.astimezone(zone),
            hears_speech="speech" in heard,
            hears_keys="dtmf" in heard,
            is_with_owner=call.is_with_owner,
            is_over=call.is_over,
            problem=call.problem,
            steps=[SimStep(**asdict(step) | {"at": step.at.astimezone(zone)}) for step in call.steps],
        )


def _do(call: Call, done: SimDone) -> None:
    if done.says is not None:
        call.say(done.says)
    elif done.presses is not None:
        call.press(done.presses)
    elif done.is_silent:
        call.stay_silent()
    elif done.hangs_up:
        call.hang_up()
    else:
        call.owner_hangs_up()
