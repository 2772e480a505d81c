"""The second factor over the API: set up, shown by new devices, replaced, recovered, turned off."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest

from linda.adapters.key_file import KeyFile
from linda.bootstrap import Linda
from linda.domain.limits import DAY_MS, TRIES_OF_THE_SECOND_FACTOR
from linda.domain.sign_in import DEVICE_MS, HALFWAY_MS
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser, another
from tests.shop_desk import clock_of, open_shop
from tests.together import at_once


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop(store=MemoryStore()) as opened:
        yield opened


@pytest.fixture
def known(linda: Linda) -> Browser:
    """Return the owner's browser, about to set up his second factor."""
    visitor = Browser(linda)
    visitor.enters_code()
    return visitor


def passes(linda: Linda, milliseconds: int) -> None:
    clock_of(linda).advance(timedelta(milliseconds=milliseconds))


def shown(linda: Linda, app: pyotp.TOTP) -> str:
    """Return the code of the app's next step, which was never used."""
    passes(linda, 30_000)
    return app.at(linda.clock.now())


def on_a_new_device(linda: Linda) -> Browser:
    visitor = Browser(linda)
    assert visitor.enters_code()["needs"] == "second_factor"
    return visitor


def test_it_is_on_once_a_code_of_it_was_shown_and_not_before(known: Browser, linda: Linda) -> None:
    begun = known.does("POST", "/api/second-factor/enrolment")
    assert begun["uri"].startswith("otpauth://totp/LINDA:EmperorLinda%20Cell%20Phone%20Repairs?secret=")
    assert begun["secret"] in begun["uri"]
    assert begun["qr_svg"].startswith("<svg ")
    assert known.session()["has_second_factor"] is False
    app = pyotp.TOTP(begun["secret"])
    wrong = known.send("POST", "/api/second-factor", {"code": another(app.at(linda.clock.now()))})
    assert (wrong.status, wrong.body["errors"][0]["at"]) == (422, "code")
    assert known.session()["needs"] == "enrolment"
    codes = known.does("POST", "/api/second-factor", {"code": app.at(linda.clock.now())})["recovery_codes"]
    session = known.session()
    assert (session["signed_in"], session["has_second_factor"], session["recovery_codes_left"]) == (True, True, 10)
    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"[a-z2-9]{5}-[a-z2-9]{5}", each) for each in codes)


def test_a_page_that_is_loaded_twice_shows_the_same_secret(known: Browser) -> None:
    first, second = (known.does("POST", "/api/second-factor/enrolment") for _ in range(2))
    assert first == second


def test_there_is_nothing_to_turn_on_before_it_was_begun_and_when_it_took_too_long(linda: Linda) -> None:
    visitor = Browser(linda)
    visitor.signs_in()
    assert visitor.send("POST", "/api/second-factor", {"code": "123456"}).status == 409
    app = pyotp.TOTP(visitor.does("POST", "/api/second-factor/enrolment")["secret"])
    passes(linda, HALFWAY_MS)
    assert visitor.send("POST", "/api/second-factor", {"code": app.at(linda.clock.now())}).status == 409


def test_turning_it_on_signs_everybody_else_out(known: Browser, linda: Linda) -> None:
    other = Browser(linda)
    other.signs_in()
    known.turns_on()
    assert other.send("GET", "/api/state").status == 401
    assert known.send("GET", "/api/state").status == 200


def test_a_known_device_needs_only_the_code_of_the_text(known: Browser, linda: Linda) -> None:
    known.turns_on()
    known.does("DELETE", "/api/session")
    assert known.enters_code()["signed_in"] is True
    passes(linda, DEVICE_MS)
    assert known.enters_code()["needs"] == "second_factor"


def test_a_new_device_needs_the_second_factor_and_is_known_from_then_on(known: Browser, linda: Linda) -> None:
    app, _ = known.turns_on()
    new = on_a_new_device(linda)
    assert new.send("GET", "/api/state").status == 401
    assert new.does("POST", "/api/session/second-factor", {"code": shown(linda, app)})["signed_in"] is True
    assert new.send("GET", "/api/state").status == 200
    new.does("DELETE", "/api/session")
    assert new.enters_code()["signed_in"] is True
    assert known.send("GET", "/api/state").status == 200, "the other one stays"


def test_a_code_of_the_app_is_not_accepted_twice(known: Browser, linda: Linda) -> None:
    app, _ = known.turns_on()
    first = on_a_new_device(linda)
    assert first.send("POST", "/api/session/second-factor", {"code": app.at(linda.clock.now())}).status == 401, "used"
    code = shown(linda, app)
    assert first.send("POST", "/api/session/second-factor", {"code": code}).status == 200
    assert on_a_new_device(linda).send("POST", "/api/session/second-factor", {"code": code}).status == 401


def test_of_two_who_show_the_same_code_at_once_one_is_let_in(known: Browser, linda: Linda) -> None:
    app, _ = known.turns_on()
    new = on_a_new_device(linda)
    code, cookies = shown(linda, app), dict(new.cookies)
    twins = [Browser(linda, dict(cookies), new.csrf) for _ in range(4)]
    answers = at_once(4, lambda number: twins[number].send("POST", "/api/session/second-factor", {"code": code}).status)
    assert answers.count(200) == 1


def test_a_recovery_code_does_too_once_and_one_is_left_less(known: Browser, linda: Linda) -> None:
    _, codes = known.turns_on()
    new = on_a_new_device(linda)
    typed = codes[0].upper().replace("-", " ")
    session = new.does("POST", "/api/session/second-factor", {"code": typed})
    assert (session["signed_in"], session["recovery_codes_left"]) == (True, 9)
    assert on_a_new_device(linda).send("POST", "/api/session/second-factor", {"code": codes[0]}).status == 401


def test_ten_wrong_codes_are_enough_for_a_day_on_all_devices_together(known: Browser, linda: Linda) -> None:
    app, codes = known.turns_on()
    for _ in range(2):
        new = on_a_new_device(linda)
        for _ in range(TRIES_OF_THE_SECOND_FACTOR.most // 2):
            answer = new.send("POST", "/api/session/second-factor", {"code": "aaaaa-aaaaa"})
            assert (answer.status, answer.body["errors"][0]["at"]) == (401, "code")
    for code in (shown(linda, app), "aaaaa-aaaaa"):
        answer = on_a_new_device(linda).send("POST", "/api/session/second-factor", {"code": code})
        assert (answer.status, answer.headers["retry-after"]) == (429, "86400")
    # Whoever reads the owner's texts could else keep them out: a recovery code can't be guessed, and always counts.
    saved = on_a_new_device(linda).send("POST", "/api/session/second-factor", {"code": codes[0]})
    assert saved.status == 200
    known.does("DELETE", "/api/session")
    assert known.enters_code()["signed_in"] is True, "a known device is not asked"
    passes(linda, DAY_MS)
    assert on_a_new_device(linda).send("POST", "/api/session/second-factor", {"code": shown(linda, app)}).status == 200


@pytest.mark.parametrize("forged", ["", "A" * 43])
def test_a_device_cookie_that_was_made_up_is_worth_nothing(known: Browser, linda: Linda, forged: str) -> None:
    known.turns_on()
    visitor = Browser(linda, {"__Host-linda-device": forged})
    assert visitor.enters_code()["needs"] == "second_factor"


def test_the_device_cookie_of_another_shop_is_worth_nothing(known: Browser, linda: Linda) -> None:
    known.turns_on()
    with open_shop(store=MemoryStore()) as elsewhere:
        other = Browser(elsewhere)
        other.enters_code()
        other.turns_on()
        device = other.cookies["__Host-linda-device"]
    assert Browser(linda, {"__Host-linda-device": device}).enters_code()["needs"] == "second_factor"


def test_another_one_takes_its_place_only_with_a_code_of_the_one_that_is_on(known: Browser, linda: Linda) -> None:
    old, _ = known.turns_on()
    assert known.send("POST", "/api/second-factor/enrolment").status == 422
    assert known.send("POST", "/api/second-factor/enrolment", {"code": "000000"}).status == 422
    new = pyotp.TOTP(known.does("POST", "/api/second-factor/enrolment", {"code": shown(linda, old)})["secret"])
    assert new.secret != old.secret
    known.does("POST", "/api/second-factor", {"code": new.at(linda.clock.now())})
    visitor = on_a_new_device(linda)
    assert visitor.send("POST", "/api/session/second-factor", {"code": shown(linda, old)}).status == 401
    assert visitor.send("POST", "/api/session/second-factor", {"code": shown(linda, new)}).status == 200


def test_what_was_begun_before_another_was_turned_on_comes_too_late(linda: Linda) -> None:
    slow, fast = Browser(linda), Browser(linda)
    slow.enters_code()
    late = pyotp.TOTP(slow.does("POST", "/api/second-factor/enrolment")["secret"])
    fast.enters_code()
    pending = pyotp.TOTP(fast.does("POST", "/api/second-factor/enrolment")["secret"])
    codes = {"slow": late.at(linda.clock.now()), "fast": pending.at(linda.clock.now())}
    answers = [slow.send("POST", "/api/second-factor", {"code": codes["slow"]}).status]
    answers.append(fast.send("POST", "/api/second-factor", {"code": codes["fast"]}).status)
    assert answers == [200, 401], "its session has ended"


def test_new_recovery_codes_take_a_code_of_the_app(known: Browser, linda: Linda) -> None:
    app, old = known.turns_on()
    path = "/api/second-factor/recovery-codes"
    assert known.send("POST", path, {"code": old[0]}).status == 422
    new = known.does("POST", path, {"code": shown(linda, app)})["recovery_codes"]
    assert set(new).isdisjoint(old)
    visitor = on_a_new_device(linda)
    assert visitor.send("POST", "/api/session/second-factor", {"code": old[0]}).status == 401
    assert visitor.send("POST", "/api/session/second-factor", {"code": new[0]}).status == 200


def test_turned_off_with_a_code_everybody_else_is_signed_out(known: Browser, linda: Linda) -> None:
    app, codes = known.turns_on()
    other = on_a_new_device(linda)
    other.does("POST", "/api/session/second-factor", {"code": shown(linda, app)})
    assert known.send("POST", "/api/second-factor/removal", {"code": "000000"}).status == 422
    assert known.send("POST", "/api/second-factor/removal", {"code": codes[0]}).status == 204
    assert other.send("GET", "/api/state").status == 401
    session = known.session()
    assert (session["signed_in"], session["has_second_factor"]) == (True, False)
    assert other.enters_code()["needs"] == "enrolment"


def test_with_a_real_number_the_next_one_is_to_be_set_up_at_once(known: Browser, linda: Linda) -> None:
    _, codes = known.turns_on()
    object.__setattr__(linda.settings, "local", False)
    known.does("POST", "/api/second-factor/removal", {"code": codes[0]})
    assert known.session()["needs"] == "enrolment"
    assert known.send("GET", "/api/state").status == 401


def test_its_secret_is_shown_to_nobody_once_it_is_on(known: Browser, linda: Linda) -> None:
    app, codes = known.turns_on()
    shown_now = [known.session(), known.does("GET", "/api/sessions"), known.send("POST", "/api/second-factor").body]
    shown_now.append(known.send("POST", "/api/second-factor/enrolment").body)
    assert app.secret not in str(shown_now)
    assert not any(code in str(shown_now) for code in codes)


def test_with_the_keys_gone_under_a_running_linda_the_way_out_is_said() -> None:
    with open_shop(store=MemoryStore()) as linda:
        visitor = Browser(linda)
        visitor.enters_code()
        KeyFile(linda.settings.data_dir).path.unlink()
        refused = visitor.send("POST", "/api/second-factor/enrolment")
        assert refused.status == 409
        assert "Start LINDA again" in refused.body["detail"]
