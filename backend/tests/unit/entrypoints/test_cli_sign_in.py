"""When the phone with the authenticator is lost: everybody is signed out, and a code by text is enough again."""

from contextlib import closing

from linda.bootstrap import join
from linda.records.enrolments import Enrolment
from tests.cookie_browser import Browser
from tests.shop_desk import local_settings, open_shop
from tests.terminal import Terminal


def test_reset_signs_everybody_out_and_turns_the_second_factor_off(terminal: Terminal) -> None:
    with closing(join(local_settings(terminal.folder / "data"))) as linda:
        records, now = linda.records, linda.clock.now()
        token, _ = records.sessions.open("Chrome on Android")
        records.second_factors.turn_on(Enrolment("A" * 32, "", 0), 0, now, device_key="device")
        assert terminal.json("sign-in", "reset") == {"sessions_ended": 1, "second_factor_removed": True}
        assert records.sessions.find(token) is None
        assert records.second_factors.current() is None


def test_the_owner_then_needs_a_code_by_text_and_sets_the_second_factor_up_anew(terminal: Terminal) -> None:
    with open_shop(folder=terminal.folder / "data") as linda:
        visitor = Browser(linda)
        visitor.enters_code()
        visitor.turns_on()
        terminal.does("sign-in", "reset")
        assert visitor.session()["needs"] == "code"
        assert visitor.enters_code()["needs"] == "enrolment"


def test_it_says_where_to_sign_in(terminal: Terminal) -> None:
    said = terminal.does("sign-in", "reset")
    assert said == (
        "0 browsers are signed out. There was no second factor. "
        "Sign in at http://localhost:8000/desk/sign-in/ with a code by text.\n"
    )


def test_it_counts_and_says_what_there_was(terminal: Terminal) -> None:
    with closing(join(local_settings(terminal.folder / "data"))) as linda:
        linda.records.sessions.open("Chrome on Android")
        linda.records.second_factors.turn_on(Enrolment("A" * 32, "", 0), 0, linda.clock.now(), device_key="")
    terminal.variables["LINDA_SITE_URL"] = "https://shop.example.com"
    said = terminal.does("sign-in", "reset")
    assert said.startswith(
        "1 browser is signed out. The second factor is off. Sign in at https://shop.example.com/desk"
    )
