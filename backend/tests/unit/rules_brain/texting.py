"""A short conversation with the rules brain of a shop that a test may change."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from linda.domain.owner_state import OwnerState
from linda.records import epoch_ms
from linda.records.schedule import Claim, block
from linda.testing.one_shop import OneShop
from tests.shop_desk import CUSTOMER, clock_of, open_shop, phone_of

AT = "2026-02-10T10:07"


@dataclass(frozen=True, slots=True)
class Told:
    """The replies to a conversation, and the facts LINDA keeps afterwards."""

    replies: tuple[str, ...]
    facts: dict[str, Any]

    @property
    def last(self) -> str:
        """Return the last reply."""
        return self.replies[-1]


def texted(
    *texts: str,
    at: str = AT,
    taken: tuple[tuple[str, int, int], ...] = (),
    state: OwnerState | None = None,
    **shop: Any,
) -> Told:
    """Text `texts`, twenty seconds apart, to a shop with the changes `shop`.

    `taken` blocks the calendar: day, minute it starts, minutes.
    """
    with open_shop(at) as linda:
        linda.engine.answering.shops = OneShop(replace(linda.shop, **shop))
        if state is not None:
            linda.records.states.change(state, by="test")
        for number, (day, minute, minutes) in enumerate(taken):
            claim = Claim(day, minute, minutes, 0, f"block{number}")
            linda.records.store.transact(*block(claim, epoch_ms(linda.clock), "taken before"))
        replies: list[str] = []
        for text in texts:
            clock_of(linda).advance(timedelta(seconds=20))
            replies += phone_of(linda).text(CUSTOMER, text).replies
        lead = linda.records.leads.get(CUSTOMER)
        return Told(tuple(replies), dict(lead.facts) if lead else {})
