"""The list of browsers: who is signed in, from where, and how to end one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.owner_program import open_api
from tests.shop_desk import clock_of, open_shop

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop(store=MemoryStore()) as opened:
        yield opened


def signed_in(linda: Linda) -> Browser:
    visitor = Browser(linda)
    visitor.signs_in()
    return visitor


def test_each_browser_is_listed_with_its_words_its_times_and_which_one_asks(linda: Linda) -> None:
    mine = signed_in(linda)
    clock_of(linda).advance(timedelta(hours=1))
    mine.session()
    other = Browser(linda, user_agent=FIREFOX)
    other.enters_code()
    listed = mine.does("GET", "/api/sessions")["sessions"]
    assert [(each["device"], each["current"]) for each in listed] == [
        ("Firefox on Windows", False),
        ("Chrome on Android", True),
    ]
    assert {name: listed[1][name] for name in ("created_at", "last_seen_at", "expires_at")} == {
        "created_at": "2026-02-10T10:00:00.600000-05:00",
        "last_seen_at": "2026-02-10T11:00:00.600000-05:00",
        "expires_at": "2026-02-17T11:00:00.600000-05:00",
    }
    assert listed[0]["expires_at"] == "2026-02-10T11:15:01.200000-05:00", "it has not finished"
    assert mine.cookies["__Host-linda"] not in str(listed)


def test_a_session_that_is_ended_by_another_is_over_at_once(linda: Linda) -> None:
    mine, lost = signed_in(linda), signed_in(linda)
    (other,) = [each for each in mine.does("GET", "/api/sessions")["sessions"] if not each["current"]]
    assert mine.send("DELETE", f"/api/sessions/{other['id']}").status == 204
    assert lost.send("GET", "/api/state").status == 401
    assert mine.send("GET", "/api/state").status == 200
    assert mine.send("DELETE", f"/api/sessions/{other['id']}").status == 404


def test_a_device_whose_session_is_ended_has_to_show_the_second_factor_again(linda: Linda) -> None:
    mine, lost = Browser(linda), Browser(linda)
    mine.enters_code()
    _, codes = mine.turns_on()
    lost.enters_code()
    lost.does("POST", "/api/session/second-factor", {"code": codes[0]})
    (other,) = [each for each in mine.does("GET", "/api/sessions")["sessions"] if not each["current"]]
    mine.does("DELETE", f"/api/sessions/{other['id']}")
    assert lost.enters_code()["needs"] == "second_factor"
    mine.does("DELETE", "/api/session")
    assert mine.enters_code()["signed_in"] is True


def test_who_ends_his_own_is_signed_out(linda: Linda) -> None:
    mine = signed_in(linda)
    (own,) = mine.does("GET", "/api/sessions")["sessions"]
    assert mine.send("DELETE", f"/api/sessions/{own['id']}").status == 204
    assert "__Host-linda" not in mine.cookies
    assert mine.send("GET", "/api/sessions").status == 401


def test_a_program_of_the_owners_may_look_and_end_too() -> None:
    with open_api() as program:
        signed_in(program.linda)
        (session,) = program.send("GET", "/api/sessions").body["sessions"]
        assert session["current"] is False
        assert program.send("DELETE", f"/api/sessions/{session['id']}").status == 204
        assert program.send("GET", "/api/sessions").body == {"sessions": []}
