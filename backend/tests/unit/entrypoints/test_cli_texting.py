"""`linda say` and `linda chat`: one text through the signed path, and a terminal phone with both roles."""

from pathlib import Path

import pytest

from tests.terminal import AT, TWILIO, Terminal

SID = "SM" + "5a" * 16
QUOTE = "Hi, LINDA here, Brandon's assistant. iPhone 13 screen starts at $79, about 45 min."


def test_say_prints_the_reply(terminal: Terminal) -> None:
    assert terminal.does("say", "how much for an iphone 13 screen?", "--at", AT).startswith(QUOTE)


def test_say_shows_id_replies_and_receipt_as_json(terminal: Terminal) -> None:
    told = terminal.json("say", "how much for an iphone 13 screen?", "--at", AT, "--sid", SID)
    assert told["sid"] == SID
    assert told["replies"][0].startswith(QUOTE)
    assert (told["receipt"]["brain"], told["receipt"]["sids"]) == ("rules", [SID])
    assert "quote_repair" in {run["tool"] for run in told["receipt"]["tools"]}


def test_the_same_message_again_gives_the_same_bytes_and_books_nothing_more(terminal: Terminal) -> None:
    book = ("say", "book iphone 13 screen tomorrow at 10", "--sid", SID, "--json")
    first = terminal.does(*book, "--at", AT)
    assert terminal.does(*book, "--at", AT) == first
    assert terminal.does(*book, "--at", "2026-03-20T10:00") == first
    assert terminal.does("say", "cancel everything", "--sid", SID, "--json", "--at", AT) == first
    assert len(terminal.json("slots", "2026-02-11", "--at", AT)["bookings"]) == 1


def test_the_same_words_as_another_message_are_another_message(terminal: Terminal) -> None:
    terminal.does("say", "hello", "--at", AT)
    assert "LINDA here" not in terminal.does("say", "hello", "--at", AT), "she introduces herself once"


@pytest.mark.parametrize("number", ["(904) 555-0142", "9045550142", "+1 904-555-0142"])
def test_a_number_is_taken_as_people_write_it(terminal: Terminal, number: str) -> None:
    terminal.does("say", "hello", "--from", number, "--at", AT)
    (lead,) = terminal.json("leads")
    assert lead["phone"] == "+19045550142"


def test_when_nothing_is_said_that_is_said(terminal: Terminal) -> None:
    assert terminal.does("say", "STOP", "--at", AT) == "(no reply)\n"
    told = terminal.json("say", "hello?", "--at", AT)
    assert told["replies"] == []
    assert told["receipt"]["rules"] == ["customer opted out: nothing is sent"]


def test_a_text_from_the_shops_own_number_has_no_receipt(terminal: Terminal) -> None:
    assert terminal.json("say", "hello", "--from", "+19045550100", "--at", AT)["receipt"] is None


@pytest.mark.parametrize("sid", ["1", "", "SM123", "SM" + "5A" * 16])
def test_what_is_no_message_id_is_a_wrong_command_line(terminal: Terminal, sid: str) -> None:
    assert "--sid" in terminal.fails(2, "say", "hi", "--sid", sid)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("say", "hi", "--from", "12"), "is no phone number"),
        (("say", "hi", "--at", "yesterday"), "'yesterday' is no moment; write it like 2026-02-10T14:46."),
        (("chat", "--from", "brandon"), "is no phone number"),
    ],
)
def test_wrong_input_is_a_sentence(terminal: Terminal, arguments: tuple[str, ...], said: str) -> None:
    assert said in terminal.fails(1, *arguments)


@pytest.mark.parametrize("arguments", [("say",), ("say", "a", "b"), ("say", "--no-such", "x"), ("nonsense",)])
def test_a_command_line_that_can_not_be_ends_with_two(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    assert "Usage: linda" in terminal.fails(2, *arguments)


def test_with_a_real_phone_texts_cost_money_so_nothing_is_played(terminal: Terminal) -> None:
    terminal.variables = TWILIO
    for command in (("say", "hi"), ("chat",)):
        assert "unset TWILIO_ACCOUNT_SID to use the simulated phone" in terminal.fails(1, *command)
    assert "--at moves the clock, which only local mode allows" in terminal.fails(1, "say", "hi", "--at", AT)


def test_a_moment_with_its_own_zone_is_that_moment(terminal: Terminal) -> None:
    reply = terminal.does("say", "what do you have today for an iphone 13 screen", "--at", "2026-02-10T20:40+00:00")
    assert "4 PM" not in reply, "it is 3:40 PM in the shop, half an hour is kept"
    again = terminal.does("say", "what do you have today for an iphone 13 screen", "--at", "2026-02-10T15:20")
    assert "4 PM" in again


def test_chat_plays_both_phones(terminal: Terminal) -> None:
    typed = "how much for an iphone 13 screen?\nowner: gym till 3:30\nowner:state\ni want to talk to a human\n"
    said = terminal.does("chat", "--at", AT, typed=typed)
    assert said.startswith("You are (904) 555-0142, texting EmperorLinda Cell Phone Repairs. Ctrl-D ends it.\n")
    assert f"LINDA: {QUOTE}" in said
    assert "owner's phone: GYM. Customers hear: Brandon is at the gym until 3:30 PM. Text undo to go back." in said
    assert "owner's phone: (904) 555-0142 needs you: wants to talk to you." in said
    assert "why:" not in said


def test_chat_says_why_when_asked(terminal: Terminal) -> None:
    said = terminal.does("chat", "--why", "--at", AT, "--from", "9045550143", typed="price for iphone 13 screen\n")
    assert "why: rules, " in said
    assert "  quote_repair(" in said
    assert "  owner: Brandon is at the shop." in said


def test_chat_shows_what_the_carrier_does(terminal: Terminal) -> None:
    said = terminal.does("chat", "--at", AT, typed="STOP\nhello\nSTART\n")
    assert "carrier: You will get no more texts from this number." in said
    assert "LINDA: You're back on with EmperorLinda Cell Phone Repairs." in said
    assert said.count("LINDA: ") == 1


def test_chat_bears_empty_lines(terminal: Terminal) -> None:
    assert "LINDA: " in terminal.does("chat", "--at", AT, typed="\n\nhello\n")


def test_the_env_file_is_read_and_the_environment_wins(terminal: Terminal) -> None:
    Path("backend").mkdir()
    Path(".env").write_text("LINDA_DATA_DIR=elsewhere\nLINDA_OWNER_PHONE=brandon\n", encoding="utf-8")
    assert "LINDA_OWNER_PHONE" in terminal.fails(1, "say", "hi")
    Path("backend/.env").write_text("LINDA_OWNER_PHONE=+19045550188\nLINDA_STORE=\n", encoding="utf-8")
    assert "GYM" in terminal.does("say", "gym", "--from", "+19045550188", "--at", AT)
    assert not Path("elsewhere").exists()
