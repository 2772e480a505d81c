"""Scope: the local gateway makes of HTTP what an API Gateway HTTP API makes of it, in both directions."""

import asyncio
import base64
import json
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from linda.entrypoints.gateway import Gateway
from linda.entrypoints.http_answer import HttpAnswer
from linda.entrypoints.lambda_call import Handler
from linda.testing.clock import FakeClock

NOW = datetime(2026, 2, 10, 19, 46, 0, 250_000, tzinfo=UTC)
FORM = ("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
Headers = tuple[tuple[str, str], ...]


class Recorder:
    """A handler that remembers its events and returns what it was given."""

    def __init__(self, result: Any = None) -> None:
        self.result = {"statusCode": 200} if result is None else result
        self.events: list[dict[str, Any]] = []
        self.contexts: list[Any] = []

    def __call__(self, event: dict[str, Any], context: Any) -> Any:
        self.events.append(event)
        self.contexts.append(context)
        return self.result


def request(
    app: Gateway,
    method: str = "GET",
    path: str = "/",
    *,
    query: str = "",
    headers: Headers = (),
    chunks: tuple[bytes, ...] = (b"",),
    leaves: bool = False,
) -> HttpAnswer | None:
    """Make one request of `app` as uvicorn would; None when nothing was answered."""
    incoming = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    incoming[-1]["more_body"] = leaves
    incoming.append({"type": "http.disconnect"})
    outgoing: list[Any] = []

    async def receive() -> Any:
        return incoming.pop(0)

    async def send(message: Any) -> None:
        outgoing.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
        "client": ("203.0.113.7", 50123),
        "scheme": "http",
        "http_version": "1.1",
    }
    asyncio.run(app(scope, receive, send))
    if not outgoing:
        return None
    start, body = outgoing
    shown = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"])
    return HttpAnswer(start["status"], shown, body["body"])


def serving(handler: Handler, **more: Any) -> Gateway:
    return Gateway({"/": handler}, FakeClock(NOW), workers=2, **more)


def event_of(**more: Any) -> dict[str, Any]:
    recorder = Recorder()
    request(serving(recorder), **more)
    return recorder.events[0]


def answer_to(result: Any) -> HttpAnswer:
    answer = request(serving(Recorder(result)))
    assert answer is not None
    return answer


def test_a_request_becomes_the_documented_event() -> None:
    event = event_of(
        method="POST",
        path="/twilio/sms",
        query="parameter1=value1&parameter1=value2&parameter2=a%20b+c&blank=",
        headers=(
            ("Host", "linda.example.com:8000"),
            ("User-Agent", "TwilioProxy/1.1"),
            ("X-Two", "value1"),
            ("x-two", "value2"),
            ("Cookie", "cookie1=a; cookie2=b"),
            ("Cookie", "cookie3=c"),
            FORM,
        ),
        chunks=(b"Body=", b"Hi%21"),
    )
    request_id = event["requestContext"].pop("requestId")
    assert len(request_id) == 36
    assert event == {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": "/twilio/sms",
        "rawQueryString": "parameter1=value1&parameter1=value2&parameter2=a%20b+c&blank=",
        "cookies": ["cookie1=a", "cookie2=b", "cookie3=c"],
        "headers": {
            "host": "linda.example.com:8000",
            "user-agent": "TwilioProxy/1.1",
            "x-two": "value1,value2",
            "content-type": FORM[1],
            "x-forwarded-for": "203.0.113.7",
            "x-forwarded-port": "8000",
            "x-forwarded-proto": "http",
        },
        "queryStringParameters": {"parameter1": "value1,value2", "parameter2": "a b c", "blank": ""},
        "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": "linda.example.com",
            "domainPrefix": "linda",
            "http": {
                "method": "POST",
                "path": "/twilio/sms",
                "protocol": "HTTP/1.1",
                "sourceIp": "203.0.113.7",
                "userAgent": "TwilioProxy/1.1",
            },
            "routeKey": "$default",
            "stage": "$default",
            "time": "10/Feb/2026:19:46:00 +0000",
            "timeEpoch": 1770752760250,
        },
        "body": base64.b64encode(b"Body=Hi%21").decode(),
        "isBase64Encoded": True,
    }


def test_what_a_request_does_not_have_is_left_out_of_the_event() -> None:
    event = event_of()
    assert not {"body", "cookies", "queryStringParameters"} & set(event)
    assert (event["isBase64Encoded"], event["rawQueryString"]) == (False, "")
    assert event["headers"]["x-forwarded-port"] == "80"


@pytest.mark.parametrize(
    "content_type", ["text/plain", "TEXT/HTML; charset=utf-8", "application/json", "application/xml"]
)
def test_text_stays_readable(content_type: str) -> None:
    event = event_of(method="POST", headers=(("content-type", content_type),), chunks=('{"é": 1}'.encode(),))
    assert (event["body"], event["isBase64Encoded"]) == ('{"é": 1}', False)


@pytest.mark.parametrize(
    "headers", [(FORM,), (("content-type", "image/png"),), (("content-type", "application/x+json"),), ()]
)
def test_everything_else_comes_in_base64(headers: Headers) -> None:
    event = event_of(method="POST", headers=headers, chunks=(b"\x89\xff=1",))
    assert (base64.b64decode(event["body"]), event["isBase64Encoded"]) == (b"\x89\xff=1", True)


def test_text_that_is_not_utf8_loses_nothing() -> None:
    event = event_of(method="POST", headers=(("content-type", "text/plain"),), chunks=(b"\xff",))
    assert (event["body"], event["isBase64Encoded"]) == ("/w==", True)


def test_a_full_result_becomes_the_answer() -> None:
    answer = answer_to(
        {
            "statusCode": 201,
            "headers": {"Content-Type": "text/xml; charset=utf-8", "X-Count": 3, "X-Yes": True},
            "cookies": ["a=1; HttpOnly", "b=2"],
            "body": "<é/>",
        }
    )
    assert answer.status == 201
    assert answer.headers[:5] == (
        ("content-type", "text/xml; charset=utf-8"),
        ("x-count", "3"),
        ("x-yes", "true"),
        ("set-cookie", "a=1; HttpOnly"),
        ("set-cookie", "b=2"),
    )
    assert answer.body == "<é/>".encode()


@pytest.mark.parametrize(
    ("result", "status", "content_type", "body"),
    [
        ("Hello from Lambda!", 200, "application/json", b"Hello from Lambda!"),
        ({"message": "Hello"}, 200, "application/json", b'{"message": "Hello"}'),
        ([1, 2], 200, "application/json", b"[1, 2]"),
        ({"statusCode": 204}, 204, "text/plain;charset=UTF-8", b""),
        ({"statusCode": "200", "body": "ok"}, 200, "text/plain;charset=UTF-8", b"ok"),
        ({"statusCode": 200, "body": "iVA=", "isBase64Encoded": True}, 200, "text/plain;charset=UTF-8", b"\x89P"),
    ],
)
def test_an_http_api_infers_what_a_result_leaves_open(result: Any, status: int, content_type: str, body: bytes) -> None:
    answer = answer_to(result)
    assert (answer.status, dict(answer.headers)["content-type"], answer.body) == (status, content_type, body)


def assert_problem(answer: HttpAnswer | None, status: int, title: str) -> None:
    assert answer is not None
    assert (answer.status, answer.headers[0]) == (status, ("content-type", "application/problem+json"))
    assert json.loads(answer.body) == {"type": "about:blank", "title": title, "status": status}


@pytest.mark.parametrize(
    "result",
    [
        {"statusCode": "many"},
        {"statusCode": 99},
        {"statusCode": None},
        {"statusCode": 200, "body": b"bytes"},
        {"statusCode": 200, "body": "%%", "isBase64Encoded": True},
        {"statusCode": 200, "body": "\ud800"},
        {"statusCode": 200, "headers": ["x"]},
        {"statusCode": 200, "headers": {"x": "a\r\nset-cookie: b"}},
        {"statusCode": 200, "headers": {"x": "\u674e"}},
        {1, 2},
    ],
)
def test_a_result_that_cannot_be_read_is_a_500_and_nothing_of_it_leaves(result: Any) -> None:
    assert_problem(answer_to(result), 500, "Internal Server Error")


def test_an_exception_is_a_500_without_its_message() -> None:
    def failing(_event: Any, _context: Any) -> Any:
        raise RuntimeError("the secret is 42")

    assert_problem(request(serving(failing)), 500, "Internal Server Error")


def test_a_body_at_the_limit_is_served_and_one_byte_more_is_refused() -> None:
    recorder = Recorder()
    app = serving(recorder, body_limit=10)
    served = request(app, "POST", chunks=(b"12345", b"67890"))
    assert served is not None
    assert served.status == 200
    assert_problem(request(app, "POST", chunks=(b"12345", b"678901")), 413, "Content Too Large")
    assert len(recorder.events) == 1


def test_the_usual_limit_is_one_mebibyte() -> None:
    recorder = Recorder()
    assert_problem(request(serving(recorder), "POST", chunks=(b"x" * 2**20, b"x")), 413, "Content Too Large")
    assert recorder.events == []


def test_a_client_that_leaves_in_the_middle_of_its_body_calls_no_handler() -> None:
    recorder = Recorder()
    assert request(serving(recorder), "POST", chunks=(b"Bod",), leaves=True) is None
    assert recorder.events == []


@pytest.mark.parametrize(
    ("path", "reached"),
    [
        ("/twilio", "twilio"),
        ("/twilio/sms", "twilio"),
        ("/twilio/voice/x", "voice"),
        ("/twilio/voice", "voice"),
        ("/api/state", "api"),
        ("/twiliosms", None),
        ("/", None),
        ("", None),
    ],
)
def test_the_longest_prefix_of_whole_segments_gets_the_request(path: str, reached: str | None) -> None:
    routes = {"/twilio": Recorder("twilio"), "/twilio/voice/": Recorder("voice"), "/api": Recorder("api")}
    routes["/twilio/voice"] = routes["/twilio/voice/"]
    answer = request(Gateway(routes, FakeClock(NOW)), path=path)
    if reached is None:
        assert_problem(answer, 404, "Not Found")
    else:
        assert answer is not None
        assert answer.body.decode() == reached


def test_the_context_has_what_handlers_ask_of_it() -> None:
    clock = FakeClock(NOW)
    recorder = Recorder()
    request(Gateway({"/": recorder}, clock))
    context = recorder.contexts[0]
    assert context.aws_request_id == recorder.events[0]["requestContext"]["requestId"]
    assert context.get_remaining_time_in_millis() == 30_000
    clock.sleep(12.5)
    assert context.get_remaining_time_in_millis() == 17_500
    clock.sleep(60)
    assert context.get_remaining_time_in_millis() == 0
    assert context.function_name
    assert context.invoked_function_arn.startswith("arn:aws:lambda:")


def test_handlers_run_at_the_same_time_but_never_more_than_the_workers() -> None:
    running = threading.Barrier(2, timeout=5)
    seen: set[str] = set()

    def meeting(_event: Any, _context: Any) -> Any:
        running.wait()
        seen.add(threading.current_thread().name)
        return "met"

    app = serving(meeting)

    async def four() -> list[Any]:
        return await asyncio.gather(*(asyncio.to_thread(request, app) for _ in range(4)))

    answers = asyncio.run(four())
    assert [answer.body for answer in answers] == [b"met"] * 4
    assert len(seen) == 2


def test_a_handler_that_takes_too_long_is_a_503() -> None:
    released = threading.Event()
    app = serving(lambda _event, _context: released.wait(timeout=5), seconds=0.01)
    answer = request(app)
    released.set()
    assert_problem(answer, 503, "Service Unavailable")


def test_lifespan_starts_and_ends_with_the_workers_done() -> None:
    recorder = Recorder()
    app = serving(recorder)
    incoming = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent: list[str] = []

    async def receive() -> Any:
        return incoming.pop(0)

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message["type"])

    asyncio.run(app({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_powertools_routes_and_reads_the_event_like_one_from_aws() -> None:
    resolver = APIGatewayHttpResolver()

    def answer() -> Response[str]:
        event = resolver.current_event
        assert isinstance(event, APIGatewayProxyEventV2)
        return Response(200, "text/xml", f"<r>{event.decoded_body}</r>", cookies=None)

    route: Callable[[Any], Any] = resolver.post("/twilio/sms")
    route(answer)
    served = request(serving(resolver.resolve), "POST", "/twilio/sms", headers=(FORM,), chunks=(b"Body=Hi",))
    assert served is not None
    assert (served.status, served.body) == (200, b"<r>Body=Hi</r>")
    assert dict(served.headers)["content-type"] == "text/xml"
