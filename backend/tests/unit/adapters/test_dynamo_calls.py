"""What the DynamoDB engine does when DynamoDB hesitates: it asks again within bounds, and the same request."""

import pytest
from botocore.exceptions import (  # type: ignore[import-untyped]
    ConnectionClosedError,
    ConnectTimeoutError,
    ReadTimeoutError,
)

from linda.adapters.dynamo_store.client import CONNECT_S, READ_S
from linda.adapters.dynamo_store.troubles import CONFLICTED, THROTTLED, UNHEARD, Trouble
from linda.domain.errors import Conflict, StoreUnavailable
from linda.records.store import Absent, Check, Delete, Equals, Put, Range, Update, Write
from linda.records.tables import INBOX, SCHEDULE, STATE
from tests.scripted_dynamodb import Pauses, ScriptedDynamoDB, cancelled, refusal, store_on

KEY = {"state_id": "A"}
PUT = Put(STATE, {"state_id": "A"}, Absent())
THREE: tuple[Write, ...] = (PUT, Check(STATE, {"state_id": "B"}, Absent()), Delete(STATE, {"state_id": "C"}))
LOST = ReadTimeoutError(endpoint_url="http://127.0.0.1:8000")
CLOSED = ConnectionClosedError(endpoint_url="http://127.0.0.1:8000")

PASSING = {
    "a lost answer": (LOST, UNHEARD),
    "a closed connection": (CLOSED, UNHEARD),
    "no connection": (ConnectTimeoutError(endpoint_url="x"), UNHEARD),
    "an error of the server": (refusal("InternalServerError", status=500), UNHEARD),
    "a conflict": (cancelled("None", "TransactionConflict", "None"), CONFLICTED),
    "a conflict before a failed condition": (cancelled("TransactionConflict", "ConditionalCheckFailed"), CONFLICTED),
    "the same request under way": (refusal("TransactionInProgressException"), CONFLICTED),
    "a throttled write": (cancelled("ThrottlingError", "None", "None"), THROTTLED),
    "a full table": (cancelled("None", "ProvisionedThroughputExceeded", "None"), THROTTLED),
    "a throttled request": (refusal("ThrottlingException"), THROTTLED),
    "a full account": (refusal("RequestLimitExceeded"), THROTTLED),
}


@pytest.mark.parametrize(("bad", "kind"), PASSING.values(), ids=PASSING)
def test_what_passes_is_asked_again_with_the_same_token_and_longer_pauses(bad: Exception, kind: Trouble) -> None:
    client, pauses = ScriptedDynamoDB(bad, bad, {}), Pauses()
    store_on(client, pauses).transact(*THREE)
    assert [operation for operation, _ in client.calls] == ["transact_write_items"] * 3
    assert client.requests[0] == client.requests[1] == client.requests[2]
    assert client.requests[0]["ClientRequestToken"]
    assert pauses.taken == [kind.first_s, 2 * kind.first_s]


@pytest.mark.parametrize(("bad", "kind"), PASSING.values(), ids=PASSING)
def test_patience_has_an_end_and_nothing_counts_as_written(bad: Exception, kind: Trouble) -> None:
    client, pauses = ScriptedDynamoDB(*[bad] * kind.tries, {}), Pauses()
    with pytest.raises(StoreUnavailable, match=r"p_Brandon_State_Log|127\.0\.0\.1|so it is"):
        store_on(client, pauses).transact(*THREE)
    assert len(client.calls) == kind.tries, "one more would have succeeded"
    assert max(pauses.taken) <= kind.longest_s


def test_no_patience_outlasts_a_webhook() -> None:
    """A turn is over after 11.5 s: the longest that one call may pause, and wait for answers, leaves it half."""
    pauses = {kind: sum(kind.pause(n, 1.0) for n in range(1, kind.tries)) for kind in (CONFLICTED, THROTTLED, UNHEARD)}
    assert max(pauses.values()) < 6.5
    assert UNHEARD.tries * (CONNECT_S + READ_S) + pauses[UNHEARD] < 5


def test_pauses_are_spread_by_chance() -> None:
    assert CONFLICTED.pause(3, 0.0) == 0
    assert CONFLICTED.pause(3, 0.5) == pytest.approx(0.04)


def test_two_transactions_never_share_a_token() -> None:
    client = ScriptedDynamoDB({}, {})
    store = store_on(client)
    store.transact(PUT)
    store.transact(PUT)
    assert len({request["ClientRequestToken"] for request in client.requests}) == 2


@pytest.mark.parametrize(
    ("codes", "first"),
    [
        (("ConditionalCheckFailed", "None", "None"), 0),
        (("None", "ConditionalCheckFailed", "ConditionalCheckFailed"), 1),
        (("None", "ConditionalCheckFailed", "TransactionConflict"), 1),
        (("None", "None", "ConditionalCheckFailed"), 2),
    ],
)
def test_the_first_failed_condition_is_named_and_not_asked_again(codes: tuple[str, ...], first: int) -> None:
    client = ScriptedDynamoDB(cancelled(*codes))
    with pytest.raises(Conflict, match="Brandon_State_Log") as conflict:
        store_on(client).transact(*THREE)
    assert conflict.value.write == first


def test_a_conflict_that_hid_a_failed_condition_ends_in_the_right_name() -> None:
    hidden = cancelled("TransactionConflict", "ConditionalCheckFailed", "None")
    client = ScriptedDynamoDB(hidden, cancelled("ConditionalCheckFailed", "ConditionalCheckFailed", "None"))
    with pytest.raises(Conflict) as conflict:
        store_on(client).transact(*THREE)
    assert conflict.value.write == 0


@pytest.mark.parametrize("wrong", [cancelled("None", "ValidationError"), refusal("ValidationException")])
def test_what_dynamodb_never_takes_is_no_matter_of_patience(wrong: Exception) -> None:
    client = ScriptedDynamoDB(wrong)
    with pytest.raises(ValueError, match="takes no such item in p_Brandon_State_Log"):
        store_on(client).transact(*THREE)


def row(slot: int) -> dict[str, dict[str, str]]:
    return {"day": {"S": "D"}, "slot": {"N": str(slot)}}


def page(*slots: int, more: bool = True) -> dict[str, object]:
    last = {"LastEvaluatedKey": row(slots[-1] if slots else 0)} if more else {}
    return {"Items": [row(each) for each in slots], **last}


def test_every_page_is_read_even_an_empty_one() -> None:
    client = ScriptedDynamoDB(page(1, 2), page(), page(3), page(more=False))
    assert [item["slot"] for item in store_on(client).query(SCHEDULE, "D")] == [1, 2, 3]
    starts = [request.get("ExclusiveStartKey") for request in client.requests]
    assert starts == [None, row(2), row(0), row(3)]
    assert all(request["ConsistentRead"] and "Limit" not in request for request in client.requests)


def test_a_limit_is_kept_over_pages_and_no_page_is_read_for_nothing() -> None:
    client = ScriptedDynamoDB(page(1, 2), page(3, 4), page(5))
    assert [item["slot"] for item in store_on(client).query(SCHEDULE, "D", limit=4)] == [1, 2, 3, 4]
    assert [request["Limit"] for request in client.requests] == [4, 2]


def test_an_index_is_never_asked_for_consistency_which_it_has_not() -> None:
    client = ScriptedDynamoDB({"Items": []})
    assert store_on(client).query(INBOX, "due", index="inbox_due") == []
    assert "ConsistentRead" not in client.requests[0]


def test_what_can_not_be_there_is_not_asked_for() -> None:
    store = store_on(ScriptedDynamoDB())
    assert store.get(STATE, {"state_id": ""}) is None
    assert store.get(STATE, {"state_id": "x" * 2049}) is None
    assert store.query(SCHEDULE, "") == []
    assert store.query(SCHEDULE, "D", Range(2, 1)) == []
    assert store.query(SCHEDULE, "D", limit=0) == []
    store.transact()


def test_reads_are_consistent() -> None:
    client = ScriptedDynamoDB({})
    assert store_on(client).get(STATE, KEY) is None
    assert client.requests == [
        {"TableName": "p_Brandon_State_Log", "Key": {"state_id": {"S": "A"}}, "ConsistentRead": True}
    ]


def test_an_update_always_asks_whether_the_item_is_there() -> None:
    client = ScriptedDynamoDB({}, {})
    store_on(client).transact(Update(STATE, KEY, {"v": 1}, Equals("w", 2)), Update(STATE, {"state_id": "B"}, {"v": 1}))
    parts = [part["Update"]["ConditionExpression"] for part in client.requests[0]["TransactItems"]]
    assert all(text.startswith("attribute_exists(") for text in parts)


def test_an_update_that_changes_nothing_still_checks() -> None:
    client = ScriptedDynamoDB({})
    store_on(client).transact(Update(STATE, KEY, {}))
    ((kind, request),) = client.requests[0]["TransactItems"][0].items()
    assert kind == "ConditionCheck"
    assert request["ConditionExpression"] == "attribute_exists(#n0)"
