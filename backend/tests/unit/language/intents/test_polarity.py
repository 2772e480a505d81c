"""Yes and no, apart from everything else a text says."""

import pytest

from linda.language.intents import Topic, read_intents

YES = """
yes|yes please|yep|yeah that works|sure|ok|k
sounds good|perfect|that works for me|lets do it|book it|2 works|2pm is good
go ahead|yea do it|absolutely|of course|why not|no problem|im down
ok cool|bet|that'll work|sure thing|👍|yup!|definitely
i guess so|you got it|works|ok perfect see you then
yes and are you open saturday?|sounds good, how much?|yes i do|fine
ok thats fine|thats fine|deal|correct|ye|yessir|alright|ok yes|sure, why not|add it|throw in a case too|please do
im good with that|good with me|friday works|tomorrow is fine|that time is perfect
yes the 14 pro|cool|great|yesss|YES!!
thats right|exactly|sign me up|i agree|no doubt|true|for sure|ok do it|yes but can we do 3|gladly
"""
NO = """
no|nah|nope|no thanks|nah im good|im good|not really|not today|no thank you|i'll pass|maybe later|not interested
that doesnt work|that wont work for me|dont think so|i dont want it
never mind|nvm|nah thats ok|no not that one|rather not
i cant do 2|none of those work|neither|not right now
no way|hold off|nope im good thanks|i'm all set|no i need it tuesday
skip it|not this time|👎|that time doesnt work|2 doesnt work for me|cant do that|no need|don't need it|thats not right
wrong|no, the other one|nothing else|negative|nooo|NO|hell no|not yet|not for me
"""
NEITHER = """
how much for a screen|no power on my phone|no sound|is 2 ok?
not sure|maybe|idk|you open til 5 right?|my screen is cracked
no charge when plugged in|hello|thanks|when are you open|can you do friday|not charging|screen not working
i have an iphone 13|whats good|is it ok if i come at 3|my phone is not turning on|no signal|what if it doesnt work
good morning|it's not turning on|i dont know whats wrong with it|i have no idea|iphone 12|dave|next tuesday at 4
is that good?|how about 3|not sure what model it is|my phone fell|ok how much is it tho|my flight was cancelled
"""


def _texts(table: str) -> list[str]:
    return [text for line in table.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", _texts(YES))
def test_a_yes_is_a_yes(text: str) -> None:
    assert read_intents(text).polarity == "yes"


@pytest.mark.parametrize("text", _texts(NO))
def test_a_no_is_a_no(text: str) -> None:
    assert read_intents(text).polarity == "no"


@pytest.mark.parametrize("text", _texts(NEITHER))
def test_what_answers_nothing_is_neither(text: str) -> None:
    assert read_intents(text).polarity is None


def test_a_yes_and_a_question_are_both_read() -> None:
    read = read_intents("yes, and are you open saturday?")
    assert read.polarity == "yes"
    assert read.asks(Topic.HOURS)


def test_the_earlier_of_yes_and_no_decides() -> None:
    assert read_intents("no. yes to the case though").polarity == "no"
    assert read_intents("yes, not the 3pm one").polarity == "yes"
