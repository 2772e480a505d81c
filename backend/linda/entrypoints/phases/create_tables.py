"""Phase 3: the tables are there, in the shape LINDA declares."""

from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

import click

from linda.adapters.dynamo_store import connect, create_missing, differences, named_tables
from linda.domain.errors import StoreUnavailable
from linda.entrypoints.phases.doubles import local_aws
from linda.entrypoints.phases.shared import Phase, local, read_settings
from linda.entrypoints.terminal import tell
from linda.records.tables import TABLES
from linda.settings import Settings


@click.command(cls=Phase)
@local
def main(*, local: bool) -> None:
    """Phase 3: make the DynamoDB tables that are missing.

    A table that is there is left as it is; one of another shape is named, and nothing is made then.
    """
    with local_aws() if local else nullcontext():
        settings = read_settings()
        make(connect(settings.aws_region), settings)


def make(client: Any, settings: Settings) -> None:
    """Make what is missing and print each step; raises `StoreUnavailable` when a table has another shape."""
    # Only what another prefix gets around is beyond repair; whatever else is different is mended by making it.
    _refuse(each for each in differences(client, settings.table_prefix) if "LINDA_TABLE_PREFIX" in each)
    if not create_missing(client, settings.table_prefix, tell=tell):
        tell("No table was missing.")
    _refuse(differences(client, settings.table_prefix))
    there = named_tables(client)
    ready = [name for name in (settings.table_prefix + table.name for table in TABLES) if name in there]
    tell(f"✅ Tables ready in {settings.aws_region}: {', '.join(ready)}")


def _refuse(problems: Iterable[str]) -> None:
    if said := "\n".join(problems):
        raise StoreUnavailable(said)
