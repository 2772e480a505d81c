"""Changes to a lead from outside a turn: beside whoever is answering, never over what he writes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from linda.conversation.session import MAX_TRIES, Change
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, InvalidInput, StoreUnavailable
from linda.records import Records, epoch_ms
from linda.records.leads import RECENT_LINES, Lead
from linda.records.store import Write

Writes = Callable[[Lead, int], Sequence[Write]]
"""Makes the writes that go with a change, from the lead as it is and the timestamp for an event (epoch ms)."""


def amend(records: Records, clock: Clock, lead_key: str, change: Change, writes: Writes) -> Lead:
    """Apply `change` to the lead's header together with what `writes` returns, all or nothing; return the new lead.

    A turn in progress notices it by the version and goes on from the changed header. Raises `InvalidInput` for an
    unknown lead, `Conflict` when one of the writes (not the header) met another state.
    """
    for _ in range(MAX_TRIES):
        lead = lead_of(records, lead_key)
        at = next_event(lead, epoch_ms(clock))
        beside = list(writes(lead, at))
        new = change(lead)
        changed = replace(new, version=lead.version + 1, last_event=max(new.last_event, at))
        try:
            records.store.transact(records.leads.put(changed, lead.version), *beside)
        except Conflict as conflict:
            if conflict.write:
                raise
            continue
        return changed
    raise StoreUnavailable(f"lead {lead_key} changed {MAX_TRIES} times while it was amended")


def lead_of(records: Records, lead_key: str) -> Lead:
    """Return the lead with this id; raises `InvalidInput` when there is none."""
    lead = records.leads.get_by_id(lead_key)
    if lead is None:
        raise InvalidInput("There is no such conversation.")
    return lead


def next_event(lead: Lead, now_ms: int) -> int:
    """Return the timestamp of the lead's next event."""
    return max(now_ms, lead.last_event + 1)


def with_line(lead: Lead, who: str, text: str, at: int, key: str = "") -> Lead:
    """Return `lead` with one more line of the conversation; `key` names the text that carries it."""
    line = {"who": who, "text": text, "at": at, **({"key": key} if key else {})}
    return replace(lead, recent=(*lead.recent, line)[-RECENT_LINES:])


def without_line(lead: Lead, key: str) -> Lead:
    """Return `lead` without the line that the text `key` would have carried."""
    return replace(lead, recent=tuple(each for each in lead.recent if each.get("key") != key))
