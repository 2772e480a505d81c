"""What the routes of the API work with, joined once."""

from concurrent.futures import Executor
from dataclasses import dataclass

from linda.adapters.played_model import ModelFaults
from linda.adapters.shop_file.shops import Shops
from linda.conversation.phone_sender import PhoneSender
from linda.conversation.turn import TurnEngine
from linda.domain.clock import Clock, machine_clock
from linda.domain.shop import Shop
from linda.entrypoints.jobs import Sweeper
from linda.records import Records
from linda.records.leads import Lead
from linda.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """The records, the clock and what answers customers; `workers` do what no request waits for."""

    settings: Settings
    shops: Shops
    records: Records
    clock: Clock
    engine: TurnEngine
    sender: PhoneSender
    sweeper: Sweeper
    model_faults: ModelFaults
    workers: Executor

    @property
    def machine(self) -> Clock:
        """Return the machine's own clock: what signing in goes by, however the shop's clock is moved."""
        return machine_clock(self.clock)

    @property
    def shop(self) -> Shop:
        """Return the shop as it is right now."""
        return self.shops.current()

    def customers(self, limit: int) -> list[Lead]:
        """Return the latest customers; the owner, who texts LINDA too, is none."""
        return self.records.leads.by_activity(limit=limit, but_for=self.settings.owner_phone)
