"""When the phone with the authenticator is lost: everybody is signed out, and a code by text is enough again."""

from contextlib import closing

from linda.adapters.key_file import KeyFile, new_key
from linda.bootstrap import join
from linda.records.enrolments import Enrolment
from tests.cookie_browser import Browser
from tests.shop_desk import OWNER, local_settings, open_shop
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


def test_the_code_of_the_machine_signs_in_where_no_text_comes(terminal: Terminal) -> None:
    shown = terminal.json("sign-in", "code")
    assert (shown["good_for_minutes"], shown["page"]) == (10, "http://localhost:8000/desk/sign-in/")
    with closing(join(local_settings(terminal.folder / "data"))) as linda:
        opened = Browser(linda).does("POST", "/api/session", {"phone": OWNER, "code": shown["code"]})
        assert opened["needs"] == "enrolment"
        assert Browser(linda).send("POST", "/api/session", {"phone": OWNER, "code": shown["code"]}).status == 401
    assert "in place of the code from the text" in terminal.does("sign-in", "code")


def test_a_rotated_key_is_taken_over_by_a_linda_that_runs(terminal: Terminal) -> None:
    with closing(join(local_settings(terminal.folder / "data"))) as linda:
        visitor = Browser(linda)
        visitor.enters_code()
        assert terminal.json("sign-in", "rotate-key") == {"resealed": False}
        visitor.turns_on()
        before = KeyFile(terminal.folder / "data").keys()
        said = terminal.does("sign-in", "rotate-key")
        assert said.endswith("The second factor's secret is sealed with it.\n")
        assert set(before).isdisjoint(KeyFile(terminal.folder / "data").keys())
        assert visitor.session()["second_factor_lost"] is False


def test_keys_of_the_environment_are_not_rotated_in_a_file(terminal: Terminal) -> None:
    terminal.variables["LINDA_SECRET_KEYS"] = new_key()
    assert "LINDA_SECRET_KEYS" in terminal.fails(1, "sign-in", "rotate-key")


def test_a_lost_key_is_said_and_a_recovery_code_leads_to_another_enrolment(terminal: Terminal) -> None:
    with closing(join(local_settings(terminal.folder / "data"))) as linda:
        known = Browser(linda)
        known.enters_code()
        _, codes = known.turns_on()
        KeyFile(terminal.folder / "data").path.unlink()
    with closing(join(local_settings(terminal.folder / "data"))) as linda:
        new = Browser(linda)
        opened = new.enters_code()
        assert (opened["needs"], opened["second_factor_lost"]) == ("second_factor", True)
        assert new.send("POST", "/api/session/second-factor", {"code": "123456"}).status == 401
        risen = new.does("POST", "/api/session/second-factor", {"code": codes[0]})
        assert (risen["needs"], risen["may_skip"]) == ("enrolment", True)
        new.turns_on()
        assert new.session()["second_factor_lost"] is False
