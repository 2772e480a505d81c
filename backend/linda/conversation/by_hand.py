"""A change somebody makes by hand, with the very tools LINDA uses: same rules, same transaction, same journal."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from linda.conversation.desk import Desk
from linda.conversation.receipt import run_to_item
from linda.conversation.session import Session, take_over
from linda.conversation.toolbox import Toolbox, ToolRun
from linda.conversation.tools import tools_for
from linda.domain.clock import Clock
from linda.domain.errors import Refused
from linda.domain.ids import lead_id
from linda.domain.shop import Shop
from linda.records import Records, epoch_ms
from linda.records.leads import Lead


@dataclass(frozen=True, slots=True)
class ByHand:
    """Runs tools for a customer outside a conversation; `source` ("cli", "dashboard") is noted beside the change."""

    shop: Shop
    records: Records
    clock: Clock
    source: str

    def run(self, customer: str, tool: str, arguments: Mapping[str, Any], *, cause: str = "") -> ToolRun:
        """Run `tool` for the customer with this E.164 number; raises `Refused` while LINDA is answering him.

        What it makes is named by `cause`, where there is one: the same cause, the same booking.
        """
        now = epoch_ms(self.clock)
        lead = self.records.leads.get(customer) or Lead(
            lead_id(customer), customer, created_at=now, last_activity=now, channel=self.source
        )
        session = take_over(self.records, self.clock, lead)
        if session is None:
            raise Refused("LINDA is answering this customer right now; try again in a few seconds.")
        state = self.records.states.current(fresh=True).at(self.clock.now())
        sid = self.sid(cause or secrets.token_hex(8))
        desk = Desk(self.shop, state, self.records, self.clock, session, (sid,), channel=self.source)
        run = Toolbox(tools_for(desk), self.clock).call(tool, arguments)
        self._note(session, run, now, sid)
        return run

    def sid(self, cause: str) -> str:
        """Return the id under which a change by `cause` is made."""
        return f"{self.source}#{cause}"

    def _note(self, session: Session, run: ToolRun, now: int, sid: str) -> None:
        """Close the change; a customer's turn that died half-way keeps what it has done, and how often it was begun."""
        at = max(now, session.lead.last_event + 1)
        event = self.records.leads.event(session.lead.lead_id, at, "by_hand", source=self.source, run=run_to_item(run))

        def change(lead: Lead) -> Lead:
            left = tuple(each for each in lead.effects if each["sids"] != [sid])
            return replace(lead, effects=left, tries=lead.tries - 1, leased_until=0, last_event=at, last_activity=now)

        session.write(change, event)
