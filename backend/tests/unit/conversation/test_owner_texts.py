"""The owner steers by text: each command, its read-back, undo, and what he may get wrong."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from linda.conversation.by_hand import ByHand
from linda.conversation.owner_texts import HELP, OwnerTexts
from linda.domain.errors import Conflict
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.records import Records
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.house import CUSTOMER, NOW, the_shop

FROM_NOW_ON = 'I can only change what holds from now on, as in "gym till 3:30" or "closed till Monday".'


class Phone:
    """The owner's phone, with a state behind it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.clock = FakeClock(now.astimezone(UTC))
        self.records = Records.on(MemoryStore(), self.clock)
        self.texts = OwnerTexts(the_shop(), self.records, self.clock)
        self.sent = 0

    def text(self, text: str, sid: str = "") -> str:
        self.sent += 1
        return self.texts.answer(text, sid or f"SM{self.sent}")

    @property
    def state(self) -> OwnerState:
        return self.records.states.current(fresh=True)

    def says(self) -> tuple[str, str]:
        """Return mode and end of what is in force, on the shop's clock."""
        state = self.state.at(self.clock.now())
        return state.mode.value, f"{state.until.astimezone(NOW.tzinfo):%a %H:%M}" if state.until else ""


@pytest.mark.parametrize(
    ("text", "mode", "until"),
    [
        ("gym till 3:30", "GYM", "Tue 15:30"),
        ("Gym until 5pm", "GYM", "Tue 17:00"),
        ("working out till 4", "GYM", "Tue 16:00"),
        ("gym", "GYM", ""),
        ("gym for an hour", "GYM", "Tue 15:46"),
        ("gym, back at 3:30", "GYM", "Tue 15:30"),
        ("driving 20 min", "DRIVING", "Tue 15:06"),
        ("on my way back", "WORK", ""),
        ("otw, there in 15 minutes", "DRIVING", "Tue 15:01"),
        ("lunch till 4", "BREAK", "Tue 16:00"),
        ("at lunch, back by 4", "BREAK", "Tue 16:00"),
        ("coffee", "BREAK", ""),
        ("closed", "CLOSED", ""),
        ("closed today", "CLOSED", "Wed 00:00"),
        ("done for the day", "CLOSED", "Wed 00:00"),
        ("off today", "CLOSED", "Wed 00:00"),
        ("closed till monday", "CLOSED", "Mon 00:00"),
        ("closed till tomorrow 10am", "CLOSED", "Wed 10:00"),
        ("custom at the bank until 4", "CUSTOM", "Tue 16:00"),
        ("custom: with my kid", "CUSTOM", ""),
        ("back at 5", "CUSTOM", "Tue 17:00"),
        ("be back in 20 min", "CUSTOM", "Tue 15:06"),
        ("not back till 4", "CUSTOM", "Tue 16:00"),
        ("not available till 4", "CUSTOM", "Tue 16:00"),
        ("back in 20", "CUSTOM", "Tue 15:06"),
        ("leaving the gym, back in 15", "GYM", "Tue 15:01"),
        ("driving 20", "DRIVING", "Tue 15:06"),
        ("gym from 2 to 4", "GYM", "Tue 16:00"),
        ("gym till midnight", "GYM", "Wed 00:00"),
        ("closed for the rest of the day", "CLOSED", "Tue 23:59"),
        ("back at the shop", "WORK", ""),
        ("back", "WORK", ""),
        ("I'm back from the gym", "WORK", ""),
        ("back from lunch!", "WORK", ""),
        ("working", "WORK", ""),
        ("open", "WORK", ""),
        ("at the shop till 4", "WORK", "Tue 16:00"),
    ],
)
def test_natural_words_set_the_mode_and_its_end(text: str, mode: str, until: str) -> None:
    phone = Phone()
    read_back = phone.text(text)
    assert phone.says() == (mode, until)
    assert read_back.startswith(f"{mode}. Customers hear: ")
    assert read_back.endswith(" Text undo to go back.")


def test_the_read_back_is_what_customers_hear() -> None:
    assert Phone().text("gym till 3:30") == (
        "GYM. Customers hear: Brandon is at the gym until 3:30 PM. Text undo to go back."
    )
    assert Phone().text("custom at the bank until 4") == (
        "CUSTOM. Customers hear: Brandon is at the bank until 4 PM. Text undo to go back."
    )


def test_a_new_end_leaves_the_mode_he_is_in() -> None:
    phone = Phone()
    phone.text("gym till 3")
    phone.text("back at 4")
    assert phone.says() == ("GYM", "Tue 16:00")


def test_a_mode_ends_by_itself() -> None:
    phone = Phone()
    phone.text("gym till 3")
    phone.clock.advance(timedelta(minutes=15))
    assert phone.says() == ("WORK", "")
    assert phone.text("state").startswith("WORK. ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gym till 2", "2 PM is over already. Until when?"),
        ("lunch till 1", "1 PM is over already. Until when?"),
        ("closed friday", FROM_NOW_ON),
        ("closed tomorrow", FROM_NOW_ON),
        ("closing at 4", FROM_NOW_ON),
        ("gym at 5", FROM_NOW_ON),
        ("gym from 4", FROM_NOW_ON),
        ("gym 4-5", FROM_NOW_ON),
        ("closed from 4 to 5", FROM_NOW_ON),
        ("gym at 4 till 5", FROM_NOW_ON),
        ("not closed", HELP),
        ("not at the gym", HELP),
        ("hello", HELP),
        ("", HELP),
        ("👍", HELP),
        ("till 5", HELP),
        ("20% off screens today", HELP),
        ("x" * 1600, HELP),
    ],
)
def test_what_can_not_be_done_is_said_and_changes_nothing(text: str, said: str) -> None:
    phone = Phone()
    assert phone.text(text) == said
    assert phone.state == OwnerState()


def test_a_note_that_can_not_be_shown_is_refused_in_a_sentence() -> None:
    phone = Phone()
    assert "note: must be one line" in phone.text("custom a\u0007bell")
    assert phone.state == OwnerState()


def test_undo_goes_back_and_undo_again_comes_back() -> None:
    phone = Phone()
    phone.text("gym till 4")
    phone.text("lunch till 5")
    assert phone.text("Undo!").startswith("GYM. ")
    assert phone.says() == ("GYM", "Tue 16:00")
    phone.text("undo")
    assert phone.says() == ("BREAK", "Tue 17:00")


def test_undo_of_the_first_change_is_work() -> None:
    phone = Phone()
    phone.text("gym")
    phone.text("undo")
    assert phone.says() == ("WORK", "")


def test_undo_to_a_mode_that_is_over_by_now_is_work() -> None:
    phone = Phone()
    phone.text("gym till 3")
    phone.text("lunch till 5")
    phone.clock.advance(timedelta(minutes=30))
    phone.text("undo")
    assert phone.says() == ("WORK", "")


def test_undo_keeps_nothing_of_what_it_undoes() -> None:
    phone = Phone()
    phone.text("custom at the bank")
    phone.text("gym")
    phone.text("undo")
    assert phone.state.note == "at the bank"


def test_a_message_changes_the_state_once_however_often_it_is_carried_out() -> None:
    phone = Phone()
    phone.text("gym till 4", sid="SMa")
    phone.text("lunch till 5", sid="SMb")
    version = phone.state.version
    for sid, text in (("SMa", "gym till 4"), ("SMb", "lunch till 5"), ("SMa", "undo")):
        assert phone.text(text, sid=sid).startswith("BREAK. ")
    assert (phone.state.version, phone.says()) == (version, ("BREAK", "Tue 17:00"))


def test_a_change_at_the_same_moment_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    phone = Phone()

    def overtaken(state: OwnerState, *, by: str) -> OwnerState:
        raise Conflict(0, f"{by} {state}")

    monkeypatch.setattr(phone.records.states, "change", overtaken)
    assert phone.text("gym") == "Somebody changed the state at this moment. Please text that again."


def test_other_settings_survive_a_change_of_mode() -> None:
    phone = Phone()
    phone.records.states.change(replace(OwnerState(), max_discount_percent=5, bulletin="Hi"), by="dashboard")
    phone.text("gym")
    assert (phone.state.mode, phone.state.max_discount_percent, phone.state.bulletin) == (Mode.GYM, 5, "Hi")


@pytest.mark.parametrize("text", ["state", "Status?", "mode"])
def test_the_state_can_be_looked_at(text: str) -> None:
    phone = Phone()
    assert phone.text(text) == "WORK. Customers hear: Brandon is at the shop. Text undo to go back."
    assert phone.state.version == 0


def booked(phone: Phone, date: str, time: str, name: str | None = None) -> str:
    hand = ByHand(the_shop(), phone.records, phone.clock, "test")
    wanted = {"date": date, "time": time, "repair_type": "battery", "device": "iPhone 13", "name": name}
    return str(hand.run(CUSTOMER, "book_slot", wanted).outcome.data["code"])


@pytest.mark.parametrize("text", ["who's next", "whos next?", "what's up", "next appointment", "today"])
def test_who_is_next_is_told(text: str) -> None:
    phone = Phone()
    booked(phone, "2026-02-12", "10:00", "Bob")
    code = booked(phone, "2026-02-11", "9:30", "Ann")
    assert phone.text(text) == f"Next: tomorrow at 9:30 AM, iPhone 13 (battery), Ann, code {code}."
    assert phone.state.version == 0


def test_who_is_at_the_counter_is_next_until_he_leaves_and_without_a_name_his_number_tells() -> None:
    phone = Phone()
    code = booked(phone, "2026-02-10", "15:30")
    phone.clock.advance(timedelta(minutes=50))
    assert phone.text("who's next") == f"Next: today at 3:30 PM, iPhone 13 (battery), ...0142, code {code}."
    phone.clock.advance(timedelta(minutes=30))
    assert phone.text("who's next") == "Nothing is booked."
