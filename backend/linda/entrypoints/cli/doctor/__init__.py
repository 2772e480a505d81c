"""`linda doctor`: what works and what does not, as one list; each failing line ends with the way to repair it."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from linda.domain.errors import LindaError
from linda.entrypoints.cli.doctor.finding import Finding
from linda.entrypoints.cli.shared import as_json, data_folder, read_settings, show


@click.command()
@click.option("--aws", "with_aws", is_flag=True, help="Look at AWS too, although LINDA_STORE is not dynamodb.")
@click.option("--name", default="linda", show_default=True, help="The stack on AWS.")
@as_json
@data_folder
@click.pass_context
def doctor(context: click.Context, *, with_aws: bool, name: str, as_json: bool, data: Path | None) -> None:
    """Check the installation, phase by phase; exit status 1 when something is not well.

    What is not switched on is not asked for: a laptop alone needs no account. Nothing is changed anywhere.
    """
    findings = sorted(examine(data, with_aws=with_aws, stack=name), key=lambda each: each.what[0])
    show([asdict(each) for each in findings], lambda: "\n".join(each.line for each in findings), as_json=as_json)
    context.exit(0 if all(each.is_well for each in findings) else 1)


def examine(data: Path | None, *, with_aws: bool, stack: str) -> Iterator[Finding]:
    """Yield one finding per thing LINDA needs."""
    # Here, so that no other command waits for the libraries of vendors.
    from linda.entrypoints.cli.doctor.aws import aws_findings
    from linda.entrypoints.cli.doctor.limits import limit_findings
    from linda.entrypoints.cli.doctor.machine import machine_findings
    from linda.entrypoints.cli.doctor.vendors import vendor_findings

    try:
        settings = read_settings(data)
    except LindaError as bad:
        yield Finding("1 settings", is_well=False, says=str(bad), repair="mend the variables named above")
        return
    yield from machine_findings(settings)
    yield from limit_findings(settings)
    yield from vendor_findings(settings)
    yield from aws_findings(settings, stack, is_on=with_aws or settings.store == "dynamodb")
