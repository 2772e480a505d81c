import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.opt_out import OptOut, read_opt_out

KEYWORDS = ["STOP", "stop", " Stop\n", "STOPALL", "UNSUBSCRIBE", "Cancel", "END", "quit", "REVOKE", "OptOut"]

PLAIN_STOPS = [
    "please quit texting me",
    "take me off your list",
    "dont text this number again",
    "wrong person stop messaging",
    "Stop.",
    "STOP!!!",
    "please stop",
    "stop it",
    "Stop texting me",
    "stop txting me pls",
    "STOP STOP STOP",
    "OPT OUT",
    "opt me out please",
    "unsubscribe me",
    "I want to unsubscribe",
    "how do I unsubscribe",
    "remove me from your list",
    "Please remove my number from your system.",
    "delete my number",
    "lose my number",
    "leave me alone",
    "don\u2019t message me anymore",
    "Do not contact me again",
    "never text me again",
    "I don't want any more texts",
    "i dont want to receive these messages",
    "no more texts please",
    "no more messages",
    "Stop sending me messages",
    "quit sending these texts",
    "can you please stop contacting me?",
    "You have the wrong number, stop texting",
    "who is this? stop texting me",
    "stop all messages",
    "cancel these texts",
    "I revoke my consent",
    "I do not consent to receiving text messages",
    "if you text me again I will report you",
    "Im blocking this number",
    "stop spamming me",
    "Stop calling and texting me",
    "I said stop",
    "ok enough texts",
    "i dont want to hear from you anymore",
    "take my phone number off this list",
    "stop bothering us",
    "do not call or text me",
    "dont ever text me again",
    "wrong number. lose this number",
    "I never signed up for these texts, take me off your list",
    "Not interested. Remove me.",
    "go away",
    "I dont know who you are. Remove my number. Thanks",
    "plz stop blowing up my phone",
    "put me on your do not text list",
    "Enough. Stop messaging my phone",
    "no me manden mas mensajes",
    "Hi, could you stop texting this number? Thanks",
    "I would like to opt out of these messages",
    "stop texting",
]

INNOCENT = [
    "stop by at 3?",
    "can I cancel my appointment",
    "my phone wont stop buzzing",
    "I need to end the call",
    "how do i quit the app",
    "stop working",
    "my screen stopped working",
    "can I stop in tomorrow",
    "I'll stop by after work",
    "my iphone won't stop sending me error messages",
    "it wont stop calling people by itself",
    "how do I stop spam texts on my android",
    "my friends can't text me, do you fix that",
    "people say they dont get my texts",
    "my phone doesnt get text messages anymore",
    "i dont want to lose my texts",
    "will I lose my messages if you replace the screen",
    "can you take me off the schedule for friday",
    "remove me from the waiting list for tuesday",
    "please cancel my 2:00",
    "cancel please",
    "cancel it",
    "I need to cancel",
    "CANCEL MY APPT",
    "can we end at 5",
    "end of the week works",
    "is there a bus stop near you",
    "the power button is the end piece",
    "I quit my job so I have time any day",
    "what time do you stop taking walk ins",
    "quit playing lol $89 is too much",
    "youre the best, dont stop",
    "dont text me until its ready",
    "don't text me at work, call instead",
    "dont call me just text",
    "text me when its done",
    "can you delete my photos before you sell it",
    "remove the screen protector please",
    "take off the old case",
    "the back glass came off",
    "can i opt out of the screen protector",
    "no thanks",
    "not interested in the case",
    "wrong number of cameras in the picture lol",
    "I have no more questions",
    "there are no more messages on my phone",
    "no more than $50 please",
    "leave it alone if its not worth fixing",
    "can you leave my sim in",
    "help my phone wont stop restarting",
    "when does your shift end",
    "can you get siri to stop texting me",
    "why dont you text me",
    "i wont be able to stop by until 4",
    "the alarm never stops",
    "does the warranty end after 90 days",
    "you can stop there and tell me the price",
    "unsubscribed apps keep charging me, can you fix my phone",
    "how do i unsubscribe from apple music",
    "yes please",
    "yes 2:00 works",
    "start at 10?",
    "can you start today",
    "info on iphone 13 screens",
    "help! my screen is cracked",
    "i want to sell my phone, do you revoke warranties",
    "forget the case, just the screen",
    "I lost my number when I switched carriers",
    "it says message blocking is active",
    "my ex blocked me lol can you fix a phone",
    "is the stop light on atlantic your street",
    "dont worry about calling",
    "I stopped getting texts after the update",
    "Please don't contact my wife about this, it's a surprise",
    "can you take my phone today",
    "can you take me now",
    "can I drop my phone off",
    "can you put me on the list",
    "i dont have text messages on my new phone",
    "no deals? ok",
    "can you delete my data please",
    "I need to get my phone from here today",
    "👍",
    "",
]


@pytest.mark.parametrize("text", KEYWORDS)
def test_a_bare_keyword_is_twilios_to_answer(text: str) -> None:
    assert read_opt_out(text) is OptOut.STOP_KEYWORD


@pytest.mark.parametrize("text", PLAIN_STOPS)
def test_a_plain_request_to_stop_is_honoured(text: str) -> None:
    assert read_opt_out(text) is OptOut.PLAIN_STOP


@pytest.mark.parametrize("text", INNOCENT)
def test_a_customer_who_talks_about_something_else_keeps_being_served(text: str) -> None:
    assert read_opt_out(text) is None


@pytest.mark.parametrize(
    "text", ["START", "start", "Unstop", "YES", " yes ", "Start!", "please start texting me again", "opt back in"]
)
def test_asking_to_start_again_is_understood(text: str) -> None:
    assert read_opt_out(text) is OptOut.START


@pytest.mark.parametrize("text", ["HELP", "help", " Info\n"])
def test_a_bare_help_word_is_twilios_to_answer(text: str) -> None:
    assert read_opt_out(text) is OptOut.HELP


def test_the_tables_are_as_long_as_promised_and_have_no_row_twice() -> None:
    assert len(set(PLAIN_STOPS)) == len(PLAIN_STOPS) >= 40
    assert len(set(INNOCENT)) == len(INNOCENT) >= 60


WORDS = ["please", "stop", "texting", "me", "dont", "no", "more", "take", "off", "your", "list", "i", "and", "wont"]


@given(st.lists(st.sampled_from(WORDS), max_size=250))
def test_no_mixture_of_these_words_breaks_the_reader(words: list[str]) -> None:
    assert read_opt_out(" ".join(words)) in {*OptOut, None}
