"""Add-ons: what was offered beside a repair, and what the customer said to it."""

from dataclasses import dataclass
from typing import ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Kind, Outcome, done, refused


@dataclass(frozen=True, slots=True)
class LogUpsellArguments(Arguments):
    """Note that an add-on was offered and what the customer said.

    item: screen_protector or phone_case. accepted: true, false, or null when it was only offered.
    """

    item: str
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class LogUpsell:
    """Notes an add-on's offer or answer on the lead."""

    desk: Desk
    name: ClassVar[str] = "log_upsell"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = LogUpsellArguments

    def run(self, arguments: LogUpsellArguments) -> Outcome:
        """Note it; the price is the price book's."""
        item = self.desk.shop.add_on(arguments.item)
        if item is None:
            return refused("There is no such add-on.", items=[each.id for each in self.desk.shop.add_ons])
        entry = {"item": item.id, "accepted": arguments.accepted, "cents": item.price, "at": self.desk.now_ms}
        kept = tuple(each for each in self.desk.lead.upsells if each["item"] != item.id)
        data = {"item": item.id, "name": item.name, "accepted": arguments.accepted, "price_cents": item.price}
        outcome = done(Evidence(prices=frozenset({item.price})), **data)
        return self.desk.record(self.name, arguments.as_given(), outcome, {"upsells": (*kept, entry)}, [])
