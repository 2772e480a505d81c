"""Single turns that are too small for a journey."""

import pytest

from tests.unit.rules_brain.texting import texted


@pytest.mark.parametrize("text", ["ok", "thanks", "yes", "👍"])
def test_a_first_text_that_says_nothing_is_asked_what_it_is_about(text: str) -> None:
    assert texted(text).last == "Hi, LINDA here, Brandon's assistant. What can I do for you?"


def test_a_farewell_gets_no_question() -> None:
    told = texted("where are you", "ok bye")
    assert told.last == "Have a good day."


def test_you_too_is_no_two_o_clock() -> None:
    told = texted("book iphone 13 battery tomorrow 9am", "no thanks", "u 2")
    assert told.last == "Have a good day."


def test_see_you_is_said_once() -> None:
    told = texted("book iphone 13 battery tomorrow 9am", "no", "thx", "thanks again")
    assert sum("See you" in each for each in told.replies) == 1


def test_a_name_alone_is_thanked_for() -> None:
    told = texted("iphone 13 battery", "its dave")
    assert told.last.startswith("Thanks, Dave.")
    assert told.facts["name"] == "Dave"


def test_yesterday_is_no_wish() -> None:
    told = texted("i dropped my iphone 13 in the pool yesterday")
    assert "past" not in told.last
    assert "day" not in told.facts


def test_just_in_case_is_no_phone_case() -> None:
    told = texted("iphone 13 screen tomorrow 3pm just in case")
    assert "Added" not in told.last
    assert "screen protector for $15" in told.last


def test_an_add_on_ordered_with_the_repair_is_added_and_nothing_pitched() -> None:
    told = texted("iphone 13 screen and a screen protector tomorrow 3pm")
    assert "Added: screen protector, $15." in told.last
    assert "?" not in told.last


def test_the_latest_opening_of_a_day_is_found() -> None:
    assert "Tomorrow at 4 PM is open" in texted("iphone 13 screen", "whats the latest you have tomorrow").last


def test_earlier_than_the_earliest_is_said_to_be_none() -> None:
    told = texted("iphone 13 screen", "anything earlier?")
    assert told.last.startswith("That's the earliest I have. I have today at 10:45 AM")


def test_earlier_days_are_looked_at_too() -> None:
    told = texted("iphone 13 screen friday", "anything earlier?")
    assert "today at 10:45 AM" in told.last


def test_two_wished_days_without_openings_lead_to_the_next() -> None:
    blocked = (("2026-02-16", 540, 480), ("2026-02-17", 540, 480))
    assert "Wed Feb 18" in texted("iphone 13 screen mon or tues", taken=blocked).last


def test_around_a_time_that_is_taken_gets_its_neighbours() -> None:
    told = texted("iphone 13 screen thursday around 2", taken=(("2026-02-12", 14 * 60, 60),))
    assert "Thu Feb 12 at 1:15 PM or 3 PM" in told.last


def test_a_doubtful_day_is_settled_by_the_number_alone() -> None:
    told = texted("iphone 13 screen next friday at 2", "20")
    assert "booked: Fri Feb 20 at 2 PM" in told.last


def test_a_doubtful_day_that_stays_doubtful_is_asked_again() -> None:
    told = texted("iphone 13 screen next friday at 2", "hm")
    assert "Fri Feb 13 or Fri Feb 20?" in told.last


def test_the_same_time_again_changes_nothing() -> None:
    told = texted("book iphone 13 battery tomorrow 9am", "no", "tomorrow 9am")
    assert told.last == "Your appointment stays tomorrow at 9 AM."


def test_a_visit_that_is_neither_wanted_nor_refused_stays_open() -> None:
    told = texted("do you come out to people?", "hm", "yes")
    assert told.replies[1].endswith("Should he come to you?")
    assert "What phone is it" in told.last


def test_an_address_without_a_number_is_asked_for_again() -> None:
    told = texted("iphone 13 screen tomorrow 10 at my place", "my house")
    assert told.last.endswith("What's the address for the visit?")


def test_the_address_may_come_before_the_time() -> None:
    told = texted("can you come to me? iphone 12 battery", "yes", "12 Elm St")
    assert told.facts["address"] == "12 Elm St"
    assert "Which works?" in told.last


def test_the_longest_text_gets_a_short_answer() -> None:
    told = texted("help my iphone 13 screen is cracked " * 40)
    assert len(told.last) < 320


def test_three_phones_of_three_makes_are_priced() -> None:
    told = texted("price for iphone 13 screen, galaxy s22 battery and pixel 7 charging port")
    assert all(each in told.last for each in ("$79", "$49", "$59"))


def test_a_word_of_no_after_a_question_about_the_day_ends_it() -> None:
    told = texted("iphone 13 screen", "no", "no")
    assert told.last == "No problem. I'm here when you need me."


def test_any_time_will_do_after_the_question_for_the_day() -> None:
    assert "I have today at" in texted("iphone 13 screen", "no", "anytime").last


def test_a_second_unclear_answer_about_the_day_is_put_otherwise() -> None:
    told = texted("iphone 13 screen", "no", "hm", "hmm")
    assert told.replies[2] == "Sorry, I didn't get that. What day and time would suit you?"
    assert told.last == "I still don't follow. Is it about the iPhone 13 screen?"


def test_which_of_two_bookings_may_be_said_by_its_place() -> None:
    booked = ("book iphone 12 battery tomorrow 9am", "and a screen for another iphone 13 thursday 11am")
    told = texted(*booked, "i need to reschedule", "hm", "the second one", "friday 10am")
    assert told.replies[3].endswith("Which one?")
    assert told.replies[4] == "What day and time would suit you?"
    assert "Fri Feb 13 at 10 AM" in told.last


def test_a_question_about_a_cancellation_that_gets_no_answer_stays() -> None:
    told = texted("book iphone 12 battery tomorrow 9am", "cancel my friday appointment", "hm")
    assert "is cancelled" not in told.last
    assert told.last.endswith("Shall I cancel it?")


def test_another_time_than_the_one_asked_about_is_moved_to() -> None:
    told = texted("book iphone 12 battery tomorrow 9am", "no", "thursday 2pm", "3pm instead")
    assert "Thu Feb 12 at 3 PM" in told.last


def test_a_free_repair_is_not_haggled_over_and_a_time_is_offered() -> None:
    told = texted("iphone 12 acting weird, discount?")
    assert "free already" in told.last
    assert told.last.endswith("Which works?")


def test_a_discount_asked_with_an_unknown_make_asks_for_the_make() -> None:
    assert "iPhone ($79) or a Samsung ($89)" in texted("discount on a screen?").last


def test_without_a_job_a_duration_asks_for_it() -> None:
    assert "What phone is it" in texted("how long does it take").last


def test_a_visit_is_not_promised_for_what_is_done_remotely() -> None:
    told = texted("can you come to my house tomorrow at 10 for a remote diagnostic on my iphone 13")
    assert "come to you" not in told.last
    assert "iPhone 13 remote diagnostic, free" in told.last


def test_after_a_cancellation_nothing_more_is_wanted() -> None:
    told = texted("book iphone 12 battery tomorrow 9am", "cancel my appointment", "hm", "no thanks")
    assert told.replies[2].endswith("Want another time?")
    assert told.last.startswith("No problem")


def test_a_code_names_the_booking() -> None:
    told = texted("book iphone 12 battery tomorrow 9am", "whats my code")
    assert "Your code:" in told.last


def test_a_day_and_an_hour_are_no_model() -> None:
    told = texted("galaxy", "tomorrow at 2?")
    assert "S2" not in told.last


def test_earlier_than_the_earliest_of_two_days_looks_at_both_again() -> None:
    told = texted("iphone 13 screen mon or tues", "earlier pls", at="2026-03-07T16:30")
    assert "the earliest I have. I have Mon Mar 9 at 9 AM or Tue Mar 10 at 9 AM" in told.last


def test_a_4_that_says_for_is_one_phone() -> None:
    told = texted("how much 4 iphone 13 scren")
    assert "$79" in told.last
    assert "$316" not in told.last


def test_four_screens_are_four_phones() -> None:
    assert "$316" in texted("how much 4 iphone 13 screens").last
