"""The phone simulator over HTTP: both ends of the line, on this machine and in local mode only."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from linda.bootstrap import join
from linda.domain.clock import MovableClock
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.lambda_call import call
from linda.testing.memory_store import MemoryStore
from tests.owner_program import Answer, OwnerProgram, open_api
from tests.shop_desk import CUSTOMER, OWNER, clock_of, local_settings, open_shop

HERE = {"host": "localhost:8000"}
TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC00000000000000000000000000000001",
    "TWILIO_AUTH_TOKEN": "a-token-that-signs",
    "TWILIO_PHONE_NUMBER": "+19045550100",
    "LINDA_PUBLIC_URL": "https://linda.example",
}


def asked(program: OwnerProgram, method: str, path: str, body: object = None) -> Answer:
    return OwnerProgram(program.linda, token=None).send(method, path, body, **HERE)


def shown(program: OwnerProgram) -> dict[str, Any]:
    found: dict[str, Any] = asked(program, "GET", "/api/simulator").body
    return found


def text(program: OwnerProgram, said: str, sender: str = CUSTOMER) -> dict[str, Any]:
    clock_of(program.linda).advance(timedelta(seconds=20))
    found: dict[str, Any] = asked(program, "POST", "/api/simulator/texts", {"from": sender, "text": said}).body
    return found


def test_a_text_is_answered_on_the_same_phone_and_told_step_by_step() -> None:
    with open_api() as program:
        sent = text(program, "how much for an iphone 13 screen")
        page = shown(program)
    assert (sent["attempts"], sent["problem"], "$79" in sent["replies"][0]) == (["ok"], "", True)
    assert [(each["author"], each["person"]) for each in page["texts"]] == [("person", CUSTOMER), ("shop", CUSTOMER)]
    (turn,) = page["turns"]
    said = [each["says"] for each in turn["steps"]]
    assert said[:2] == ["Text received", "Understood the text"]
    assert "Looked up the price" in said
    assert turn["steps"][-1]["detail"] == f"{len(sent['replies'][0])} characters, 1 segment"
    assert turn["brain_says"] == "LINDA's own rules wrote this, no model asked."


def test_what_linda_starts_is_on_the_owners_phone_at_once() -> None:
    with open_api() as program:
        text(program, "i want to talk to Brandon")
        texts = shown(program)["texts"]
    assert any(each["person"] == OWNER and "needs you" in each["body"] for each in texts)


def test_a_model_that_is_down_leaves_the_customer_with_the_rules_answer_and_the_reason() -> None:
    with open_api() as program:
        assert asked(program, "PUT", "/api/simulator/faults", {"model_down": True}).body["model_down"] is True
        assert "$79" in text(program, "how much for an iphone 13 screen")["replies"][0]
        (turn,) = shown(program)["turns"]
        assert turn["brain_says"] == "The model could not be reached, so LINDA's own rules wrote this."
        asked(program, "PUT", "/api/simulator/faults", {})
        text(program, "where are you")
        assert shown(program)["turns"][0]["brain_says"] == "LINDA's own rules wrote this, no model asked."


def test_a_slow_model_is_cut_after_nine_seconds_and_the_rules_answer() -> None:
    with open_api() as program:
        asked(program, "PUT", "/api/simulator/faults", {"model_slow": True})
        before = program.linda.clock.monotonic()
        assert "$79" in text(program, "how much for an iphone 13 screen")["replies"][0]
        assert program.linda.clock.monotonic() - before == pytest.approx(29, abs=0.5), "twenty of them between texts"
        (turn,) = shown(program)["turns"]
    asked_model = next(each for each in turn["steps"] if each["says"] == "Asked the model")
    assert asked_model == {
        "says": "Asked the model",
        "detail": "It took too long (9 s).",
        "ms": 9000,
        "status": "stopped",
    }
    assert turn["brain_says"] == "The model took too long (9 s), so LINDA's own rules wrote this."


def test_a_repeated_webhook_is_answered_once() -> None:
    with open_api() as program:
        asked(program, "PUT", "/api/simulator/faults", {"deliver_twice": True})
        text(program, "hello")
        assert len(shown(program)["texts"]) == 2


def test_what_the_carrier_blocks_does_not_arrive() -> None:
    with open_api() as program:
        asked(program, "PUT", "/api/simulator/faults", {"blocked": ["(904) 555-0142"]})
        text(program, "hello")
        page = shown(program)
    assert page["faults"]["blocked"] == [CUSTOMER]
    assert [each["status"] for each in page["texts"]] == ["delivered", "blocked"]


def test_people_go_by_the_name_they_gave() -> None:
    with open_api() as program:
        text(program, "hi my name is Ana")
        assert [(each["name"], each["phone_display"]) for each in shown(program)["people"]] == [
            ("Ana", "(904) 555-0142")
        ]


def test_a_clock_that_is_not_there_to_be_moved_says_so() -> None:
    with open_api() as program:
        assert asked(program, "POST", "/api/simulator/clock", {"minutes": 15}).status == 409


@pytest.fixture
def movable(tmp_path: Path) -> Iterator[OwnerProgram]:
    """Yield a program on a LINDA as `linda up` joins her, whose clock can be moved."""
    with closing(join(local_settings(tmp_path), clock=MovableClock(), store=MemoryStore())) as linda:
        yield OwnerProgram(linda)


def test_the_clock_is_set_to_the_shops_hour_and_customers_hear_of_that_day(movable: OwnerProgram) -> None:
    moved = asked(movable, "POST", "/api/simulator/clock", {"at": "2026-02-10T14:46"}).body
    assert (moved["now"][:16], moved["now"][-6:], moved["clock_moved"]) == ("2026-02-10T14:46", "-05:00", True)
    reply = asked(movable, "POST", "/api/simulator/texts", {"from": CUSTOMER, "text": "iphone 13 screen today?"}).body
    assert "today" in reply["replies"][0].lower()
    later = asked(movable, "POST", "/api/simulator/clock", {"minutes": 60}).body
    assert later["now"][:13] == "2026-02-10T15"
    assert asked(movable, "POST", "/api/simulator/clock", {"reset": True}).body["clock_moved"] is False


@pytest.mark.parametrize("at", ["1999-12-31T10:00", "2100-01-01T10:00"])
def test_a_time_of_another_century_is_refused(movable: OwnerProgram, at: str) -> None:
    assert asked(movable, "POST", "/api/simulator/clock", {"at": at}).status == 422


@pytest.mark.parametrize("body", [{}, {"minutes": 0}, {"minutes": 5, "reset": True}, {"at": "never"}], ids=str)
def test_a_move_that_is_none_or_two_is_refused(body: dict[str, object]) -> None:
    with open_api() as program:
        assert asked(program, "POST", "/api/simulator/clock", body).status == 422


@pytest.mark.parametrize(
    ("client", "host"),
    [("192.0.2.7", "localhost:8000"), ("127.0.0.1", "evil.example"), ("127.0.0.1", "localhost.evil.example:8000")],
)
def test_nobody_elsewhere_and_no_page_of_another_name_gets_to_the_phones(client: str, host: str) -> None:
    with open_api() as program:
        for method, path in (("GET", "/api/simulator"), ("POST", "/api/simulator/texts")):
            request = HttpRequest(method, path, headers=(("host", host),), client=client)
            assert call(program.linda.routes["/api"], request, program.linda.clock, seconds=5).status == 403


def test_with_a_real_number_there_is_no_simulator() -> None:
    with open_shop("2026-02-10T10:00", model=None, folder=None, store=MemoryStore(), **TWILIO) as linda:
        answer = OwnerProgram(linda, token=None).send("GET", "/api/simulator", **HERE)
    assert (answer.status, "no real number" in answer.body["detail"]) == (403, True)
