"""Phase 2: AWS accepts the credentials in this region, and shows its tables."""

from collections.abc import Iterator
from contextlib import nullcontext

import click

from linda.deployment.aws import connect, explained
from linda.entrypoints.phases.doubles import local_aws
from linda.entrypoints.phases.shared import Phase, local, read_settings
from linda.entrypoints.terminal import tell
from linda.settings import Settings


@click.command(cls=Phase)
@local
def main(*, local: bool) -> None:
    """Phase 2: check the connection to AWS."""
    with local_aws() if local else nullcontext():
        for line in look(read_settings()):
            tell(line)


def look(settings: Settings) -> Iterator[str]:
    """Yield whose credentials these are, and the tables they see; raises `DeploymentStopped` with a sentence."""
    aws = connect(settings.aws_region)
    account = aws.account()
    with explained("listing the tables", settings.aws_region):
        pages = aws.client("dynamodb").get_paginator("list_tables").paginate()
        tables = [name for page in pages for name in page["TableNames"]]
    yield f"✅ Connected to AWS - Region: {settings.aws_region}"
    yield f"   Account {account}"
    yield f"   Tables: {', '.join(tables) or 'none yet; python backend/scripts/create_tables.py makes them'}"
