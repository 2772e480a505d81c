"""Whatever event comes: requests with and without a stage, jobs, questions how it is, and nonsense."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from linda.domain.errors import StoreUnavailable
from linda.entrypoints.functions import DISPATCHER, FALLBACK, SCHEDULER, STATE_MANAGER
from linda.entrypoints.functions.specs import FunctionSpec
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.records.tables import TABLES
from tests.faults.signature_vectors import (
    AUTH_TOKEN,
    PUBLIC_URL,
    STAGED_FORGERIES,
    STAGED_REQUESTS,
    Event,
    Vector,
    fields,
    sign,
    signed,
)
from tests.faults.test_fallback import by_fallback
from tests.functions import SECRETS, Parameters, a_clock, environment, open_function
from tests.owner_program import TOKEN

EVERY = (DISPATCHER, FALLBACK, STATE_MANAGER, SCHEDULER)
each_function = pytest.mark.parametrize("spec", EVERY, ids=lambda spec: spec.name)


def a_request(method: str, path: str, token: str = TOKEN) -> Event:
    headers = (("authorization", f"Bearer {token}"),)
    return build_event(HttpRequest(method, path, headers=headers), now=a_clock().now(), request_id="1")


def staged(event: Event, stage: str, path: str) -> Event:
    context = {**event["requestContext"], "stage": stage}
    return {**event, "rawPath": path, "requestContext": context}


def test_the_dispatcher_answers_a_signed_text(tmp_path: Path) -> None:
    with open_function(DISPATCHER, environment(tmp_path)) as function:
        answer = function.answer(signed(), None)
    assert answer["statusCode"] == 200
    assert "iPhone 13 screen" in answer["body"]


@pytest.mark.parametrize("vector", STAGED_REQUESTS, ids=lambda vector: vector.name)
def test_a_genuine_request_is_answered_whatever_stands_before_its_path(vector: Vector, tmp_path: Path) -> None:
    variables = environment(tmp_path, LINDA_PUBLIC_URL=vector.public_url)
    with open_function(DISPATCHER, variables) as function:
        answer = function.answer(vector.event, None)
    assert (answer["statusCode"], answer["headers"]["content-type"]) == (200, "text/xml; charset=utf-8")


@pytest.mark.parametrize("vector", STAGED_FORGERIES, ids=lambda vector: vector.name)
def test_a_forged_request_is_not(vector: Vector, tmp_path: Path) -> None:
    variables = environment(tmp_path, LINDA_PUBLIC_URL=vector.public_url)
    with open_function(DISPATCHER, variables) as function:
        assert function.answer(vector.event, None)["statusCode"] in {403, 404}
        assert function.container.linda().records.inbox.waiting() == 0


@pytest.mark.parametrize("path", ["/health", "/live/health", "/", "/live", "/live/", ""])
def test_the_pages_are_found_with_and_without_a_stage(path: str, tmp_path: Path) -> None:
    with open_function(DISPATCHER, environment(tmp_path)) as function:
        answer = function.answer(staged(a_request("GET", "/"), "live", path), None)
    assert answer["statusCode"] == 200
    if "health" in path:
        assert json.loads(answer["body"]) == {"status": "ok", "waiting": 0, "release": "r1"}


def test_a_stage_named_like_a_route_is_taken_away_once(tmp_path: Path) -> None:
    with open_function(STATE_MANAGER, environment(tmp_path)) as function:
        answer = function.answer(staged(a_request("GET", "/"), "api", "/api/api/state"), None)
    assert answer["statusCode"] == 200


def test_the_fallback_answers_without_a_model(tmp_path: Path) -> None:
    variables = environment(tmp_path, OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    with open_function(FALLBACK, variables) as function:
        answer = function.answer(by_fallback(), None)
        again = function.answer(by_fallback(), None)
        state = function.answer(a_request("GET", "/api/state"), None)
    assert "iPhone 13 screen" in answer["body"]
    assert again == answer
    assert state["statusCode"] == 404


SERVED = {
    ("GET", "/api/state"): STATE_MANAGER,
    ("GET", "/api/state/history"): STATE_MANAGER,
    ("GET", "/api/openings"): SCHEDULER,
    ("GET", "/api/bookings"): SCHEDULER,
}


@pytest.mark.parametrize("spec", [STATE_MANAGER, SCHEDULER], ids=lambda spec: spec.name)
@pytest.mark.parametrize(("method", "path"), SERVED)
def test_each_part_of_the_api_is_one_functions(spec: FunctionSpec, method: str, path: str, tmp_path: Path) -> None:
    with open_function(spec, environment(tmp_path)) as function:
        answer = function.answer(a_request(method, path), None)
        stranger = function.answer(a_request(method, path, "x" * 40), None)
    mine = SERVED[method, path] is spec
    assert (answer["statusCode"], stranger["statusCode"]) == ((200, 401) if mine else (404, 404))


def test_the_dispatcher_answers_for_no_other_function(tmp_path: Path) -> None:
    with open_function(DISPATCHER, environment(tmp_path)) as function:
        paths = ("/api/state", "/api/cockpit", "/api/session", "/api/bookings", "/api/calendar.ics")
        assert {function.answer(a_request("GET", each), None)["statusCode"] for each in paths} == {404}
        assert function.answer(a_request("GET", "/api/public"), None)["statusCode"] == 200


def test_a_token_that_was_changed_is_found_by_the_first_request_that_needs_it(tmp_path: Path) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_function(DISPATCHER, environment(tmp_path), read=parameters, clock=clock) as function:
        assert function.answer(signed(), None)["statusCode"] == 200
        parameters.holds["TWILIO_AUTH_TOKEN"] = "changed-token"  # noqa: S105 - a made-up token
        rest = signed(fields(MessageSid="SM" + "0c" * 16))
        new = sign(f"{PUBLIC_URL}/twilio/sms", fields(MessageSid="SM" + "0c" * 16), key="changed-token")
        rest["headers"]["x-twilio-signature"] = new
        assert function.answer(rest, None)["statusCode"] == 403, "it was looked at less than a minute ago"
        clock.sleep(60)
        assert function.answer(rest, None)["statusCode"] == 200
        assert function.answer(signed(), None)["statusCode"] == 403


def test_the_sweep_runs_and_prints_the_line_that_the_alarms_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = (
        "answered",
        "lapsed",
        "confirmed",
        "resent",
        "sent",
        "failed",
        "lost_calls",
        "forgotten",
        "waiting",
        "broken",
    )
    figures = dict.fromkeys(names, 0)
    with open_function(SCHEDULER, environment(tmp_path)) as function:
        done = function.answer({"job": "sweep"}, None)
    assert done == {"ok": True, "function": "linda-scheduler", "job": "sweep", **figures}
    assert json.loads(capsys.readouterr().out) == {"job": "sweep", **figures}


def test_a_sweep_answers_what_a_dead_worker_left(tmp_path: Path) -> None:
    clock = a_clock()
    variables = environment(tmp_path, TWILIO_ACCOUNT_SID="", LINDA_PUBLIC_URL="http://localhost:8000")
    with open_function(SCHEDULER, variables, clock=clock) as function:
        linda = function.container.linda()
        linda.sender.text("+19045550142", "talk to brandon")  # type: ignore[attr-defined]
        clock.sleep(60)
        assert function.answer({"job": "sweep"}, None)["sent"] == 1


def test_a_sweep_that_can_not_reach_the_store_fails_so_that_the_alarm_rings(tmp_path: Path) -> None:
    (tmp_path / "linda.sqlite3").mkdir()
    with open_function(SCHEDULER, environment(tmp_path)) as function, pytest.raises(StoreUnavailable):
        function.answer({"job": "sweep"}, None)


@pytest.mark.parametrize("job", ["remind", "", "Sweep", None, 7, ["sweep"], {"sweep": 1}, "x" * 5000], ids=str)
def test_a_job_that_nobody_knows_is_a_clear_error(job: object, tmp_path: Path) -> None:
    with open_function(SCHEDULER, environment(tmp_path)) as function:
        answer = function.answer({"job": job}, None)
    assert answer["ok"] is False
    assert answer["problem"].startswith("There is no job ")
    assert answer["problem"].endswith("; legal is sweep.")
    assert len(answer["problem"]) < 120


@pytest.mark.parametrize("spec", [DISPATCHER, FALLBACK, STATE_MANAGER], ids=lambda spec: spec.name)
def test_only_the_scheduler_has_jobs(spec: FunctionSpec, tmp_path: Path) -> None:
    with open_function(spec, environment(tmp_path)) as function:
        answer = function.answer({"job": "sweep"}, None)
    assert (answer["ok"], answer["problem"]) == (False, "There is no job 'sweep'; this function has none.")


class Context:
    """What Lambda says of the function."""

    function_name = "shop2-dispatcher"


@each_function
@pytest.mark.parametrize("event", [None, {}, "", b"", [], {"health": True}], ids=str)
def test_whoever_asks_how_it_is_gets_a_useful_answer(spec: FunctionSpec, event: object, tmp_path: Path) -> None:
    with open_function(spec, environment(tmp_path)) as function:
        answer = function.answer(event, None)
    assert (answer["ok"], answer["function"], answer["release"]) == (True, f"linda-{spec.name}", "r1")
    assert answer["tables"] == {table.name: "ok" for table in TABLES}
    assert answer["owner"] == "WORK: Brandon is at the shop."
    assert answer["openings_today"] > 0
    assert ("waiting" in answer) == (spec is SCHEDULER)
    assert json.loads(json.dumps(answer)) == answer
    assert not any(secret in json.dumps(answer) for secret in SECRETS.values())


def test_a_function_says_its_name_as_it_was_deployed(tmp_path: Path) -> None:
    with open_function(DISPATCHER, environment(tmp_path)) as function:
        assert function.answer({}, Context())["function"] == "shop2-dispatcher"


@each_function
@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"LINDA_PUBLIC_URL": "nowhere"}, "LINDA_PUBLIC_URL is 'nowhere'"),
        ({"LINDA_SHOP_FILE": "/nowhere/shop.toml"}, "/nowhere/shop.toml"),
        ({"AWS_LAMBDA_FUNCTION_NAME": "linda-x"}, "LINDA_STORE must be dynamodb on Lambda"),
    ],
    ids=str,
)
def test_a_function_that_can_not_start_says_why_and_tells_no_secret(
    spec: FunctionSpec, changes: Mapping[str, str], says: str, tmp_path: Path
) -> None:
    with open_function(spec, environment(tmp_path, **changes)) as function:
        answer = function.answer({}, None)
        over_http = function.answer(a_request("GET", spec.paths[0]), None)
    assert (answer["ok"], says in answer["problem"]) == (False, True)
    assert over_http["statusCode"] == 503
    assert says not in over_http["body"], "that is for the log and for who may invoke the function"
    assert not any(secret in json.dumps(answer) for secret in SECRETS.values())


def test_a_silent_parameter_store_is_told(tmp_path: Path) -> None:
    with open_function(DISPATCHER, environment(tmp_path), read=Parameters(fails=True)) as function:
        assert function.answer({}, None)["problem"] == "The Parameter Store is out."
        assert function.answer(signed(), None)["statusCode"] == 503


@each_function
def test_a_store_that_can_not_answer_is_told(spec: FunctionSpec, tmp_path: Path) -> None:
    (tmp_path / "linda.sqlite3").mkdir()
    with open_function(spec, environment(tmp_path)) as function:
        answer = function.answer({"health": True}, None)
    assert (answer["ok"], "linda.sqlite3" in answer["problem"]) == (False, True)


def test_what_nobody_foresaw_is_told_without_its_message(tmp_path: Path) -> None:
    class Broken(Parameters):
        def __call__(self, *_: object) -> Any:
            raise ZeroDivisionError(AUTH_TOKEN)

    with open_function(DISPATCHER, environment(tmp_path), read=Broken()) as function:
        answer = function.answer({}, None)
        over_http = function.answer(signed(), None)
    assert answer["problem"] == "Something unforeseen; the log of this function says what."
    assert over_http["statusCode"] == 500


NONSENSE: list[Any] = [7, True, "hello", ["a"], {"health": False}, {"Records": []}, {"health": "yes"}]
HALF: list[Any] = [
    {"rawPath": "/twilio/sms"},
    {"rawPath": None, "requestContext": {}},
    {"requestContext": None},
    {"requestContext": {"http": {"method": "POST"}}},
    {"rawPath": "/health", "requestContext": []},
    {"rawPath": 7, "requestContext": {"stage": None}},
]


@each_function
@pytest.mark.parametrize("event", NONSENSE, ids=str)
def test_an_event_of_no_known_kind_is_answered_with_the_kinds_there_are(
    spec: FunctionSpec, event: object, tmp_path: Path
) -> None:
    with open_function(spec, environment(tmp_path)) as function:
        answer = function.answer(event, None)
    assert (answer["ok"], '{"health": true}' in answer["problem"]) == (False, True)


@each_function
@pytest.mark.parametrize("event", HALF, ids=str)
def test_half_an_http_event_is_answered_and_not_raised(spec: FunctionSpec, event: object, tmp_path: Path) -> None:
    with open_function(spec, environment(tmp_path)) as function:
        answer = function.answer(event, None)
    assert answer["statusCode"] in {200, 403, 404, 500}


@pytest.mark.parametrize("missing", ["headers", "rawQueryString", "body", "requestContext", "isBase64Encoded"])
def test_an_http_event_that_lacks_a_part_is_answered_and_not_raised(missing: str, tmp_path: Path) -> None:
    for spec, event in ((DISPATCHER, signed()), (STATE_MANAGER, a_request("GET", "/api/state"))):
        with open_function(spec, environment(tmp_path)) as function:
            answer = function.answer({key: value for key, value in event.items() if key != missing}, None)
        assert answer["statusCode"] in {200, 401, 403, 500}
