"""Phase 8: the model calls LINDA's own function, and answers with what the calendar says."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from linda.adapters.openai_brain import OpenAIBrain
from linda.adapters.shop_file import load_shop
from linda.conversation.brain import Deadline, Turn
from linda.conversation.desk import Desk
from linda.conversation.facts import Facts
from linda.conversation.model_failed import ModelFailed
from linda.conversation.session import take_over
from linda.conversation.toolbox import Toolbox, ToolRun
from linda.conversation.tools import tools_for
from linda.domain.clock import Clock, SystemClock
from linda.domain.errors import InvalidInput, Refused, VendorFailed
from linda.domain.ids import lead_id
from linda.domain.owner_state import OwnerState
from linda.domain.shop import ServiceMode
from linda.domain.time_words import date_words, list_words
from linda.entrypoints.phases.openai_connection import model_settings, refused
from linda.entrypoints.phases.shared import Phase, local, read_settings
from linda.entrypoints.terminal import tell
from linda.records import Records, epoch_ms
from linda.records.leads import Lead
from linda.settings import Settings
from linda.testing.memory_store import MemoryStore
from linda.testing.responses_script import calls, says
from linda.testing.responses_server import Exchange, Step

FUNCTIONS = Path(__file__).resolve().parents[3] / "schemas/functions.json"
CUSTOMER = "+19045550142"
FUNCTION = "check_availability"
LONGEST = 60
"""Minutes; an opening this long fits every common repair."""

_SECONDS = 60.0


@click.command(cls=Phase)
@local
def main(*, local: bool) -> None:
    """Phase 8: check that the model looks at the calendar before it answers."""
    desk = open_desk(read_settings().shop_file, SystemClock())
    day = open_day(desk)
    text = f"Hi! Do you have an opening {date_words(day)} to fix my cracked iPhone 13 screen?"
    with model_settings(looks(day), tells, local=local) as settings:
        tell(f"User: {text}")
        said, runs = converse(settings, desk, text)
    for run in runs:
        tell(f"AI: [calls {run.tool}]")
        tell(f"Function Result: {json.dumps(dict(run.outcome.data), ensure_ascii=False)}")
    tell(f"AI Response: {said}")
    if FUNCTION not in {run.tool for run in runs}:
        raise VendorFailed(
            f"{settings.openai_model} answered without {FUNCTION}: try again, or set OPENAI_MODEL to a model that "
            "calls functions.",
            permanent=False,
        )


def open_desk(shop_file: Path, clock: Clock) -> Desk:
    """Return the desk of a first turn on a store in memory; raises `InvalidShop`."""
    records = Records.on(MemoryStore(), clock)
    session = take_over(records, clock, Lead(lead_id(CUSTOMER), CUSTOMER, created_at=epoch_ms(clock)))
    if session is None:
        raise Refused("Nobody else knows this store, and yet the conversation is taken.")
    return Desk(load_shop(shop_file), OwnerState(), records, clock, session, ("phase-8",))


def open_day(desk: Desk) -> date:
    """Return the first day after today that has an opening; raises `InvalidInput` when none of the next ten has."""
    found = desk.next_openings(desk.now.date(), LONGEST, ServiceMode.IN_SHOP, 1)
    if not found:
        raise InvalidInput("The shop file leaves no opening within ten days, so there is nothing to ask for.")
    return found[0].start.date()


def converse(settings: Settings, desk: Desk, text: str) -> tuple[str, Sequence[ToolRun]]:
    """Return what the model answers to `text`, and its calls; raises `VendorFailed`."""
    functions = json.loads(FUNCTIONS.read_text(encoding="utf-8"))
    turn = Turn(text, "sms", CUSTOMER, desk.shop, desk.state, desk.now, Facts(), None, first_contact=True)
    toolbox = Toolbox(tools_for(desk), desk.clock)
    model, url = settings.openai_model, settings.openai_base_url
    brain = OpenAIBrain(settings.openai_api_key or "none", functions, model=model, base_url=url or None)
    try:
        draft = brain.reply(turn, toolbox, Deadline.after(desk.clock, _SECONDS))
    except ModelFailed as failure:
        raise refused(failure, settings) from failure
    finally:
        brain.close()
    return draft.text, toolbox.runs


def looks(day: date) -> Step:
    """Return what the local model does first: it looks at the calendar of `day`."""
    return calls(
        FUNCTION,
        date=day.isoformat(),
        time=None,
        repair_type="iphone_screen",
        device="iPhone 13",
        service_mode=None,
    )


def tells(exchange: Exchange) -> None:
    """Answer, as the local model, with the openings that LINDA's function found."""
    found = json.loads(exchange.body["input"][-1]["output"])
    slots = list_words(found["slots"][:2])
    says(f"Yes, {slots} are open, {found['left']} openings in all. Which one suits you?")(exchange)
