"""What was already done in this turn, by a process that died or a brain that failed afterwards, is told."""

from collections.abc import Callable, Mapping

from linda.adapters.rules_brain.booked import tell_booked
from linda.adapters.rules_brain.changes import tell_dropped, tell_moved
from linda.adapters.rules_brain.discounts import tell_asked, tell_discount
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.facts import Pending
from linda.conversation.toolbox import ToolRun
from linda.domain.time_words import duration_words


def tell_effects(talk: Talk) -> bool:
    """Tell what this turn has changed already; False when there is nothing a customer should hear of."""
    told = False
    for run in talk.turn.effects:
        teller = _TELLERS.get(run.tool)
        if teller is not None and run.wrote:
            teller(talk, run)
            told = True
    return told


def _told_handed_over(talk: Talk, run: ToolRun) -> None:
    talk.say("human")


def _told_held(talk: Talk, run: ToolRun) -> None:
    moment = min(run.outcome.evidence.moments)
    talk.say("held", slot=talk.moment(moment), minutes=duration_words(run.outcome.data["minutes"]))
    talk.pending = Pending("job", {"then": moment.isoformat()})


_TELLERS: Mapping[str, Callable[[Talk, ToolRun], None]] = {
    "book_slot": tell_booked,
    "move_booking": tell_moved,
    "cancel_booking": tell_dropped,
    "authorize_discount": tell_discount,
    "hand_to_owner": _told_handed_over,
    "ask_owner": tell_asked,
    "hold_slot": _told_held,
}
