"""Leads from the terminal."""

from pathlib import Path
from typing import Any

import click

from linda.bootstrap import Linda
from linda.domain.errors import InvalidInput
from linda.domain.phone_number import display, to_e164
from linda.entrypoints.cli.shared import as_json, data_folder, moment_of, opened, show
from linda.records.leads import Lead

INDENT = "\n    "
"""Begins the second line of a text, so that nobody can write one that looks like another's."""


@click.command()
@click.argument("lead", required=False)
@as_json
@data_folder
def leads(*, lead: str | None, as_json: bool, data: Path | None) -> None:
    """List the leads, or show one LEAD (its id or the customer's number) with its conversation."""
    with opened(data) as linda:
        if lead is None:
            found = linda.records.leads.by_activity()
            show([each.to_item() for each in found], lambda: _table(linda, found), as_json=as_json)
            return
        one = _find(linda, lead)
        events = linda.records.leads.events(one.lead_id, limit=1000)
        show({**one.to_item(), "events": events}, lambda: _thread(linda, one, events), as_json=as_json)


def _find(linda: Linda, wanted: str) -> Lead:
    is_id = wanted.startswith("lead_")
    one = linda.records.leads.get_by_id(wanted) if is_id else linda.records.leads.get(to_e164(wanted))
    if one is None:
        raise InvalidInput(f"There is no lead {wanted}; `linda leads` lists them.")
    return one


def _table(linda: Linda, found: list[Lead]) -> str:
    if not found:
        return "No leads yet: they appear with the first text."
    rows = [
        (
            each.lead_id,
            display(each.phone),
            each.status,
            str(each.facts.get("device", "")),
            moment_of(linda, each.last_activity),
        )
        for each in found
    ]
    return "\n".join(
        "  ".join(f"{cell:<21}" if place == 0 else f"{cell:<16}" for place, cell in enumerate(row)) for row in rows
    )


def _thread(linda: Linda, one: Lead, events: list[dict[str, Any]]) -> str:
    lines = [f"{display(one.phone)}  {one.status}  {one.lead_id}"]
    for each in events:
        who = {"text_in": "customer", "reply": "LINDA"}.get(each["event"], each["event"])
        text = each.get("text", "").replace("\n", INDENT)
        lines.append(f"{moment_of(linda, each['timestamp'])}  {who}: {text}")
    return "\n".join(lines)
