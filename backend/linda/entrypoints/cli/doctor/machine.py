"""What LINDA needs of this machine: her libraries, settings, shop, store and schemas."""

from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

from linda.adapters.shop_file import load_shop
from linda.adapters.shop_file.load import read_shop_file
from linda.adapters.shop_file.shops import Shops
from linda.bootstrap import open_store
from linda.conversation.schemas import functions_json
from linda.domain.clock import SystemClock
from linda.entrypoints.cli.doctor.finding import Finding, found, tried
from linda.entrypoints.cli.switches import store_words
from linda.private_files import may_others_read, repair
from linda.records import Records
from linda.records.inbox import Inbox
from linda.settings import Settings

LIBRARIES = ("boto3", "openai", "twilio")
SCHEMA = Path("backend/schemas/functions.json")


def machine_findings(settings: Settings) -> Iterator[Finding]:
    """Yield what this machine says."""
    yield _libraries()
    yield Finding("1 settings", is_well=True, says="every variable is legal")
    if settings.store == "sqlite" or settings.local:
        yield _files(settings)
    both = [
        tried("1 shop file", lambda: _shop(settings), "linda shop check"),
        tried("4 store", lambda: _store(settings), _store_repair(settings)),
    ]
    yield from both
    if all(each.is_well for each in both):
        yield _settings_of_shop(settings)
    if SCHEMA.exists():
        yield _schemas()


def _libraries() -> Finding:
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    says = f"{', '.join(missing)} can't be imported" if missing else ", ".join(LIBRARIES)
    return Finding("1 imports", is_well=not missing, says=says, repair="pip install -r backend/requirements.txt")


def _files(settings: Settings) -> Finding:
    open_to_others = [path for path in settings.private_paths if may_others_read(path)]
    names = ", ".join(str(path) for path in open_to_others)
    says = f"others on this machine may read {names}" if names else f"{settings.data_dir} is nobody else's to read"
    return Finding("1 files", is_well=not names, says=says, repair="; ".join(repair(path) for path in open_to_others))


def _shop(settings: Settings) -> str:
    shop = load_shop(settings.shop_file)
    return f"{settings.shop_file}: {shop.name}, {len(shop.services)} services"


def _store(settings: Settings) -> str:
    with closing(open_store(settings, narrows=False)) as store:
        waiting = Inbox(store).waiting()
    return f"{store_words(settings)}, {waiting} waiting"


def _settings_of_shop(settings: Settings) -> Finding:
    def unfit() -> list[str]:
        with closing(open_store(settings, narrows=False)) as store:
            records = Records.on(store, SystemClock())
            version = records.states.current().settings_version
            return Shops(read_shop_file(settings.shop_file), records).problems(version)

    well = f"what was changed on the dashboard fits {settings.shop_file}"
    return found(
        "4 settings", unfit, well=well, repair="save them on the dashboard again, or go back to the file there"
    )


def _store_repair(settings: Settings) -> str:
    if settings.store == "sqlite":
        return "move the file aside, or name another folder with LINDA_DATA_DIR"
    return "python backend/scripts/create_tables.py"


def _schemas() -> Finding:
    is_well = SCHEMA.read_text(encoding="utf-8") == functions_json()
    says = f"{SCHEMA} is what the tools declare" if is_well else f"{SCHEMA} is not what the tools declare"
    return Finding("7 schemas", is_well=is_well, says=says, repair="make generate")
