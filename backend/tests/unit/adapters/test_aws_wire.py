"""The small client against servers of every manner: what comes is understood, and a failure is as boto3 tells it."""

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from botocore.exceptions import (  # type: ignore[import-untyped]
    ClientError,
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    HTTPClientError,
    ReadTimeoutError,
    SSLError,
)

from linda.adapters.aws_wire import Access
from linda.adapters.aws_wire.client import Client, Patience, connect
from linda.adapters.aws_wire.services import DYNAMODB, SSM, Service
from linda.adapters.dynamo_store.troubles import CONFLICTED, THROTTLED, UNHEARD, Trouble, failed_condition, trouble
from linda.domain.errors import StoreUnavailable
from linda.records.store import Put
from linda.records.tables import STATE
from linda.testing.servers.process import free_port
from tests.scripted_dynamodb import Pauses, store_on
from tests.scripted_server import (
    Manner,
    ScriptedServer,
    answers,
    babbles,
    breaks_off,
    echoes,
    hangs_up,
    refuses,
    says_goodbye,
    says_nothing,
)
from tests.tls_certificate import certificate

REGION = "us-east-1"
SOON = Patience(connect_s=5, read_s=5)
AT_ONCE = Patience(connect_s=0.05, read_s=0.05)
SHORTLY = Patience(connect_s=5, read_s=0.5)


def client_of(
    address: str, patience: Patience = SOON, *, service: Service = DYNAMODB, token: str = "", ca_bundle: str = ""
) -> Client:
    made = connect(service, REGION, Access("AKIA", "secret", token, (("", address),), ca_bundle), patience)
    assert made is not None
    return made


@contextmanager
def serving(*script: Manner, patience: Patience = SOON) -> Iterator[tuple[ScriptedServer, Client]]:
    with ScriptedServer(*script) as server:
        client = client_of(server.address, patience)
        try:
            yield server, client
        finally:
            client.close()


def test_a_request_is_what_dynamodb_is_asked_in_and_its_answer_comes_back() -> None:
    found = {"Item": {"name": {"S": "Señor \U0001f50b"}}}
    with serving(answers(body=json.dumps(found).encode())) as (server, client):
        assert client.get_item(TableName="T", Key={"k": {"S": "é"}}) == found
    ((headers, body),) = server.requests
    assert json.loads(body) == {"TableName": "T", "Key": {"k": {"S": "é"}}}
    assert headers["x-amz-target"] == "DynamoDB_20120810.GetItem"
    assert headers["content-type"] == "application/x-amz-json-1.0"
    assert headers["host"] == server.address.removeprefix("http://")
    assert headers["authorization"].startswith("AWS4-HMAC-SHA256 Credential=AKIA/")
    assert "secret" not in str(headers)


def test_the_parameter_store_is_asked_in_its_own_protocol_with_the_token() -> None:
    with ScriptedServer(answers()) as server:
        client = client_of(server.address, service=SSM, token="session")  # noqa: S106 - a made-up token
        assert client.get_parameter(Name="/a", WithDecryption=True) == {}
        client.close()
    ((headers, _),) = server.requests
    assert (headers["x-amz-target"], headers["content-type"]) == (
        "AmazonSSM.GetParameter",
        "application/x-amz-json-1.1",
    )
    assert headers["x-amz-security-token"] == "session"
    assert "x-amz-security-token" in headers["authorization"]


@pytest.mark.parametrize("name", ["put_item", "create_table", "get_parameter", "meta_"])
def test_what_could_not_be_asked_twice_is_not_asked_at_all(name: str) -> None:
    with pytest.raises(AttributeError, match=f"not asked for {name} here"):
        getattr(client_of("http://127.0.0.1:9"), name)


def test_a_connection_is_used_again_and_again() -> None:
    with serving(answers()) as (server, client):
        for _ in range(20):
            client.get_item()
    assert (server.connections, len(server.requests)) == (1, 20)


def test_requests_at_once_have_a_connection_each_which_are_kept_up_to_the_bound() -> None:
    together = threading.Barrier(8)

    def waits(line: socket.socket, body: bytes) -> bool:
        together.wait(10)
        return echoes(line, body)

    with serving(*[waits] * 16, patience=Patience(5, 5, 3)) as (server, client), ThreadPoolExecutor(8) as pool:
        for _ in range(2):
            list(pool.map(lambda _: client.get_item(), range(8)))
    assert len(server.requests) == 16
    assert server.connections == 8 + 5, "three of the first eight are used again"


def test_an_answer_that_announces_the_end_of_the_connection_is_the_last_on_it() -> None:
    with serving(answers(connection="close")) as (server, client):
        client.get_item()
        client.get_item()
    assert server.connections == 2


def test_a_connection_that_was_closed_while_nobody_looked_is_noticed_and_nothing_is_sent_on_it() -> None:
    with serving(says_goodbye, answers()) as (server, client):
        client.get_item()
        assert server.has_closed.wait(10)
        client.get_item()
    assert (server.connections, len(server.requests)) == (2, 2)


@pytest.mark.parametrize("manner", [hangs_up, babbles])
def test_a_kept_connection_that_is_closed_upon_a_request_is_replaced_once(manner: Manner) -> None:
    with serving(answers(), manner, answers(body=b'{"a": 1}')) as (server, client):
        client.get_item()
        assert client.transact_write_items(ClientRequestToken="one") == {"a": 1}
    assert server.connections == 2
    assert server.requests[1][1] == server.requests[2][1], "the same request, with the same token"


def test_a_server_that_hangs_up_again_is_not_asked_a_third_time() -> None:
    with serving(answers(), hangs_up) as (server, client):
        client.get_item()
        with pytest.raises(ConnectionClosedError, match=server.address):
            client.get_item()
    assert len(server.requests) == 3


UNANSWERED: dict[str, tuple[Manner, type[Exception]]] = {
    "silence": (says_nothing, ReadTimeoutError),
    "a closed connection": (hangs_up, ConnectionClosedError),
    "half an answer": (breaks_off, ConnectionClosedError),
    "no HTTP": (babbles, ConnectionClosedError),
    "no JSON": (answers(body=b"<html>"), HTTPClientError),
    "no object": (answers(body=b"[1]"), HTTPClientError),
    "nothing": (answers(body=b""), HTTPClientError),
}


@pytest.mark.parametrize(("manner", "error"), UNANSWERED.values(), ids=UNANSWERED)
def test_an_answer_that_is_lost_is_told_as_boto3_tells_it_and_no_second_request_is_made(
    manner: Manner, error: type[Exception]
) -> None:
    patience = SHORTLY if manner is says_nothing else SOON
    with serving(manner, patience=patience) as (server, client), pytest.raises(error) as told:
        client.transact_write_items()
    assert trouble(told.value) is UNHEARD
    assert len(server.requests) == 1


@pytest.mark.parametrize("manner", [says_nothing, breaks_off])
def test_silence_on_a_kept_connection_is_not_taken_for_a_closed_one(manner: Manner) -> None:
    with serving(answers(), manner, answers(), patience=SHORTLY) as (server, client):
        client.get_item()
        with pytest.raises((ReadTimeoutError, ConnectionClosedError)):
            client.get_item()
        client.get_item()
    assert (server.connections, len(server.requests)) == (2, 3), "and the connection is not used again"


@pytest.mark.parametrize("manner", [manner for manner, _ in UNANSWERED.values()], ids=UNANSWERED)
def test_a_write_whose_answer_is_lost_is_repeated_by_the_store_with_its_token(manner: Manner) -> None:
    patience = SHORTLY if manner is says_nothing else SOON
    with serving(manner, answers(), patience=patience) as (server, client):
        store_on(client).transact(Put(STATE, {"state_id": "A"}))
    first, second = (json.loads(body) for _, body in server.requests)
    assert first == second
    assert first["ClientRequestToken"]


def test_who_never_answers_is_unavailable_with_the_address() -> None:
    pauses = Pauses()
    with serving(hangs_up) as (server, client), pytest.raises(StoreUnavailable, match="can't be reached") as told:
        store_on(client, pauses).get(STATE, {"state_id": "A"})
    assert server.address in str(told.value)
    assert len(server.requests) == UNHEARD.tries == len(pauses.taken) + 1


TYPE = "com.amazonaws.dynamodb.v20120810#"
REFUSALS: dict[str, tuple[Manner, str, str, Trouble | None]] = {
    "throttling": (
        refuses(400, __type=TYPE + "ThrottlingException", message="slow"),
        "ThrottlingException",
        "slow",
        THROTTLED,
    ),
    "a full table": (
        refuses(400, __type=TYPE + "ProvisionedThroughputExceededException", message="full"),
        "ProvisionedThroughputExceededException",
        "full",
        THROTTLED,
    ),
    "no right": (
        refuses(400, __type="com.amazon.coral.service#AccessDeniedException", Message="no"),
        "AccessDeniedException",
        "no",
        None,
    ),
    "an error in a header": (
        answers(400, b"{}", x_amzn_errortype="ValidationException:http://x/"),
        "ValidationException",
        "",
        None,
    ),
    "a failure": (refuses(500, __type=TYPE + "InternalServerError"), "InternalServerError", "", UNHEARD),
    "a failure of a proxy": (answers(503, b"<html>"), "503", "", UNHEARD),
    "a conflict": (
        refuses(
            400, __type=TYPE + "TransactionCanceledException", CancellationReasons=[{"Code": "TransactionConflict"}]
        ),
        "TransactionCanceledException",
        "",
        CONFLICTED,
    ),
}


@pytest.mark.parametrize(("manner", "code", "message", "kind"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_is_a_client_error_that_the_store_understands(
    manner: Manner, code: str, message: str, kind: Trouble | None
) -> None:
    with serving(manner) as (server, client):
        with pytest.raises(ClientError) as told:
            client.query()
        assert len(server.requests) == 1
    assert told.value.response["Error"] == {"Code": code, "Message": message}
    assert told.value.operation_name == "Query"
    assert trouble(told.value) is kind


def test_a_failed_condition_is_found_at_its_place() -> None:
    reasons = [{"Code": "None"}, {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}]
    told = refuses(400, __type=TYPE + "TransactionCanceledException", CancellationReasons=reasons)
    with serving(told) as (_, client), pytest.raises(ClientError) as refused:
        client.transact_write_items()
    assert failed_condition(refused.value) == 1


def test_a_connection_outlives_a_refusal() -> None:
    with serving(refuses(400, __type="X"), answers()) as (server, client):
        with pytest.raises(ClientError):
            client.get_item()
        client.get_item()
    assert server.connections == 1


def test_where_nobody_listens_nothing_was_sent() -> None:
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(EndpointConnectionError, match=address):
        client_of(address).get_item()


@pytest.fixture
def tls(tmp_path: Path) -> Iterator[tuple[ScriptedServer, Path]]:
    file, context = certificate(tmp_path)
    with ScriptedServer(answers(), tls=context) as server:
        yield server, file


def test_over_tls_the_server_is_believed_by_the_bundle_it_is_in(tls: tuple[ScriptedServer, Path]) -> None:
    server, file = tls
    client = client_of(server.address, ca_bundle=str(file))
    assert [client.get_item() for _ in range(3)] == [{}] * 3
    client.close()
    assert server.connections == 1


def test_a_server_that_nobody_vouches_for_is_sent_nothing(tls: tuple[ScriptedServer, Path]) -> None:
    server, _ = tls
    with pytest.raises(SSLError, match=r"certificate|CERTIFICATE") as told:
        client_of(server.address).get_item()
    assert server.requests == []
    assert trouble(told.value) is UNHEARD


def test_a_bundle_that_is_not_there_is_told() -> None:
    with pytest.raises(EndpointConnectionError, match="127"):
        client_of("https://127.0.0.1:9", ca_bundle="/no/such/file").get_item()


def test_a_server_that_accepts_and_says_nothing_is_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        client = client_of(f"https://127.0.0.1:{listening.getsockname()[1]}", AT_ONCE)
        with pytest.raises(ConnectTimeoutError) as told:
            client.get_item()
    assert trouble(told.value) is UNHEARD


def test_threads_share_a_client_and_each_gets_its_own_answer() -> None:
    with serving(echoes) as (_, client), ThreadPoolExecutor(8) as pool:
        numbers = [{"number": each} for each in range(200)]
        assert list(pool.map(lambda each: client.get_item(**each), numbers)) == numbers
