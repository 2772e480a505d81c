"""A store on DynamoDB gone through once: everything is loaded, and DynamoDB hears nothing."""

import pytest

from linda.adapters.dynamo_store import DynamoStore, connect
from linda.domain.errors import StoreUnavailable
from linda.records.tables import INBOX


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> DynamoStore:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    return DynamoStore(connect("us-east-1"), sleep=lambda seconds: None)


def test_a_rehearsal_goes_through_without_a_server(store: DynamoStore) -> None:
    store.rehearse()


def test_after_it_calls_are_sent_again(store: DynamoStore) -> None:
    store.rehearse()
    with pytest.raises(StoreUnavailable, match=r"127\.0\.0\.1:9"):
        store.get(INBOX, {"key": "rehearsal"})
