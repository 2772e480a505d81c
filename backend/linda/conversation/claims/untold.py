"""Does the reply tell of what was done? A booking nobody hears of is as bad as a false one."""

import re
from datetime import datetime

from linda.conversation.brain import Turn
from linda.conversation.claims.reading import read_page
from linda.conversation.toolbox import ToolRun
from linda.domain.pattern import Pattern

_PLACED = frozenset({"book_slot", "move_booking"})
_DROPPED = Pattern(r"\bcancel|\bcalled off\b|\bno longer booked\b|\btaken off\b", re.IGNORECASE)


def untold_deed(text: str, turn: Turn, runs: tuple[ToolRun, ...]) -> str | None:
    """Return a short sentence when `text` does not name the time last booked in `runs`, or the booking dropped."""
    deeds = [run for run in runs if run.wrote and run.tool in {*_PLACED, "cancel_booking"}]
    if not deeds:
        return None
    data = deeds[-1].outcome.data
    if deeds[-1].tool not in _PLACED:
        return None if _DROPPED.search(text) else "it does not tell of the cancellation"
    start = datetime.strptime(str(data["time"]), "%I:%M %p").time()  # noqa: DTZ007 - a wall clock
    named = {at for figure in read_page(text, turn.now, turn.shop.owner).figures for at in figure.times}
    return None if start in named else f"it does not name the booked time {data['time']}"
