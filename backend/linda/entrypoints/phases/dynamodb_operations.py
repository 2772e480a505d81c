"""Phase 4: LINDA's own records are written, read, changed and queried in DynamoDB, in rows of a test's own."""

import json
import secrets
from collections.abc import Mapping
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import timedelta
from typing import Any

import click

from linda.adapters.dynamo_store import Client, DynamoStore, connect, create_missing, differences
from linda.domain.clock import Clock, SystemClock
from linda.domain.errors import Conflict, StoreUnavailable
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.entrypoints.phases.doubles import local_aws
from linda.entrypoints.phases.rows_aside import RowsAside
from linda.entrypoints.phases.shared import Phase, local, read_settings
from linda.entrypoints.terminal import tell
from linda.records import Records, epoch_ms
from linda.records.leads import HEADER, Lead
from linda.records.owner_states import CURRENT
from linda.records.store import Equals, Item, Update, storable
from linda.records.tables import LEADS, STATE, Table

BY = "test_dynamodb_operations"
CUSTOMER = "+19045550185"


@click.command(cls=Phase)
@local
def main(*, local: bool) -> None:
    """Phase 4: write, read, change and query in DynamoDB.

    The rows are the test's own and are removed again: the owner's state and the customers' leads are not touched.
    """
    with local_aws() if local else nullcontext(False) as is_fresh:
        settings = read_settings()
        client = connect(settings.aws_region)
        if is_fresh:
            create_missing(client, settings.table_prefix)
        try_out(client, settings.table_prefix, SystemClock())


def try_out(client: Client, prefix: str, clock: Clock) -> None:
    """Print what was written and read; raises `StoreUnavailable`, having removed what was written."""
    if wrong := differences(client, prefix):
        raise StoreUnavailable("\n".join(wrong))
    name = f"PHASE4-{secrets.token_hex(4)}"
    with closing(DynamoStore(client, prefix)) as store:
        rows = RowsAside(store, name)
        try:
            write_and_read(rows, clock, name)
        finally:
            rows.remove()
    tell("   The rows of this test are removed again.")


def write_and_read(rows: RowsAside, clock: Clock, name: str) -> None:
    """Print what goes in and out of `rows`, a lead `name` included; raises `StoreUnavailable` when it differs."""
    _state(rows, clock)
    _lead(rows, clock, name)


def _state(rows: RowsAside, clock: Clock) -> None:
    states = Records.on(rows, clock).states
    key: Mapping[str, str | int] = {STATE.partition: CURRENT}
    until = clock.now() + timedelta(hours=1)
    first = states.change(OwnerState(mode=Mode.GYM, until=until, note="a test of phase 4"), by=BY)
    _written_and_read(rows, STATE, key, "Brandon state")
    states.change(replace(first, mode=Mode.WORK, until=None), by=BY)
    tell(f"✅ Updated Brandon state: {_json(_found(rows, STATE, key))}")
    try:
        states.change(first, by=BY)
    except Conflict:
        tell("✅ Refused a change of a state that is not the latest any more")
    else:
        raise StoreUnavailable("DynamoDB took a change whose condition did not hold.")


def _lead(rows: RowsAside, clock: Clock, name: str) -> None:
    leads, now = Records.on(rows, clock).leads, epoch_ms(clock)
    lead = Lead(name, CUSTOMER, version=1, created_at=now, last_activity=now, facts={"device": "iPhone 13"})
    key: Mapping[str, str | int] = {"lead_id": name, "timestamp": HEADER}
    rows.transact(leads.event(name, now, "text_in", text="Is my iPhone 13 screen fixable?"), leads.put(lead, 0))
    _written_and_read(rows, LEADS, key, "lead")
    rows.transact(Update(LEADS, key, {"status": "quoted", "version": 2}, Equals("version", 1)))
    tell(f"✅ Updated lead: {_json(_found(rows, LEADS, key))}")
    events = leads.events(name)
    if [each["timestamp"] for each in events] != [now]:
        raise StoreUnavailable(f"DynamoDB answered a query for one event of {name} with {len(events)}.")
    tell(f"✅ Queried lead: {_json(events[0])}")


def _written_and_read(rows: RowsAside, table: Table, key: Mapping[str, str | int], what: str) -> None:
    found = _found(rows, table, key)
    written = next(
        storable(item) for kind, item in reversed(rows.put) if kind is table and _keyed(item) == _keyed(found)
    )
    tell(f"✅ Wrote {what}: {_json(written)}")
    if found != written:
        raise StoreUnavailable(f"DynamoDB gave back another {what} than was written: {_json(found)}")
    tell(f"✅ Read {what}: {_json(found)}")


def _found(rows: RowsAside, table: Table, key: Mapping[str, str | int]) -> Item:
    found = rows.get(table, key)
    if found is None:
        raise StoreUnavailable(f"DynamoDB does not find what was just written into {table.name}.")
    return found


def _keyed(item: Item) -> tuple[Any, ...]:
    return tuple(item.get(name) for name in ("state_id", "lead_id", "timestamp"))


def _json(item: Item) -> str:
    return json.dumps(item, ensure_ascii=False)
