"""What works and what does not, as one list; each failing line ends with the way to repair it."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from linda.adapters.shop_file import load_shop
from linda.adapters.sqlite_store import SqliteStore
from linda.domain.errors import LindaError
from linda.entrypoints.cli.shared import as_json, data_folder, read_settings, show
from linda.records.inbox import Inbox
from linda.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the list: what was checked, how it is, and the repair when it is not well."""

    what: str
    is_well: bool
    says: str
    repair: str = ""


@click.command()
@as_json
@data_folder
@click.pass_context
def doctor(context: click.Context, *, as_json: bool, data: Path | None) -> None:
    """Check the installation; exit status 1 when something is not well."""
    findings = list(examine(data))
    lines = [f"{'ok ' if each.is_well else 'BAD'} {each.what}: {each.says}{_repair(each)}" for each in findings]
    show([asdict(each) for each in findings], lambda: "\n".join(lines), as_json=as_json)
    context.exit(0 if all(each.is_well for each in findings) else 1)


def examine(data: Path | None) -> Iterator[Finding]:
    """Yield one finding per thing LINDA needs."""
    try:
        settings = read_settings(data)
    except LindaError as bad:
        yield Finding("settings", is_well=False, says=str(bad), repair="mend the variables named above")
        return
    yield Finding("settings", is_well=True, says="every variable is legal")
    yield _tried("shop file", lambda: _shop(settings), "linda shop check")
    yield _tried("store", lambda: _store(settings), "move the file aside, or name another folder with LINDA_DATA_DIR")
    yield Finding("brain", is_well=True, says=brain_words(settings))
    yield Finding("phone", is_well=True, says=phone_words(settings))


def brain_words(settings: Settings) -> str:
    """Say which brain answers, and how to switch the model on."""
    if settings.has_model:
        return f"model {settings.openai_model}, the rules when it fails"
    return "rules (offline); set OPENAI_API_KEY to add a model"


def phone_words(settings: Settings) -> str:
    """Say which phone is connected, and how to connect a real one."""
    if settings.local:
        names = "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, LINDA_PUBLIC_URL and LINDA_OWNER_PHONE"
        return f"simulated; set {names} for a real one"
    return f"Twilio, {settings.twilio_phone_number}, called at {settings.public_url}"


def _tried(what: str, check: Callable[[], str], repair: str) -> Finding:
    try:
        return Finding(what, is_well=True, says=check())
    except LindaError as bad:
        return Finding(what, is_well=False, says=str(bad), repair=repair)


def _shop(settings: Settings) -> str:
    shop = load_shop(settings.shop_file)
    return f"{settings.shop_file}: {shop.name}, {len(shop.services)} services"


def _store(settings: Settings) -> str:
    store = SqliteStore(settings.database)
    try:
        waiting = Inbox(store).waiting()
    finally:
        store.close()
    return f"SQLite, {settings.database}, {waiting} waiting"


def _repair(finding: Finding) -> str:
    return f" -> {finding.repair}" if finding.repair else ""
