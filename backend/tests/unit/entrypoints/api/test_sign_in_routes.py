"""Signing in with a code by text: what is right, what is not, and that nobody learns whose number it is."""

import logging
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import pyotp
import pytest

from linda.adapters.simulated_phone import SimulatedPhone
from linda.bootstrap import Linda, join
from linda.domain.clock import MovableClock
from linda.domain.errors import StoreUnavailable
from linda.domain.limits import (
    APP_CODES_ON_A_DEVICE,
    CODES_ASKED_FOR,
    CODES_TEXTED,
    CODES_TYPED,
    TRIES_OF_A_CODE,
    TRIES_OF_THE_SECOND_FACTOR,
)
from linda.domain.sign_in import CODE_MS, IDLE_MS, LONGEST_MS
from linda.entrypoints.api.first_factor import texts_of
from linda.records.inbox import EPOCH_END
from linda.records.store import Item
from linda.records.tables import INBOX
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser, another, latest_code
from tests.counting_store import CountingStore
from tests.owner_program import Answer, open_api
from tests.shop_desk import CUSTOMER, OWNER, clock_of, local_settings, open_shop, phone_of
from tests.together import at_once


def without_cookie(answer: Answer) -> Answer:
    """Return an answer without the cookie that binds a code to its browser, another one each time."""
    cookie = answer.headers["set-cookie"]
    assert re.fullmatch(
        r"__Host-linda-code=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Strict", cookie
    )
    return replace(answer, headers={name: value for name, value in answer.headers.items() if name != "set-cookie"})


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop(store=MemoryStore()) as opened:
        yield opened


@pytest.fixture
def visitor(linda: Linda) -> Browser:
    return Browser(linda)


def texts(linda: Linda) -> int:
    return len(phone_of(linda).threads.of(OWNER))


def rows_of_texts(linda: Linda) -> list[Item]:
    assert isinstance(linda.records.store, MemoryStore)
    return [item for item in linda.records.store.items(INBOX) if item["key"].startswith("out#")]


def test_a_stranger_is_told_who_lives_here_and_that_a_code_is_needed(visitor: Browser) -> None:
    assert visitor.session() == {
        "signed_in": False,
        "needs": "code",
        "csrf": None,
        "owner": "Brandon",
        "shop": "EmperorLinda Cell Phone Repairs",
        "local": True,
        "may_skip": False,
        "has_second_factor": False,
        "second_factor_lost": False,
        "recovery_codes_left": 0,
        "expires_at": None,
    }


def test_the_code_is_on_the_owners_phone_at_once_and_is_one_segment(visitor: Browser, linda: Linda) -> None:
    code = visitor.asks_for_code()
    (text,) = phone_of(linda).threads.of(OWNER)
    assert text.body.startswith(f"{code} is your code for LINDA at EmperorLinda Cell Phone Repairs")
    assert text.segments == 1


def test_the_code_opens_a_session_that_needs_to_set_up_a_second_factor_first(visitor: Browser) -> None:
    opened = visitor.enters_code()
    assert (opened["signed_in"], opened["needs"], opened["may_skip"]) == (False, "enrolment", True)
    assert visitor.session() == opened
    assert visitor.send("GET", "/api/state").status == 401


def test_on_this_machine_it_can_be_put_off_and_the_owner_is_in(visitor: Browser) -> None:
    signed_in = visitor.signs_in()
    assert (signed_in["signed_in"], signed_in["needs"], signed_in["may_skip"]) == (True, None, False)
    assert signed_in["expires_at"] == "2026-02-17T10:00:00.600000-05:00"
    assert visitor.session() == signed_in
    gym = {"version": 0, "state": {"mode": "GYM"}}
    assert visitor.does("PUT", "/api/state", gym)["set_by"] == "dashboard"


def test_with_a_real_number_it_can_not_be_put_off(visitor: Browser, linda: Linda) -> None:
    visitor.enters_code()
    object.__setattr__(linda.settings, "local", False)
    assert visitor.session()["may_skip"] is False
    assert visitor.send("POST", "/api/session/skip").status == 403
    assert visitor.send("GET", "/api/state").status == 401


def test_what_was_put_off_on_this_machine_is_needed_once_there_is_a_real_number(visitor: Browser, linda: Linda) -> None:
    visitor.signs_in()
    object.__setattr__(linda.settings, "local", False)
    assert visitor.session()["needs"] == "enrolment"
    assert visitor.send("GET", "/api/state").status == 401
    visitor.turns_on()
    assert visitor.send("GET", "/api/state").status == 200


def test_any_number_gets_the_same_answer_after_the_same_time_and_only_the_owner_a_text(linda: Linda) -> None:
    answers, times = [], []
    for phone in (OWNER, CUSTOMER, "(904) 555-0199", "+493012345678"):
        began = linda.clock.monotonic()
        answers.append(without_cookie(Browser(linda).send("POST", "/api/session/code", {"phone": phone})))
        times.append(round(linda.clock.monotonic() - began, 6))
    assert answers == [answers[0]] * 4
    assert answers[0].status == 202
    assert set(times) == {0.6}
    assert texts(linda) == 2
    assert phone_of(linda).threads.of(CUSTOMER) == []


def test_a_wrong_code_and_a_wrong_number_get_the_same_answer_after_the_same_time(linda: Linda) -> None:
    code = Browser(linda).asks_for_code()
    answers, times = [], []
    for phone, typed in ((OWNER, another(code)), (OWNER, "nonsense"), (CUSTOMER, code), (CUSTOMER, "")):
        began = linda.clock.monotonic()
        answers.append(Browser(linda).send("POST", "/api/session", {"phone": phone, "code": typed}))
        times.append(round(linda.clock.monotonic() - began, 6))
    assert answers == [answers[0]] * 4
    assert answers[0].status == 401
    assert "set-cookie" not in answers[0].headers
    assert set(times) == {0.6}


def test_a_code_works_once_and_only_in_the_browser_that_asked_for_it(visitor: Browser, linda: Linda) -> None:
    given = {"phone": OWNER, "code": visitor.asks_for_code()}
    assert Browser(linda).send("POST", "/api/session", given).status == 401
    assert visitor.send("POST", "/api/session", given).status == 200
    assert visitor.send("POST", "/api/session", given).status == 401


def test_of_requests_with_the_same_code_at_once_one_gets_a_session(visitor: Browser, linda: Linda) -> None:
    given, cookies = {"phone": OWNER, "code": visitor.asks_for_code()}, visitor.cookies
    answers = at_once(4, lambda _: Browser(linda, dict(cookies)).send("POST", "/api/session", given).status)
    assert sorted(str(each) for each in answers) == ["200", "401", "401", "401"]
    assert len(linda.records.sessions.running()) == 1


def test_a_code_that_another_request_uses_up_while_it_is_looked_at_opens_nothing() -> None:
    store = CountingStore(MemoryStore())
    with open_shop(store=store) as linda:
        quick = Browser(linda)
        given = {"phone": OWNER, "code": quick.asks_for_code()}
        slow = Browser(linda, dict(quick.cookies))
        before_opening = store.transactions + 3  # the address's limit and the try are counted first
        store.before = {before_opening: lambda: quick.does("POST", "/api/session", given)}
        assert slow.send("POST", "/api/session", given).status == 401
        assert len(linda.records.sessions.running()) == 1
        assert quick.session()["needs"] == "enrolment"


def test_a_code_is_good_for_ten_minutes(visitor: Browser, linda: Linda) -> None:
    code = visitor.asks_for_code()
    clock_of(linda).advance(timedelta(milliseconds=CODE_MS))
    assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 401


def test_the_sixth_try_is_wrong_whatever_it_is(visitor: Browser) -> None:
    code = visitor.asks_for_code()
    for _ in range(TRIES_OF_A_CODE.most):
        assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": another(code)}).status == 401
    assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 401
    assert visitor.enters_code()["needs"], "another code is another five tries"


def test_tries_for_another_number_do_not_use_up_the_owners(visitor: Browser) -> None:
    code = visitor.asks_for_code()
    for _ in range(TRIES_OF_A_CODE.most):
        visitor.send("POST", "/api/session", {"phone": CUSTOMER, "code": another(code)})
    assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 200


def from_address(linda: Linda, place: int, cookies: dict[str, str] | None = None) -> Browser:
    """Return a browser at another internet address for each `place`."""
    return Browser(linda, cookies or {}, client=f"198.51.100.{place}")


def strangers_use_up_the_codes(linda: Linda) -> None:
    for place in range(CODES_TEXTED.most):
        assert from_address(linda, place).send("POST", "/api/session/code", {"phone": OWNER}).status == 202


def test_one_address_uses_up_a_part_of_the_codes_only_and_is_told_whatever_the_number(linda: Linda) -> None:
    for phone in (OWNER, CUSTOMER):
        stranger = from_address(linda, 1 if phone == OWNER else 2)
        for _ in range(CODES_ASKED_FOR.most):
            assert stranger.send("POST", "/api/session/code", {"phone": phone}).status == 202
        refused = stranger.send("POST", "/api/session/code", {"phone": phone})
        assert refused.status == 429
        assert 0 < int(refused.headers["retry-after"]) <= 86_400
        assert "recovery code" in refused.body["detail"]
    assert texts(linda) == CODES_ASKED_FOR.most < CODES_TEXTED.most
    assert from_address(linda, 3).enters_code()["needs"] == "enrolment", "the owner elsewhere is not kept out"


def test_when_strangers_have_used_up_the_codes_nobody_can_tell_and_the_owner_is_told_once(linda: Linda) -> None:
    strangers_use_up_the_codes(linda)
    answers = [
        without_cookie(from_address(linda, 100 + place).send("POST", "/api/session/code", {"phone": phone}))
        for place, phone in enumerate((OWNER, CUSTOMER, OWNER))
    ]
    assert answers == [answers[0]] * 3
    told = [text.body for text in phone_of(linda).threads.of(OWNER)][CODES_TEXTED.most :]
    assert len(told) == 1
    assert "no more are texted until 10 AM" in told[0]
    assert "`linda sign-in code`" in told[0]
    clock_of(linda).advance(timedelta(days=1, seconds=20))
    assert from_address(linda, 104).enters_code()["needs"] == "enrolment"


def test_a_known_device_gets_its_codes_when_strangers_have_used_up_all_others(linda: Linda) -> None:
    known = from_address(linda, 200)
    known.enters_code()
    known.turns_on()
    strangers_use_up_the_codes(linda)
    known.does("DELETE", "/api/session")
    assert known.enters_code()["signed_in"] is True


def test_a_known_device_begins_with_the_authenticator_when_no_text_comes(linda: Linda) -> None:
    known = from_address(linda, 200)
    known.enters_code()
    app, _ = known.turns_on()
    known.does("DELETE", "/api/session")
    clock_of(linda).advance(timedelta(seconds=30))
    code = app.at(linda.clock.now())
    given = {"phone": OWNER, "code": code}
    assert from_address(linda, 201).send("POST", "/api/session", given).status == 401, "a new device may not"
    assert known.does("POST", "/api/session", given)["signed_in"] is True
    assert known.send("POST", "/api/session", given).status == 401, "nor may it be used twice"


def test_whoever_holds_a_known_device_uses_up_no_tries_of_the_second_factor(linda: Linda) -> None:
    known, new = from_address(linda, 200), from_address(linda, 201)
    known.enters_code()
    app, _ = known.turns_on()
    known.does("DELETE", "/api/session")
    for _ in range(TRIES_OF_THE_SECOND_FACTOR.most + 1):
        assert known.send("POST", "/api/session", {"phone": OWNER, "code": "000000"}).status == 401
    new.enters_code()
    clock_of(linda).advance(timedelta(seconds=30))
    assert new.does("POST", "/api/session/second-factor", {"code": app.at(linda.clock.now())})["signed_in"] is True


def test_a_known_device_may_guess_the_authenticators_code_ten_times_a_day_and_is_texted_codes_after_that(
    linda: Linda,
) -> None:
    known = from_address(linda, 200)
    known.enters_code()
    app, _ = known.turns_on()
    known.does("DELETE", "/api/session")
    for _ in range(APP_CODES_ON_A_DEVICE.most):
        known.send("POST", "/api/session", {"phone": OWNER, "code": "000000"})
    clock_of(linda).advance(timedelta(seconds=30))
    given = {"phone": OWNER, "code": app.at(linda.clock.now())}
    assert known.send("POST", "/api/session", given).status == 401
    assert known.enters_code()["signed_in"] is True


def test_a_known_device_begins_with_the_authenticator_though_others_have_used_up_its_tries(linda: Linda) -> None:
    known, other = from_address(linda, 200), from_address(linda, 201)
    known.enters_code()
    app, _ = known.turns_on()
    known.does("DELETE", "/api/session")
    other.enters_code()
    while other.send("POST", "/api/session/second-factor", {"code": "000000"}).status != 429:
        pass
    clock_of(linda).advance(timedelta(seconds=30))
    assert known.does("POST", "/api/session", {"phone": OWNER, "code": app.at(linda.clock.now())})["signed_in"] is True


def test_a_recovery_code_and_the_authenticator_open_a_new_device_when_no_text_comes(linda: Linda) -> None:
    known = from_address(linda, 200)
    known.enters_code()
    app, codes = known.turns_on()
    strangers_use_up_the_codes(linda)
    new = from_address(linda, 202)
    assert new.does("POST", "/api/session", {"phone": OWNER, "code": codes[0]})["needs"] == "second_factor"
    assert new.send("GET", "/api/state").status == 401
    again = new.send("POST", "/api/session/second-factor", {"code": codes[0]})
    assert again.status == 401, "the same recovery code is no second proof"
    clock_of(linda).advance(timedelta(seconds=30))
    code = app.at(linda.clock.now())
    assert new.does("POST", "/api/session/second-factor", {"code": code})["signed_in"] is True


def test_the_code_shown_at_the_machine_opens_a_session_once_whatever_strangers_have_used_up(linda: Linda) -> None:
    strangers_use_up_the_codes(linda)
    stranger = from_address(linda, 203)
    while stranger.send("POST", "/api/session", {"phone": OWNER, "code": "aaaaa-aaaaa"}).status != 429:
        pass
    code = "abcde-fghjk"
    texts_of(linda.parts, linda.records.machine_codes).show("abcdefghjk")
    wrong = stranger.send("POST", "/api/session", {"phone": CUSTOMER, "code": code})
    assert wrong.status == 429, "it is the owner's number that it goes with"
    assert stranger.does("POST", "/api/session", {"phone": OWNER, "code": code.upper()})["needs"] == "enrolment"
    assert from_address(linda, 204).send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 401


def test_an_address_that_types_codes_without_end_is_refused_and_no_other_is(linda: Linda) -> None:
    stranger, owner = from_address(linda, 1), from_address(linda, 2)
    code = owner.asks_for_code()
    for _ in range(CODES_TYPED.most):
        assert stranger.send("POST", "/api/session", {"phone": OWNER, "code": "000000"}).status == 401
    refused = stranger.send("POST", "/api/session", {"phone": OWNER, "code": "000000"})
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= CODES_TYPED.window_ms // 1000
    assert owner.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 200


def test_a_stranger_ends_no_code_of_the_owner_by_asking_or_by_typing(visitor: Browser, linda: Linda) -> None:
    code, stranger = visitor.asks_for_code(), from_address(linda, 1)
    stranger.asks_for_code()
    for _ in range(TRIES_OF_A_CODE.most + 1):
        stranger.send("POST", "/api/session", {"phone": OWNER, "code": "000000"})
    assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 200


def test_a_carrier_that_takes_five_seconds_tells_nobody_whose_number_it_is(linda: Linda) -> None:
    delivered = Event()

    class SlowCarrier:
        find_sent = linda.sender.find_sent

        def send(self, to: str, body: str, hint: str) -> str:
            assert delivered.wait(20), "the request waits for its carrier"
            return linda.sender.send(to, body, hint)

    object.__setattr__(linda.parts, "sender", SlowCarrier())
    times = []
    for phone in (OWNER, CUSTOMER):
        began = linda.clock.monotonic()
        assert Browser(linda).send("POST", "/api/session/code", {"phone": phone}).status == 202
        times.append(round(linda.clock.monotonic() - began, 6))
    assert times == [0.6, 0.6]
    assert texts(linda) == 0
    delivered.set()
    linda.parts.workers.shutdown(wait=True)
    assert texts(linda) == 1, "the text left after the answer did"


def test_signing_in_goes_by_the_machines_clock_when_the_shops_is_moved() -> None:
    clock = MovableClock()
    with TemporaryDirectory() as folder, closing(join(local_settings(Path(folder)), clock=clock)) as linda:
        visitor = Browser(linda)
        clock.move_by(timedelta(days=3))
        visitor.enters_code()
        app = pyotp.TOTP(visitor.does("POST", "/api/second-factor/enrolment")["secret"])
        clock.move_by(timedelta(hours=5))
        visitor.does("POST", "/api/second-factor", {"code": app.now()})
        clock.move_by(timedelta(days=40))
        assert visitor.session()["signed_in"] is True, "no session ends before its time"
        code = visitor.asks_for_code()
        clock.move_by(timedelta(hours=1))
        assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 200
        clock.reset()
        assert visitor.session()["signed_in"] is True


@pytest.mark.parametrize("phone", ["", "nonsense", "911", "904555019", "+1904555019a", "\udc80", "9" * 41])
def test_what_is_no_number_is_told_at_once(visitor: Browser, phone: str) -> None:
    for path, body in (("/api/session/code", {}), ("/api/session", {"code": "123456"})):
        assert visitor.send("POST", path, {"phone": phone, **body}).status == 422


@pytest.mark.parametrize("code", ["\uff11\uff12\uff13\uff14\uff15\uff16", "", "0" * 40])
def test_what_is_no_code_is_wrong_and_uses_up_no_try(visitor: Browser, code: str) -> None:
    right = visitor.asks_for_code()
    for _ in range(TRIES_OF_A_CODE.most):
        assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 401
    assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": right}).status == 200


@pytest.mark.parametrize("fault", ["refuse_sends", "lose_send_response"])
def test_a_carrier_that_fails_changes_no_answer_and_the_text_comes_later(
    visitor: Browser, linda: Linda, fault: str
) -> None:
    fine = without_cookie(Browser(linda).send("POST", "/api/session/code", {"phone": CUSTOMER}))
    setattr(phone_of(linda).faults, fault, True)
    assert without_cookie(visitor.send("POST", "/api/session/code", {"phone": OWNER})) == fine
    setattr(phone_of(linda).faults, fault, False)
    clock_of(linda).advance(timedelta(minutes=1))
    linda.sweeper.sweep()
    assert texts(linda) == 1
    assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": latest_code(linda)}).status == 200


def test_a_code_that_is_too_old_is_not_texted_any_more(visitor: Browser, linda: Linda) -> None:
    phone_of(linda).faults.refuse_sends = True
    visitor.asks_for_code()
    phone_of(linda).faults.refuse_sends = False
    clock_of(linda).advance(timedelta(milliseconds=CODE_MS))
    assert linda.sweeper.sweep().failed == 1
    assert texts(linda) == 0
    assert [row["body"] for row in rows_of_texts(linda)] == [""]


def test_nothing_is_left_of_a_code_that_was_texted(visitor: Browser, linda: Linda) -> None:
    code = visitor.asks_for_code()
    (row,) = rows_of_texts(linda)
    assert (row["status"], row["body"]) == ("sent", "")
    assert row["expires_at"] * 1000 >= row["created_at"] + CODE_MS
    assert isinstance(linda.records.store, MemoryStore)
    assert code not in str(list(linda.records.store.items(INBOX)))
    assert linda.records.inbox.due(EPOCH_END) == []


def test_a_store_that_can_not_answer_says_so_to_everybody(linda: Linda) -> None:
    class Silent(MemoryStore):
        def get(self, *_: object) -> Item | None:
            raise StoreUnavailable

        def query(self, *_: object, **__: object) -> list[Item]:
            raise StoreUnavailable

    with open_shop(store=Silent()) as silent:
        visitor = Browser(silent, {"__Host-linda": "A" * 43}, csrf="A")
        for phone in (OWNER, CUSTOMER):
            assert visitor.send("POST", "/api/session/code", {"phone": phone}).status == 503
            assert visitor.send("POST", "/api/session", {"phone": phone, "code": "123456"}).status == 503
        answer = visitor.send("GET", "/api/state")
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert answer.headers["content-type"] == "application/problem+json"


def test_no_code_and_no_cookie_is_in_the_log_or_in_an_answer(
    visitor: Browser, linda: Linda, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    phone_of(linda).faults.refuse_sends = True
    visitor.asks_for_code()
    phone_of(linda).faults.refuse_sends = False
    clock_of(linda).advance(timedelta(minutes=1))
    linda.sweeper.sweep()
    code = latest_code(linda)
    refused = visitor.send("POST", "/api/session", {"phone": OWNER, "code": another(code)})
    twice = {"phone": OWNER, "code": code, "more": "PRIVATE"}
    said = [refused.body, visitor.send("POST", "/api/session", twice).body]
    visitor.does("POST", "/api/session", {"phone": OWNER, "code": code})
    said.append(visitor.does("POST", "/api/session/skip"))
    for secret in (code, another(code), visitor.cookies["__Host-linda"]):
        assert secret not in caplog.text
        assert secret not in str(said)
    assert OWNER not in caplog.text


def test_whoever_signs_in_has_another_cookie_than_he_came_with(visitor: Browser, linda: Linda) -> None:
    planted = {"__Host-linda": "A" * 43}
    visitor.cookies = dict(planted)
    seen = [visitor.cookies["__Host-linda"]]
    for step in (visitor.enters_code, lambda: visitor.does("POST", "/api/session/skip"), visitor.turns_on):
        step()
        seen.append(visitor.cookies["__Host-linda"])
    assert len(set(seen)) == 4
    for old in seen[:-1]:
        assert Browser(linda, {"__Host-linda": old}).send("GET", "/api/state").status == 401
    assert Browser(linda, {"__Host-linda": seen[-1]}).send("GET", "/api/state").status == 200


def test_signing_in_again_ends_what_this_browser_had(visitor: Browser, linda: Linda) -> None:
    visitor.signs_in()
    old = dict(visitor.cookies)
    visitor.signs_in()
    assert Browser(linda, old).send("GET", "/api/state").status == 401
    assert len(linda.records.sessions.running()) == 1


def test_signed_out_the_cookie_is_taken_and_worth_nothing(visitor: Browser, linda: Linda) -> None:
    visitor.signs_in()
    old = dict(visitor.cookies)
    assert visitor.send("DELETE", "/api/session").status == 204
    assert "__Host-linda" not in visitor.cookies
    assert Browser(linda, old).send("GET", "/api/state").status == 401
    assert Browser(linda, old).session()["needs"] == "code"


def test_a_session_left_alone_for_a_week_has_ended(visitor: Browser, linda: Linda) -> None:
    visitor.signs_in()
    clock_of(linda).advance(timedelta(milliseconds=IDLE_MS))
    assert visitor.session()["needs"] == "code"
    assert visitor.send("GET", "/api/state").status == 401


def test_a_session_has_ended_after_a_month_however_often_it_is_used(visitor: Browser, linda: Linda) -> None:
    visitor.signs_in()
    for _ in range(6):
        clock_of(linda).advance(timedelta(milliseconds=LONGEST_MS // 6 - 1))
        assert visitor.send("GET", "/api/state").status == 200
    clock_of(linda).advance(timedelta(milliseconds=6))
    assert visitor.send("GET", "/api/state").status == 401


def test_what_a_browser_is_not_asked_for_is_refused(visitor: Browser) -> None:
    visitor.signs_in()
    assert visitor.send("POST", "/api/session/skip").status == 409
    assert visitor.send("POST", "/api/session/second-factor", {"code": "123456"}).status == 409


def test_a_carrier_that_answers_slowly_is_waited_for_and_no_longer(linda: Linda) -> None:
    class Slow(SimulatedPhone):
        def send(self, to: str, body: str, idempotency_hint: str) -> str:
            self.clock.sleep(2)
            return "SM1"

    phone = phone_of(linda)
    object.__setattr__(linda.parts, "sender", Slow(phone.line, phone.post, phone.clock))
    began = linda.clock.monotonic()
    assert Browser(linda).send("POST", "/api/session/code", {"phone": OWNER}).status == 202
    assert linda.clock.monotonic() - began == pytest.approx(2)


def test_the_token_of_a_program_is_no_session() -> None:
    with open_api() as api:
        assert api.send("GET", "/api/session").body["needs"] == "code"
        assert api.send("DELETE", "/api/session").status == 401
