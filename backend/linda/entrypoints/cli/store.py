"""Stores from the terminal."""

from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from linda.adapters.sqlite_store import SqliteStore
from linda.domain.errors import InvalidInput
from linda.entrypoints.cli.shared import as_json, data_folder, read_settings, show
from linda.entrypoints.terminal import tell
from linda.private_files import narrow
from linda.records.copying import Copied, Copying, Place
from linda.settings import Settings

ENGINES = click.Choice(["sqlite", "dynamodb"])


@click.group()
def store() -> None:
    """Look after what LINDA remembers."""


@store.command("copy")
@click.argument("source", type=ENGINES)
@click.argument("target", type=ENGINES)
@click.option("--into-existing", is_flag=True, help="Copy into a store that holds items; they stay as they are.")
@as_json
@data_folder
def copy(*, source: str, target: str, into_existing: bool, as_json: bool, data: Path | None) -> None:
    """Copy everything from the SOURCE store to the TARGET store, and read it back.

    LINDA_DATA_DIR names the SQLite file's folder; AWS_REGION and LINDA_TABLE_PREFIX name the DynamoDB tables. Stop
    LINDA first: a source that changes meanwhile is noticed at the end, and the copy has to be run again. A copy that
    was interrupted goes on when it is run again. The source is only read.
    """
    if source == target:
        raise InvalidInput(f"Source and target are both {source}: name sqlite and dynamodb, in the order you mean.")
    settings = read_settings(data)
    if source == "sqlite" and not settings.database.is_file():
        raise InvalidInput(f"There is no database {settings.database} to copy; name its folder with LINDA_DATA_DIR.")
    read, written = _place(source, settings), _place(target, settings)
    with closing(read.store), closing(written.store):
        copied = Copying(read, written, _tell, into_existing).run()
    show([asdict(each) for each in copied], lambda: _words(copied, read, written), as_json=as_json)


def _place(engine: str, settings: Settings) -> Place:
    if engine == "sqlite":
        narrow(*settings.private_paths)
        return Place(SqliteStore(settings.database), f"SQLite, {settings.database.resolve()}")
    from linda.adapters.dynamo_store import DynamoStore, connect

    region, prefix = settings.aws_region, settings.table_prefix
    name = f"DynamoDB, {region}, tables {prefix}*" if prefix else f"DynamoDB, {region}"
    return Place(DynamoStore(connect(region), prefix), name)


def _tell(line: str) -> None:
    tell(line, err=True)


def _words(copied: list[Copied], source: Place, target: Place) -> str:
    lines = [f"{each.table}: {each.items} items, {each.written} written now, sha256 {each.sha256}" for each in copied]
    items = sum(each.items for each in copied)
    return "\n".join([*lines, f"{items} items of {source.name} are in {target.name}, read back and equal."])
