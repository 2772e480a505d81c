"""Texts to the owner that a customer needs them: so many a day, and beyond that the request stands in Needs you."""

from collections.abc import Iterator
from dataclasses import dataclass

from linda.conversation.desk import Desk
from linda.conversation.who import number_of
from linda.domain.limits import (
    ALERTS_ABOUT_A_CUSTOMER,
    ALERTS_OF_ALL,
    ALERTS_OF_VISITORS,
    DANGER_OF_VISITORS,
    Limit,
)
from linda.domain.sms_text import clip
from linda.records.outbox import OutgoingText, enqueue
from linda.records.store import Write

_LAST = "That was a lot for today: further requests stand in Needs you on your desk."


@dataclass(frozen=True, slots=True)
class Alerts:
    """The texts that one turn sends the owner."""

    desk: Desk

    def to_owner(self, key: str, body: str, due_at: int, *, about: str = "", urgent: bool = False) -> list[Write]:
        """Return the write that texts the owner `body`, or none where the day's texts are used up.

        Danger to a customer with a number is counted for that customer only: no stranger's requests keep it from the
        owner. Whoever has no number can be somebody new each time: all of them have a total, their danger its own.
        """
        desk = self.desk
        if not desk.owner_phone:
            return []
        totals = dict.fromkeys(self._totals(urgent=urgent), "everybody")
        if desk.records.rates.take({ALERTS_ABOUT_A_CUSTOMER: desk.lead.lead_id, **totals}) is not None:
            return []
        is_last = any(desk.records.rates.left(limit, whose) == 0 for limit, whose in totals.items())
        text = OutgoingText(
            key=key,
            to=desk.owner_phone,
            body=f"{clip(body, 1)} {_LAST}" if is_last else body,
            due_at=due_at,
            created_at=desk.now_ms,
            about=about,
        )
        return [enqueue(text)]

    def _totals(self, *, urgent: bool) -> Iterator[Limit]:
        if not urgent:
            yield ALERTS_OF_ALL
        if not number_of(self.desk.lead):
            yield DANGER_OF_VISITORS if urgent else ALERTS_OF_VISITORS
