"""Whoever LINDA asks gets what she sends, and nobody it points to: no client of hers follows a redirect."""

import socket

import pytest
from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.adapters.aws_wire import Access
from linda.adapters.aws_wire.client import Patience, connect
from linda.adapters.aws_wire.services import DYNAMODB
from linda.adapters.openai_brain.wire import Wire
from linda.adapters.twilio_phone.rest import TwilioSender
from linda.conversation.model_failed import ModelFailed
from linda.domain.errors import TextNotSent
from linda.testing.responses_script import gives, says
from linda.testing.responses_server import ResponsesServer
from tests.scripted_server import Manner, ScriptedServer, answers

ACCOUNT = "AC" + "0b" * 16


def points_to(elsewhere: ScriptedServer, status: int) -> Manner:
    def points(line: socket.socket, body: bytes) -> bool:
        answers(status, location=f"{elsewhere.address}/")(line, body)
        return False

    return points


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_the_model_is_not_followed_elsewhere(status: int) -> None:
    with ResponsesServer(otherwise=says("hi")) as elsewhere:
        away = {"location": f"{elsewhere.base_url}/responses"}
        with ResponsesServer(gives(status, {}, away)) as server:
            wire = Wire("key", server.base_url)
            try:
                with pytest.raises(ModelFailed) as failed:
                    wire.ask({"model": "gpt-4o", "input": "PRIVATE"}, 5.0)
            finally:
                wire.close()
        assert elsewhere.connections == []
    assert (failed.value.reason, failed.value.vendor) == ("malformed", True)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_twilio_is_not_followed_elsewhere(status: int) -> None:
    with (
        ScriptedServer(answers(201, b'{"sid": "SM1"}')) as elsewhere,
        ScriptedServer(points_to(elsewhere, status)) as server,
    ):
        sender = TwilioSender(account_sid=ACCOUNT, auth_token="token", number="+19045550100", api_url=server.address)  # noqa: S106 - made up
        with pytest.raises(TextNotSent):
            sender.send("+19045550142", "PRIVATE", "")
        assert len(server.requests) == 1
        assert elsewhere.connections == 0


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_aws_is_not_followed_elsewhere(status: int) -> None:
    with (
        ScriptedServer(answers()) as elsewhere,
        ScriptedServer(points_to(elsewhere, status)) as server,
    ):
        access = Access("AKIA", "secret", "", (("", server.address),), "")
        client = connect(DYNAMODB, "us-east-1", access, Patience(connect_s=5, read_s=5))
        assert client is not None
        with pytest.raises(ClientError, match=str(status)):
            client.get_item(TableName="T", Key={})
        client.close()
        assert len(server.requests) == 1
        assert elsewhere.connections == 0
