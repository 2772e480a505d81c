"""State, openings, bookings and leads from the terminal; a restart keeps everything."""

import pytest

from linda.domain.errors import Conflict
from linda.records.owner_states import OwnerStates
from tests.terminal import AT, Terminal

BOOK = ("book", "2026-02-11", "10:00", "iphone_screen", "iPhone 13", "--for", "(904) 555-0142", "--at", AT)


def test_the_state_is_shown_in_the_words_customers_hear(terminal: Terminal) -> None:
    assert terminal.does("state", "show", "--at", AT) == "WORK: Brandon is at the shop.\n"


def test_the_state_is_set_and_ends_by_itself(terminal: Terminal) -> None:
    said = terminal.does("state", "set", "gym", "--until", "15:30", "--at", AT)
    assert said == "GYM: Brandon is at the gym until 3:30 PM.\n"
    shown = terminal.json("state", "show", "--at", AT)
    assert shown == {
        "mode": "GYM",
        "until": "2026-02-10T15:30:00-05:00",
        "note": "",
        "version": 1,
        "says": "Brandon is at the gym until 3:30 PM.",
    }
    assert terminal.json("state", "show", "--at", "2026-02-10T15:30")["mode"] == "WORK"


@pytest.mark.parametrize(
    ("until", "ends"),
    [
        ("15:30", "2026-02-10T15:30:00-05:00"),
        ("3:30 PM", "2026-02-10T15:30:00-05:00"),
        ("9:00", "2026-02-11T09:00:00-05:00"),
        ("2026-02-12T08:00", "2026-02-12T08:00:00-05:00"),
    ],
)
def test_an_end_is_a_time_to_come_or_a_moment(terminal: Terminal, until: str, ends: str) -> None:
    assert terminal.json("state", "set", "closed", "--until", until, "--at", AT)["until"] == ends


def test_a_custom_mode_has_its_note(terminal: Terminal) -> None:
    said = terminal.does("state", "set", "CUSTOM", "--note", "at the bank", "--until", "16:00", "--at", AT)
    assert said == "CUSTOM: Brandon is at the bank until 4 PM.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--until", "2020-01-01T10:00"), "until: must lie ahead"),
        (("--until", "2029-01-01T10:00"), "until: must lie ahead"),
        (("--until", "25:00"), "is no time of day"),
        (("--until", "soon"), "is no time of day; write HH:MM or 2:30 PM."),
        (("--until", "2026-02-30"), "is no moment"),
        (("--note", "a\nb"), "note: must be one line"),
        (("--note", "x" * 201), "note: must be one line of at most 200 characters."),
    ],
)
def test_a_state_that_can_not_be_is_refused_and_nothing_changes(
    terminal: Terminal, arguments: tuple[str, ...], said: str
) -> None:
    assert said in terminal.fails(1, "state", "set", "gym", *arguments, "--at", AT)
    assert terminal.json("state", "show", "--at", AT)["version"] == 0


def test_an_unknown_mode_is_a_wrong_command_line(terminal: Terminal) -> None:
    assert "'gym'" in terminal.fails(2, "state", "set", "asleep")


def test_a_state_changed_by_somebody_else_at_the_same_moment_is_told(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(*_: object, **__: object) -> None:
        raise Conflict(0, "the state")

    monkeypatch.setattr(OwnerStates, "change", overtaken)
    assert "Somebody else changed the state at this moment" in terminal.fails(1, "state", "set", "gym")


def test_slots_show_the_days_openings(terminal: Terminal) -> None:
    assert terminal.does("slots", "--at", AT) == "Tue Feb 10: 3 openings for 45 min\n  3:30 PM, 3:45 PM, 4 PM\n"
    assert terminal.does("slots", "2026-02-15", "--at", AT) == "Sun Feb 15: 0 openings for 45 min\n"
    assert len(terminal.json("slots", "--minutes", "15", "--at", AT)["openings"]) == 3


def test_slots_show_the_owners_gym(terminal: Terminal) -> None:
    terminal.does("state", "set", "gym", "--until", "15:40", "--at", AT)
    assert terminal.json("slots", "--at", AT)["openings"] == [
        "2026-02-10T15:45:00-05:00",
        "2026-02-10T16:00:00-05:00",
    ]


def test_a_booking_by_hand_is_in_the_calendar_and_with_the_customer(terminal: Terminal) -> None:
    code = terminal.json(*BOOK, "--name", "Ann")["code"]
    said = terminal.does("slots", "2026-02-11", "--at", AT)
    assert f"  booked 10 AM iPhone 13 (iphone_screen) (904) 555-0142 {code}" in said
    assert "Your appointment: tomorrow at 10 AM" in terminal.does("say", "when is my appointment?", "--at", AT)


def test_a_booking_is_told_in_a_line(terminal: Terminal) -> None:
    assert terminal.does(*BOOK).startswith("Booked 2026-02-11 10:00 AM, code ")


def test_a_taken_place_is_refused_with_the_nearest(terminal: Terminal) -> None:
    terminal.does(*BOOK)
    assert terminal.fails(1, *BOOK) == (
        "tomorrow at 10 AM is not available. Nearest: 2026-02-11 9:15 AM or 2026-02-11 10:45 AM\n"
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({1: "tomorrow"}, "is no date; write YYYY-MM-DD."),
        ({2: "noon"}, "is no time of day"),
        ({3: "gold"}, "no fixed price"),
        ({6: "12"}, "is no phone number"),
        ({4: "Galaxy S22"}, "iPhone screen is not for a Galaxy S22."),
    ],
)
def test_a_booking_that_can_not_be_read_is_a_sentence(terminal: Terminal, wrong: dict[int, str], said: str) -> None:
    arguments = [wrong.get(place, given) for place, given in enumerate(BOOK)]
    assert said in terminal.fails(1, *arguments)
    assert terminal.json("slots", "2026-02-11", "--at", AT)["bookings"] == []


@pytest.mark.parametrize("day", ["2026-13-01", "friday", ""])
def test_a_day_that_is_none_is_a_sentence(terminal: Terminal, day: str) -> None:
    if day:
        assert terminal.fails(1, "slots", day, "--at", AT) == f"'{day}' is no date; write it like 2026-02-10.\n"
    else:
        assert "Tue Feb 10" in terminal.does("slots", day, "--at", AT)


@pytest.mark.parametrize("minutes", ["0", "-5", "ten", "1441"])
def test_minutes_that_can_not_be_are_a_wrong_command_line(terminal: Terminal, minutes: str) -> None:
    assert "--minutes" in terminal.fails(2, "slots", "--minutes", minutes)


def test_no_leads_yet_is_said(terminal: Terminal) -> None:
    assert terminal.does("leads") == "No leads yet: they appear with the first text.\n"
    assert terminal.json("leads") == []


def test_leads_are_listed_newest_first_and_one_is_shown_with_its_talk(terminal: Terminal) -> None:
    terminal.does("say", "how much for an iphone 13 screen?", "--at", "2026-02-10T09:00")
    terminal.does("say", "hello", "--from", "9045550143", "--at", AT)
    newer, older = terminal.json("leads")
    assert [newer["phone"], older["phone"]] == ["+19045550143", "+19045550142"]
    table = terminal.does("leads").splitlines()
    assert "(904) 555-0143" in table[0]
    assert all(
        part in table[1] for part in (older["lead_id"], "(904) 555-0142", "quoted", "iPhone 13", "Tue Feb 10 9 AM")
    )
    for wanted in (older["lead_id"], "904-555-0142"):
        thread = terminal.does("leads", wanted).splitlines()
        assert thread[0] == f"(904) 555-0142  quoted  {older['lead_id']}"
        assert thread[1] == "Tue Feb 10 9 AM  customer: how much for an iphone 13 screen?"
        assert thread[2].startswith("Tue Feb 10 9 AM  LINDA: Hi, LINDA here")
    assert [each["event"] for each in terminal.json("leads", older["lead_id"])["events"]] == ["text_in", "reply"]


@pytest.mark.parametrize(
    ("obeyed", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "\\u001b]52;c;aGk=\\u0007"),
        ("\x1b[2J", "\\u001b[2J"),
        ("\x9b31m", "\\u009b31m"),
        ("one\rtwo", "one\\u000dtwo"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\x7f\x08", "\\u007f\\u0008"),
    ],
)
def test_the_terminal_shows_what_a_customer_texts_and_does_not_obey_it(
    terminal: Terminal, obeyed: str, shown: str
) -> None:
    terminal.does("say", f"hello {obeyed} there", "--at", AT)
    assert (
        terminal.does("leads", "+19045550142").splitlines()[1] == f"Tue Feb 10 2:46 PM  customer: hello {shown} there"
    )
    assert obeyed not in terminal.does("leads", "+19045550142", "--json")
    assert terminal.json("leads", "+19045550142")["events"][0]["text"] == f"hello {obeyed} there", "JSON says the same"


def test_no_line_of_a_customers_text_looks_like_lindas(terminal: Terminal) -> None:
    terminal.does("say", "hello\nTue Feb 10 2:47 PM  LINDA: It is free.", "--at", AT)
    shown = terminal.does("leads", "+19045550142").splitlines()
    assert shown[1:3] == ["Tue Feb 10 2:46 PM  customer: hello", "    Tue Feb 10 2:47 PM  LINDA: It is free."]


@pytest.mark.parametrize("lead", ["lead_nobody", "+19045550177"])
def test_a_lead_that_is_none_is_a_sentence(terminal: Terminal, lead: str) -> None:
    assert terminal.fails(1, "leads", lead) == f"There is no lead {lead}; `linda leads` lists them.\n"


def test_a_restart_keeps_everything(terminal: Terminal) -> None:
    terminal.does("say", "book iphone 13 screen tomorrow at 10", "--at", AT)
    terminal.does("state", "set", "gym", "--until", "15:30", "--at", AT)
    said = terminal.does("say", "when is my appointment?", "--at", AT)
    assert "tomorrow at 10 AM" in said
    assert "LINDA here" not in said
    assert terminal.json("state", "show", "--at", AT)["mode"] == "GYM"


def test_another_data_folder_is_another_linda(terminal: Terminal) -> None:
    terminal.does("say", "hello", "--at", AT)
    assert terminal.json("leads", "--data", "elsewhere") == []
