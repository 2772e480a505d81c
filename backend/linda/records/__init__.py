"""What is remembered, on top of a Store: leads, schedule, owner state, inbox, outbox, sign-in."""

from dataclasses import dataclass

from linda.domain.clock import Clock, machine_clock
from linda.records.calls import Calls
from linda.records.enrolments import Enrolments
from linda.records.inbox import Inbox
from linda.records.leads import Leads
from linda.records.owner_states import OwnerStates
from linda.records.rates import Rates
from linda.records.schedule import Schedule
from linda.records.second_factors import SecondFactors
from linda.records.secret_box import SecretBox
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
    second_factors: SecondFactors
    enrolments: Enrolments
    shop_settings: ShopSettings
    rates: Rates
    calls: Calls

    @classmethod
    def on(cls, store: Store, clock: Clock, box: SecretBox | None = None) -> "Records":
        """Open the books on `store`; without a `box` there is no key, and no second factor can be kept.

        Signing in, and what strangers may use up, go by the machine's own clock, however `clock` is moved.
        """
        box, machine = box or SecretBox(tuple), machine_clock(clock)
        states = OwnerStates(store, clock)
        settings = ShopSettings(store, states, clock)
        return cls(
            store=store,
            leads=Leads(store),
            inbox=Inbox(store),
            schedule=Schedule(store),
            states=states,
            sessions=Sessions(store, machine),
            second_factors=SecondFactors(store, box),
            enrolments=Enrolments(store, box),
            shop_settings=settings,
            rates=Rates(store, machine),
            calls=Calls(store),
        )

    def login_codes(self, browser: str) -> TextedCodes:
        """Return the code that signs the owner in on the browser that asked for it, by its key."""
        return TextedCodes(self.store, f"sign-in#{browser}")

    @property
    def machine_codes(self) -> TextedCodes:
        """Return the code that is shown at the machine; it is too long to be guessed."""
        return TextedCodes(self.store, "sign-in#machine", tries=None)

    def codes_of(self, lead_id: str) -> TextedCodes:
        """Return the codes for the number that the visitor with this lead names."""
        return TextedCodes(self.store, f"confirm#{lead_id}")


def epoch_ms(clock: Clock) -> int:
    """Return the clock's moment in whole milliseconds since 1970."""
    return round(clock.now().timestamp() * 1000)
