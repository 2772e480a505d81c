"""`linda call`: a telephone in the terminal, line by line, and the owner's phone that it may ring."""

import pytest

from tests.terminal import AT, TWILIO, Terminal

EVENING = "2026-02-10T20:00"
BOOKS = "book iphone 13 screen tomorrow at 10, my name is Ana\nno thanks\nbye\n"
GREETED = "this is Linda, Brandon's assistant"


def test_a_caller_is_greeted_books_by_talking_and_gets_a_text(terminal: Terminal) -> None:
    said = terminal.does("call", "--at", EVENING, typed=BOOKS)
    assert said.startswith("You call EmperorLinda Cell Phone Repairs from (904) 555-0142. Type what you say, ")
    assert GREETED in said
    assert "LINDA: You're booked, tomorrow at ten AM, iPhone thirteen screen, seventy-nine dollars" in said
    assert "\ntext to (904) 555-0142: Booked at EmperorLinda Cell Phone Repairs: Wed Feb 11 at 10 AM" in said
    assert said.endswith("(The call is over.)\n")
    (booking,) = terminal.json("slots", "2026-02-11", "--at", AT)["bookings"]
    assert booking["customer"] == "+19045550142"


def test_silence_keys_and_hanging_up_are_typed_too(terminal: Terminal) -> None:
    said = terminal.does("call", "--at", EVENING, typed="\n7\nhang up\nnot heard any more\n")
    assert "LINDA: Sorry, I didn't hear you. What can I do for you?" in said
    assert "LINDA: Please say it in your own words, or press zero for a person." in said
    assert said.endswith("(The call is over.)\n")
    assert said.count("you> ") == 3


def test_the_end_of_what_is_typed_hangs_up_and_who_talked_to_nobody_gets_a_text(terminal: Terminal) -> None:
    said = terminal.does("call", "--at", EVENING)
    assert "\ntext to (904) 555-0142: Hi, LINDA here, Brandon's assistant" in said
    assert said.endswith("(The call is over.)\n")


@pytest.mark.parametrize(
    ("does", "shown"),
    [
        ("rings-out", "(Brandon's phone: nobody picks up.)"),
        ("busy", "(Brandon's phone: it is busy.)"),
        ("declines", "(Brandon's phone: he presses 2.)"),
        ("voicemail", "(Brandon's phone: nothing is pressed.)"),
    ],
)
def test_where_the_owner_does_not_take_it_linda_is_there(terminal: Terminal, does: str, shown: str) -> None:
    said = terminal.does("call", "--at", AT, "--owner", does)
    assert shown in said
    assert "LINDA: Brandon can't come to the phone, this is Linda, his assistant." in said


def test_the_owner_takes_it_and_linda_hears_nothing_of_their_talk(terminal: Terminal) -> None:
    said = terminal.does("call", "--at", AT, "--owner", "takes", typed="how much\nowner: hang up\n")
    assert "LINDA to the owner: A call for EmperorLinda Cell Phone Repairs from nine zero four, " in said
    assert said.count('(Brandon is on the line; "owner: hang up" has him hang up.)') == 1
    assert "(Brandon's phone: he hangs up.)" in said
    assert "LINDA: " not in said
    assert "text to" not in said


def test_the_owner_can_not_hang_up_where_he_is_not_on_the_line(terminal: Terminal) -> None:
    assert "(The caller does not talk to the owner.)" in terminal.does(
        "call", "--at", EVENING, typed="owner: hang up\nhang up\n"
    )


def test_a_hidden_number_is_not_known(terminal: Terminal) -> None:
    said = terminal.does("call", "--hidden", "--at", EVENING, typed=BOOKS)
    assert said.startswith("You call EmperorLinda Cell Phone Repairs from a withheld number. ")
    assert "call again with your number shown" in said
    assert "text to" not in said


def test_the_steps_are_printed_when_asked_for(terminal: Terminal) -> None:
    said = terminal.does("call", "--steps", "--at", EVENING, typed="hello\n")
    assert "\n  caller calls +19045550100\n" in said
    assert "\n  shop Gather dtmf speech /twilio/voice\n" in said
    assert "\n  caller says hello\n" in said
    assert " /twilio/voice" not in terminal.does("call", "--at", EVENING, typed="hello\n")


def test_no_number_and_no_local_mode_are_said(terminal: Terminal) -> None:
    assert "is no phone number" in terminal.fails(1, "call", "--from", "brandon")
    terminal.variables = TWILIO
    assert "unset TWILIO_ACCOUNT_SID to use the simulated phone" in terminal.fails(1, "call")
