"""Phase 10: four scenarios from a customer's text or call to the row in the store."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from linda.adapters.shop_file import load_shop
from linda.adapters.simulated_phone import Line, SimulatedPhone
from linda.adapters.twilio_phone.webhooks import SMS
from linda.bootstrap import join, open_store
from linda.domain.clock import Clock, SystemClock
from linda.domain.errors import InvalidInput
from linda.domain.phone_number import display
from linda.domain.shop import Mode
from linda.entrypoints.phases.scenarios import CUSTOMERS, SCENARIOS, Scenario, Setting, choose
from linda.entrypoints.phases.shared import Phase, local, read_settings
from linda.entrypoints.phases.stage import ScenarioFailed, Stage, post_over_web
from linda.entrypoints.terminal import tell
from linda.records import Records
from linda.settings import Settings
from linda.testing.clock import FakeClock

NEEDED = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER", "LINDA_PUBLIC_URL")
LOCAL_MOMENT = datetime(2026, 2, 10, 10, 0)  # noqa: DTZ001 - a wall clock; the shop knows its zone


@click.command(cls=Phase)
@local
@click.pass_context
def main(context: click.Context, *, local: bool) -> None:
    """Phase 10: play four scenarios against LINDA, and look at what she stored.

    Texts and the call come from numbers nobody has (555-01xx), signed as Twilio signs. Afterwards the bookings are
    cancelled and the owner's state is as before.
    """
    chosen = local_stage(read_settings().shop_file) if local else real_stage(read_settings(*NEEDED), SystemClock())
    with chosen as stage:
        passed = play(stage, SCENARIOS)
    tell(f"{'✅' if passed == len(SCENARIOS) else '❌'} {passed} of {len(SCENARIOS)} scenarios passed")
    context.exit(0 if passed == len(SCENARIOS) else 1)


@contextmanager
def local_stage(shop_file: Path, at: datetime = LOCAL_MOMENT) -> Iterator[Stage]:
    """Yield a whole LINDA in this process: rules, a store that is gone afterwards, a simulated phone.

    It is the moment `at` of the shop's wall clock.
    """
    with TemporaryDirectory() as folder:
        settings = Settings.from_environment({"LINDA_DATA_DIR": folder, "LINDA_SHOP_FILE": str(shop_file)})
        clock = FakeClock(at.replace(tzinfo=load_shop(shop_file).timezone))
        with closing(join(settings, clock=clock)) as linda:
            if not isinstance(linda.sender, SimulatedPhone):
                raise InvalidInput("Local mode has a simulated phone.")
            yield Stage(linda.shop, linda.records, clock, linda.sender, tell)


@contextmanager
def real_stage(settings: Settings, clock: Clock) -> Iterator[Stage]:
    """Yield the LINDA that runs at LINDA_PUBLIC_URL, and the store the settings name."""
    shop, url = load_shop(settings.shop_file), settings.public_url
    line = Line(settings.twilio_account_sid, settings.twilio_auth_token, settings.twilio_phone_number, url, SMS)
    with closing(open_store(settings)) as store:
        yield Stage(shop, Records.on(store, clock), clock, SimulatedPhone(line, post_over_web(url), clock), tell)


def play(stage: Stage, scenarios: Mapping[str, Scenario]) -> int:
    """Play `scenarios`, show the leads, put everything back; return how many scenarios passed."""
    before = stage.records.states.current(fresh=True)
    for customer in CUSTOMERS:
        stage.forget(customer)
    setting = choose(stage)
    with ExitStack() as afterwards:
        afterwards.callback(stage.tell, "Put back: the owner's state is as before, the bookings are cancelled.")
        afterwards.callback(stage.restore_owner, before)
        for customer in CUSTOMERS:
            afterwards.callback(stage.cancel, customer)
        stage.set_owner(Mode.GYM, setting.until)
        passed = 0
        for place, (name, scenario) in enumerate(scenarios.items(), 1):
            stage.tell(f"Scenario {place}: {name}")
            passed += _passes(stage, setting, scenario)
        _show_leads(stage)
    return passed


def _passes(stage: Stage, setting: Setting, scenario: Scenario) -> bool:
    try:
        stage.tell(f"✅ {scenario(stage, setting)}")
    except ScenarioFailed as failure:
        stage.tell(f"❌ {failure}")
        return False
    return True


def _show_leads(stage: Stage) -> None:
    stage.tell("Leads in the store:")
    for lead in filter(None, map(stage.records.leads.get, CUSTOMERS)):
        stage.tell(f"   {display(lead.phone)}  {lead.status}  {lead.lead_id}")
        for event in stage.records.leads.events(lead.lead_id):
            who = {"text_in": "customer", "reply": "LINDA"}.get(event["event"], event["event"])
            stage.tell(f"      {who}: {event.get('text', '')}")
