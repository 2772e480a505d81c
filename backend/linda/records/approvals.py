"""Prices the owner is asked for: the question stands on the lead, found by the code he was texted."""

from dataclasses import asdict, dataclass
from typing import Any

from linda.domain.money import Cents
from linda.domain.price_wish import PriceWish
from linda.records.inbox import DUE
from linda.records.store import Absent, Delete, Equals, Item, Put, Store, Write
from linda.records.tables import INBOX


@dataclass(frozen=True, slots=True)
class Approval:
    """One open question. Cents; times are epoch ms; `code` is how the owner names it in a text.

    `services` are ids of the price book; `said` is the customer's own words. At `lapses_at` LINDA keeps the price.
    """

    approval_id: str
    code: str
    services: tuple[str, ...]
    service_mode: str
    job: str
    current: int
    wanted: int
    said: str
    asked_at: int
    lapses_at: int

    @property
    def wish(self) -> PriceWish:
        """Return the two prices as the rules see them."""
        return PriceWish(Cents(self.current), Cents(self.wanted))

    def to_item(self) -> Item:
        """Return it as the lead keeps it."""
        return {**asdict(self), "services": list(self.services)}

    @classmethod
    def from_item(cls, item: Any) -> "Approval | None":
        """Read what `to_item` wrote; None for None."""
        return cls(**{**item, "services": tuple(item["services"])}) if item else None


def approval_key(code: str) -> str:
    """Return the key of the row that finds the lead by the owner's code."""
    return f"approval#{code}"


def is_approval(key: str) -> bool:
    """Tell whether `key` is that of an open question's row."""
    return key.startswith("approval#")


def open_question(approval: Approval, lead_id: str) -> Write:
    """Return the write that makes `approval` findable, and due when it lapses."""
    row = {"key": approval_key(approval.code), "lead_id": lead_id, "approval_id": approval.approval_id}
    return Put(INBOX, {**row, "due": DUE, "due_at": approval.lapses_at}, Absent())


def close_question(approval: Approval) -> Write:
    """Return the write that takes it off the list; of several who answer at once one succeeds."""
    return Delete(INBOX, {"key": approval_key(approval.code)}, Equals("approval_id", approval.approval_id))


def find_question(store: Store, code: str) -> Item | None:
    """Return the row of the open question with this code: `lead_id` and `approval_id`."""
    return store.get(INBOX, {"key": approval_key(code)})
