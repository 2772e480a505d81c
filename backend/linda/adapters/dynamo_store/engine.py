"""The `Store` in DynamoDB: consistent reads, transactions with a token, pages followed to their end."""

import random
import time
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.adapters.dynamo_store.calls import Calls, Jitter, Sleep
from linda.adapters.dynamo_store.client import Client
from linda.adapters.dynamo_store.codec import plain_item
from linda.adapters.dynamo_store.expressions import Expressions
from linda.adapters.dynamo_store.limits import can_be_key, refuse_oversize
from linda.adapters.dynamo_store.rehearsal import unsent
from linda.adapters.dynamo_store.troubles import failed_condition
from linda.adapters.dynamo_store.writing import part, wrapped_key
from linda.domain.errors import Conflict
from linda.records.store import Absent, Check, Item, Range, Write, refuse_malformed, storable_key, target, valid_text
from linda.records.tables import INBOX, LEADS, Table

PAGE = 500
"""So many items are asked for at once where a whole table is read: a page has to come within the read timeout."""


class DynamoStore:
    """A store on the tables whose names begin with `prefix`; `create_missing` makes them.

    Nothing is asked before the first read or write, which raises `StoreUnavailable` with the way out.
    """

    def __init__(
        self, client: Client, prefix: str = "", *, sleep: Sleep = time.sleep, jitter: Jitter = random.random
    ) -> None:
        """Speak through `client`, of `connect`; between two tries wait by `sleep` for a share `jitter` of the pause."""
        self._calls = Calls(client, sleep=sleep, jitter=jitter)
        self._prefix = prefix

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        """Return the item with `key`, or None."""
        values, name = storable_key(table, key), self._prefix + table.name
        if not can_be_key(str(values[0])):
            return None
        with self._calls.explained(name):
            answer = self._calls("get_item", TableName=name, Key=wrapped_key(table, values), ConsistentRead=True)
        return plain_item(answer["Item"]) if "Item" in answer else None

    def query(
        self,
        table: Table,
        partition: str,
        within: Range | None = None,
        *,
        limit: int | None = None,
        newest_first: bool = False,
        index: str | None = None,
    ) -> list[Item]:
        """Return the items of `partition` in order of the sort key, at most `limit`.

        Each item is as it is, but a transaction under way may be seen in some of them and not yet in others: a
        decision belongs into a condition.
        """
        of, by = _axes(table, index)
        text = valid_text(partition)
        if limit == 0 or not can_be_key(text) or (within is not None and within.low > within.high):
            return []
        says = Expressions(of)
        request = says.request(KeyConditionExpression=says.within(text, by, within))
        request |= {"TableName": self._prefix + table.name, "ScanIndexForward": not newest_first}
        request |= {"ConsistentRead": True} if index is None else {"IndexName": index}
        with self._calls.explained(self._prefix + table.name):
            return self._pages(request, limit)

    def items(self, table: Table) -> Iterator[Item]:
        """Yield every item of `table` in DynamoDB's own order; what is written meanwhile may be seen or not."""
        name = self._prefix + table.name
        request: dict[str, Any] = {"TableName": name, "ConsistentRead": True, "Limit": PAGE}
        while True:
            with self._calls.explained(name):
                page = self._calls("scan", **request)
            yield from map(plain_item, page["Items"])
            if "LastEvaluatedKey" not in page:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def transact(self, *writes: Write) -> None:
        """Carry out all `writes`, or none.

        A single write goes as a transaction too. That costs twice the write units of the plain call, and carries
        the token by which DynamoDB knows a request that it has carried out already: when the answer was lost, asking
        again succeeds and is no conflict with ourselves (AWS, "TransactWriteItems", ClientRequestToken).
        """
        refuse_malformed(writes)
        refuse_oversize(writes)
        if not writes:
            return
        parts = [part(write, self._prefix) for write in writes]
        names = sorted({self._prefix + write.table.name for write in writes})
        with self._calls.explained(*names):
            try:
                self._calls("transact_write_items", TransactItems=parts, ClientRequestToken=str(uuid.uuid4()))
            except ClientError as bad:
                place = failed_condition(bad)
                if place is None:
                    raise
                write = writes[place]
                what = f"{type(write).__name__.lower()} {write.table.name} {target(write)}"
                raise Conflict(place, what) from bad

    def rehearse(self) -> None:
        """Make each kind of call once without sending it: what boto3 loads at its first calls is loaded then.

        Raises `StoreUnavailable` when boto3 finds no credentials, or an address that can't be.
        """
        with unsent(self._calls.client):
            self.get(INBOX, {"key": "rehearsal"})
            self.query(LEADS, "rehearsal", limit=1)
            self.transact(Check(INBOX, {"key": "rehearsal"}, Absent()))

    def close(self) -> None:
        """Close the connections."""
        self._calls.close()

    def _pages(self, request: dict[str, Any], limit: int | None) -> list[Item]:
        found: list[Item] = []
        while limit is None or len(found) < limit:
            if limit is not None:
                request["Limit"] = limit - len(found)
            page = self._calls("query", **request)
            found += map(plain_item, page["Items"])
            if "LastEvaluatedKey" not in page:
                break
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]
        return found


def _axes(table: Table, index: str | None) -> tuple[str, str | None]:
    if index is None:
        return table.partition, table.sort
    chosen = next(each for each in table.indexes if each.name == index)
    return chosen.partition, chosen.sort
