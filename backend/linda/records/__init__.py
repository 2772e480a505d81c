"""What is remembered, on top of a Store: leads, schedule, owner state, inbox, outbox, sign-in."""

from dataclasses import dataclass

from linda.domain.clock import Clock
from linda.records.calls import Calls
from linda.records.enrolments import Enrolments
from linda.records.inbox import Inbox
from linda.records.leads import Leads
from linda.records.owner_states import OwnerStates
from linda.records.rates import Rates
from linda.records.schedule import Schedule
from linda.records.second_factors import SecondFactors
from linda.records.sessions import Sessions
from linda.records.shop_settings import ShopSettings
from linda.records.store import Store
from linda.records.texted_codes import TextedCodes


@dataclass(frozen=True, slots=True)
class Records:
    """Every book LINDA keeps, on one store."""

    store: Store
    leads: Leads
    inbox: Inbox
    schedule: Schedule
    states: OwnerStates
    sessions: Sessions
    login_codes: TextedCodes
    second_factors: SecondFactors
    enrolments: Enrolments
    shop_settings: ShopSettings
    rates: Rates
    calls: Calls

    @classmethod
    def on(cls, store: Store, clock: Clock) -> "Records":
        """Open the books on `store`."""
        states = OwnerStates(store, clock)
        settings = ShopSettings(store, states, clock)
        return cls(
            store=store,
            leads=Leads(store),
            inbox=Inbox(store),
            schedule=Schedule(store),
            states=states,
            sessions=Sessions(store, clock),
            login_codes=TextedCodes(store),
            second_factors=SecondFactors(store),
            enrolments=Enrolments(store),
            shop_settings=settings,
            rates=Rates(store, clock),
            calls=Calls(store),
        )

    def codes_of(self, lead_id: str) -> TextedCodes:
        """Return the codes for the number that the visitor with this lead names."""
        return TextedCodes(self.store, f"confirm#{lead_id}")


def epoch_ms(clock: Clock) -> int:
    """Return the clock's moment in whole milliseconds since 1970."""
    return round(clock.now().timestamp() * 1000)
