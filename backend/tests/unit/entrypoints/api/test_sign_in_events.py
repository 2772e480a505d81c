"""Scope: what was done at the sign-in is in the log, and the owner gets a text of what a thief would do too."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest

from linda.bootstrap import Linda
from linda.domain.errors import StoreUnavailable
from linda.domain.sms_text import fits
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.shop_desk import OWNER, clock_of, open_shop, phone_of

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) Version/18.2 Mobile/15E148 Safari/604.1 SECRET"
RESET = "Not you? Run linda sign-in reset where LINDA runs."


@pytest.fixture
def linda() -> Iterator[Linda]:
    """Yield a LINDA that has a real number as far as signing in looks."""
    with open_shop(store=MemoryStore()) as opened:
        object.__setattr__(opened.settings, "local", False)
        yield opened


def signs_in_on_another_device(linda: Linda, code: str) -> Browser:
    other = Browser(linda, user_agent=IPHONE)
    other.enters_code()
    other.does("POST", "/api/session/second-factor", {"code": code})
    other.session()
    return other


def next_code(linda: Linda, app: pyotp.TOTP) -> str:
    clock_of(linda).advance(timedelta(seconds=30))
    return app.at(linda.clock.now())


def told(linda: Linda) -> list[str]:
    """Return what the owner was texted beside codes."""
    linda.sweeper.sweep()
    return [text.body for text in phone_of(linda).threads.of(OWNER) if "is your code" not in text.body]


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [line for line in caplog.messages if line.startswith("sign-in: ")]


def test_the_owner_is_texted_of_a_new_device_and_of_a_known_one_not_again(linda: Linda) -> None:
    browser = Browser(linda)
    browser.enters_code()
    app, _ = browser.turns_on()
    assert told(linda) == [f"A second factor for LINDA was set up on Chrome on Android. {RESET}"]
    other = signs_in_on_another_device(linda, next_code(linda, app))
    said = f"A new device signed in to LINDA: Safari on iPhone. {RESET}"
    assert told(linda)[1:] == [said]
    assert fits(said)
    other.does("DELETE", "/api/session")
    assert other.enters_code()["signed_in"]
    assert len(told(linda)) == 2


def test_the_owner_is_texted_when_the_second_factor_or_its_recovery_codes_change(linda: Linda) -> None:
    browser = Browser(linda)
    browser.enters_code()
    app, _ = browser.turns_on()
    browser.does("POST", "/api/second-factor/recovery-codes", {"code": next_code(linda, app)})
    browser.does("POST", "/api/second-factor/removal", {"code": next_code(linda, app)})
    assert told(linda)[1:] == [
        f"The recovery codes for LINDA were renewed on Chrome on Android. {RESET}",
        f"The second factor for LINDA was turned off on Chrome on Android. {RESET}",
    ]


def test_nothing_is_changed_that_the_owner_could_not_be_told_of(linda: Linda, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser(linda)
    browser.enters_code()
    app, _ = browser.turns_on()
    code, transact = next_code(linda, app), linda.records.store.transact

    def without_texts(*writes: object) -> None:
        if any("#sign-in" in str(write) for write in writes):
            raise StoreUnavailable("full")
        transact(*writes)  # type: ignore[arg-type]

    monkeypatch.setattr(linda.records.store, "transact", without_texts)
    assert browser.send("POST", "/api/second-factor/removal", {"code": code}).status == 503
    assert linda.records.second_factors.current() is not None


def test_in_local_mode_nobody_is_texted(linda: Linda) -> None:
    object.__setattr__(linda.settings, "local", True)
    browser = Browser(linda)
    browser.enters_code()
    browser.turns_on()
    assert told(linda) == []


def test_the_log_tells_what_was_done_on_which_kind_of_device_and_no_code(
    linda: Linda, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    browser = Browser(linda)
    browser.enters_code()
    app, codes = browser.turns_on()
    other = signs_in_on_another_device(linda, codes[0])
    session = next(each for each in other.does("GET", "/api/sessions")["sessions"] if not each["current"])
    other.does("DELETE", f"/api/sessions/{session['id']}")
    other.does("POST", "/api/second-factor/removal", {"code": next_code(linda, app)})
    other.session()
    other.does("DELETE", "/api/session")
    assert lines(caplog) == [
        "sign-in: the first proof was right, another one is needed (Chrome on Android)",
        "sign-in: the second factor was turned on (Chrome on Android)",
        "sign-in: the first proof was right, another one is needed (Safari on iPhone)",
        "sign-in: a recovery code was used up (Safari on iPhone)",
        "sign-in: signed in on a new device (Safari on iPhone)",
        "sign-in: a session was ended (Safari on iPhone)",
        "sign-in: the second factor was turned off (Safari on iPhone)",
        "sign-in: a session was ended (Safari on iPhone)",
    ]
    assert not [each for each in (*codes, OWNER[2:], "SECRET") if each in caplog.text]


def test_the_log_tells_of_a_known_device_and_of_a_recovery_code_in_place_of_a_text(
    linda: Linda, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Browser(linda)
    browser.enters_code()
    _, codes = browser.turns_on()
    browser.does("DELETE", "/api/session")
    caplog.set_level(logging.INFO)
    browser.enters_code()
    stranger = Browser(linda, user_agent=IPHONE)
    stranger.does("POST", "/api/session", {"phone": OWNER, "code": codes[1]})
    assert lines(caplog) == [
        "sign-in: signed in (Chrome on Android)",
        "sign-in: a recovery code was used up (Safari on iPhone)",
        "sign-in: the first proof was right, another one is needed (Safari on iPhone)",
    ]


def test_a_put_off_second_factor_is_a_sign_in_too(linda: Linda, caplog: pytest.LogCaptureFixture) -> None:
    object.__setattr__(linda.settings, "local", True)
    caplog.set_level(logging.INFO)
    Browser(linda).signs_in()
    assert lines(caplog)[-1] == "sign-in: signed in (Chrome on Android)"
