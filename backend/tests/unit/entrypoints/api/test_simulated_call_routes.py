"""Calls of the phone simulator over HTTP: made, talked in and hung up, on this machine and in local mode only."""

from typing import Any

import pytest

from linda.testing.memory_store import MemoryStore
from tests.owner_program import Answer, OwnerProgram, open_api
from tests.shop_desk import CUSTOMER, open_shop, phone_of
from tests.terminal import TWILIO

HERE = {"host": "localhost:8000"}
CALLS = "/api/simulator/calls"
PRICE = "how much for an iphone 13 screen"


def asked(program: OwnerProgram, method: str, path: str, body: object = None) -> Answer:
    return OwnerProgram(program.linda, token=None).send(method, path, body, **HERE)


def called(program: OwnerProgram, *, caller: str | None = CUSTOMER, owner: str = "rings_out") -> dict[str, Any]:
    assert asked(program, "PUT", "/api/simulator/owner", {"does": owner}).body == {"does": owner}
    answer = asked(program, "POST", CALLS, {} if caller is None else {"from": caller})
    assert answer.status == 201
    found: dict[str, Any] = answer.body
    return found


def done(program: OwnerProgram, call: dict[str, Any], **what: object) -> dict[str, Any]:
    answer = asked(program, "POST", f"{CALLS}/{call['sid']}", what)
    assert answer.status == 200
    found: dict[str, Any] = answer.body
    return found


def heard(call: dict[str, Any]) -> list[str]:
    return [each["text"] for each in call["steps"] if each["what"] == "Say" and each["leg"] == "caller"]


def test_a_caller_is_greeted_after_the_owners_phone_has_rung_and_asks_for_a_price() -> None:
    with open_api() as program:
        call = called(program)
        assert (call["caller"], call["caller_display"], call["is_over"]) == (CUSTOMER, "(904) 555-0142", False)
        assert (call["hears_speech"], call["hears_keys"]) == (True, True)
        assert "Brandon can't come to the phone" in heard(call)[0]
        said = done(program, call, says=PRICE)
    assert "seventy-nine dollars" in heard(said)[-1]
    assert said["problem"] == ""


def test_each_step_says_who_did_what_and_the_carriers_how_long_the_answer_took() -> None:
    with open_api() as program:
        steps = called(program)["steps"]
    told = [(each["leg"], each["who"], each["what"], each["path"]) for each in steps]
    assert told[:4] == [
        ("caller", "caller", "calls", ""),
        ("caller", "carrier", "asks", "/twilio/voice"),
        ("caller", "shop", "Dial", "/twilio/voice"),
        ("owner", "owner", "rings_out", ""),
    ]
    assert all(each["at"].endswith("-05:00") for each in steps)
    assert all(each["ms"] >= 0 for each in steps)


def test_what_linda_did_for_a_spoken_answer_is_told_without_segments() -> None:
    with open_api() as program:
        done(program, called(program), says=PRICE)
        (turn,) = asked(program, "GET", "/api/simulator").body["turns"]
    assert (turn["segments"], turn["steps"][0]["says"]) == (0, "Heard on the phone")
    assert turn["steps"][-1]["detail"].endswith(" characters, spoken")


def test_a_withheld_number_is_nobodys() -> None:
    with open_api() as program:
        call = called(program, caller=None)
    assert (call["caller"], call["caller_display"]) == ("", "")


def test_the_owner_takes_the_call_and_ends_his_talk() -> None:
    with open_api() as program:
        call = called(program, owner="takes")
        assert (call["is_with_owner"], call["hears_speech"], call["hears_keys"]) == (True, False, False)
        assert asked(program, "GET", CALLS).body["owner_does"] == "takes"
        ended = done(program, call, owner_hangs_up=True)
    assert (ended["is_with_owner"], ended["is_over"]) == (False, True)


def test_a_key_is_pressed() -> None:
    with open_api() as program:
        call = done(program, called(program), presses="7")
    assert [each["text"] for each in call["steps"] if each["what"] == "presses"] == ["7"]
    assert "press zero for a person" in heard(call)[-1]


def test_silence_is_asked_about() -> None:
    with open_api() as program:
        call = done(program, called(program), is_silent=True)
    assert "I didn't hear you" in heard(call)[-1]


def test_after_hanging_up_nothing_more_can_be_done_and_who_talked_to_nobody_has_his_text() -> None:
    with open_api() as program:
        call = called(program)
        assert done(program, call, hangs_up=True)["is_over"] is True
        late = asked(program, "POST", f"{CALLS}/{call['sid']}", {"says": "hello?"})
        assert (late.status, late.body["detail"]) == (409, "The call is over.")
        texts = [each.body for each in phone_of(program.linda).threads.of(CUSTOMER)]
    assert "Sorry we missed your call." in texts[-1]


def test_the_owner_can_not_hang_up_on_a_caller_he_does_not_talk_to() -> None:
    with open_api() as program:
        refused = asked(program, "POST", f"{CALLS}/{called(program)['sid']}", {"owner_hangs_up": True})
    assert (refused.status, refused.body["detail"]) == (409, "The caller does not talk to the owner.")


def test_the_newest_call_is_the_first_of_the_list() -> None:
    with open_api() as program:
        sids = [called(program)["sid"] for _ in range(3)]
        assert [each["sid"] for each in asked(program, "GET", CALLS).body["calls"]] == sids[::-1]


def test_a_call_nobody_made_is_not_there() -> None:
    with open_api() as program:
        missing = asked(program, "POST", f"{CALLS}/CA00", {"hangs_up": True})
    assert (missing.status, missing.body["detail"]) == (404, "There is no such call, or no longer.")


@pytest.mark.parametrize(
    "body", [{}, {"says": ""}, {"presses": "x"}, {"says": "hi", "hangs_up": True}, {"sings": "hi"}], ids=str
)
def test_what_is_nothing_or_two_things_at_once_is_refused(body: dict[str, object]) -> None:
    with open_api() as program:
        assert asked(program, "POST", f"{CALLS}/{called(program)['sid']}", body).status == 422


@pytest.mark.parametrize("caller", ["12", "brandon"])
def test_what_is_no_number_does_not_call(caller: str) -> None:
    with open_api() as program:
        assert asked(program, "POST", CALLS, {"from": caller}).status == 422


def test_with_a_real_number_nobody_calls_here() -> None:
    with open_shop(model=None, folder=None, store=MemoryStore(), **TWILIO) as linda:
        program = OwnerProgram(linda)
        refused = [
            asked(program, method, path, body).status
            for method, path, body in (("GET", CALLS, None), ("POST", CALLS, {"from": CUSTOMER}))
        ]
    assert refused == [403, 403]
