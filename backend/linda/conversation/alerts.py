"""Texts to the owner that a customer needs them: so many a day, and beyond that the request stands in Needs you."""

from dataclasses import dataclass

from linda.conversation.desk import Desk
from linda.domain.limits import ALERTS_ABOUT_A_CUSTOMER, ALERTS_OF_ALL
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

        Danger is counted for its customer only: no stranger's requests keep it from the owner.
        """
        desk = self.desk
        if not desk.owner_phone:
            return []
        uses = {ALERTS_ABOUT_A_CUSTOMER: desk.lead.lead_id}
        if desk.records.rates.take(uses if urgent else {**uses, ALERTS_OF_ALL: "everybody"}) is not None:
            return []
        is_last = not urgent and desk.records.rates.left(ALERTS_OF_ALL, "everybody") == 0
        text = OutgoingText(
            key=key,
            to=desk.owner_phone,
            body=f"{clip(body, 1)} {_LAST}" if is_last else body,
            due_at=due_at,
            created_at=desk.now_ms,
            about=about,
        )
        return [enqueue(text)]
