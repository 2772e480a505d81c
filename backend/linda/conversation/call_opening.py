"""The first words of a call, which are no turn and yet are part of what was said."""

from datetime import UTC, datetime

from linda.conversation.brain import Line
from linda.records import Records


def call_opening(records: Records, turn_sid: str) -> tuple[Line, ...]:
    """Return the line with which the call of this turn was picked up; none where the owner's phone was rung first."""
    call_sid = turn_sid.partition("#")[0]
    call, picked_up = records.calls.get(call_sid), records.calls.step(call_sid, "0")
    if call is None or picked_up is None or not picked_up["says"]:
        return ()
    return (Line("linda", picked_up["says"], datetime.fromtimestamp(call.began_at / 1000, UTC)),)
