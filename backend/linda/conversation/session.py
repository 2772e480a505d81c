"""The lead a turn owns: every write of the turn goes through here, under its fence."""

from collections.abc import Callable
from dataclasses import replace

from linda.domain.clock import Clock
from linda.domain.errors import Conflict, LeaseLost
from linda.records import Records, epoch_ms
from linda.records.leads import Lead
from linda.records.store import Write

LEASE_MS = 13_000
"""A turn ends within 12.5 s (Twilio waits 15); half a second later anybody may take its lease."""

MAX_TRIES = 100
"""Of as many who write to one lead at once, the unluckiest comes last."""

Change = Callable[[Lead], Lead]


class Session:
    """One worker's hold on one lead, from lease to commit."""

    def __init__(self, records: Records, clock: Clock, lead: Lead) -> None:
        """Work on `lead`, whose fence is ours."""
        self._records = records
        self._clock = clock
        self._kept: list[Change] = []
        self.lead = lead
        self.fence = lead.fence

    def keep(self, change: Change) -> None:
        """Apply `change`, which concerns the lead alone, here; the next `write` takes it along.

        Nobody outside this turn needs to see it before, and a turn that ends without a write has done nothing.
        """
        self._kept.append(change)
        self.lead = change(self.lead)

    def write(self, change: Change, *writes: Write) -> None:
        """Apply `change` to the lead together with `writes`: all or nothing, and only while the lease is ours.

        Texts that arrive meanwhile change the header too; then `change` is applied to the newer header. Raises
        `LeaseLost` when somebody took over, `Conflict` when one of `writes` met another state (its index counts
        from zero among `writes`).
        """
        for _ in range(MAX_TRIES):
            changed = replace(change(self.lead), version=self.lead.version + 1)
            try:
                self._records.store.transact(*writes, self._records.leads.put(changed, self.lead.version))
            except Conflict as conflict:
                self._refresh()
                for kept in self._kept:
                    self.lead = kept(self.lead)
                if conflict.write < len(writes):
                    raise
                continue
            self._kept.clear()
            self.lead = changed
            return
        raise LeaseLost(f"lead {self.lead.lead_id} changed {MAX_TRIES} times under a single write")

    def give_back(self, *, tries: int) -> None:
        """End the lease; the turn that waits in this lead, if any, was begun `tries` times."""
        self.write(lambda lead: replace(lead, leased_until=0, tries=tries))

    def _refresh(self) -> None:
        fresh = self._records.leads.get_by_id(self.lead.lead_id)
        if fresh is None or fresh.fence != self.fence:
            raise LeaseLost(f"lead {self.lead.lead_id} is answered by another worker")
        self.lead = fresh


def leased(lead: Lead, now_ms: int) -> Lead:
    """Return `lead` under a new lease of the caller's, its turn begun once more."""
    seized = not lead.lease.is_free(now_ms)
    return replace(lead, fence=lead.fence + 1, leased_until=now_ms + LEASE_MS, tries=lead.tries + 1, seized=seized)


def take_over(records: Records, clock: Clock, lead: Lead, *, seize: bool = False) -> Session | None:
    """Take the lease of `lead` if it is free, else return None; a lost race is no lease.

    With `seize` a lease that is still running is taken too, and its worker can write nothing more. Not so a lease
    that was seized itself: of several who come to the rescue one answers, and the others wait for him.
    """
    now = epoch_ms(clock)
    if not lead.lease.is_free(now) and (lead.seized or not seize):
        return None
    taken = replace(leased(lead, now), version=lead.version + 1)
    try:
        records.store.transact(records.leads.put(taken, lead.version))
    except Conflict:
        return None
    return Session(records, clock, taken)
