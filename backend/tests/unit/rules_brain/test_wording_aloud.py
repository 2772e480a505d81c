"""Every sentence of the rules brain as a caller hears it."""

import re
from string import Formatter

import pytest

from linda.adapters.rules_brain.wording import SENTENCES, sentence
from linda.domain.shop import Persona
from linda.domain.speech import spoken
from tests.journeys.runner import load_journeys, play

FIELDS = {
    "price": "$71.10",
    "full": "$79",
    "surcharge": "$20",
    "prices": "iPhone screen $79, battery $49",
    "percent": 10,
    "minutes": "1 hr 14 min",
    "job": "iPhone 13 Pro Max screen",
    "device": "Galaxy S22",
    "code": "4417",
    "moment": "Tue Feb 10 at 2:30 PM",
    "slot": "today at 12 PM",
    "slots": "today at 9 AM or 11:45 AM",
    "hours": "Mon-Sat 9 AM-5 PM, closed Sun",
    "address": "12 Main St., Jacksonville, FL",
    "days": 90,
    "left": 2,
    "day": "Thu Feb 12",
    "reason": " (Christmas Eve)",
    "choices": "an iPhone ($79) or a Samsung ($89)",
    "question": "Which works?",
}
NEGATIONS = re.compile(r"\b(?:no|not|never|nothing|can't|won't|don't|didn't)\b", re.IGNORECASE)
UNSAYABLE = re.compile(r"[^A-Za-z ',.!?-]")


@pytest.mark.parametrize("persona", Persona)
@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_is_said_in_words_with_its_negation_and_its_question(key: str, persona: Persona) -> None:
    entry = SENTENCES[key]
    names = {
        name
        for each in ((entry,) if isinstance(entry, str) else entry)
        for _, name, _, _ in Formatter().parse(each)
        if name
    }
    written = sentence(key, persona, **{name: FIELDS.get(name, name) for name in names | {"owner"}})
    said = spoken(written)
    assert not UNSAYABLE.search(said)
    assert len(re.findall(r"[.!?]", said)) <= 2
    assert said.endswith("?") == written.endswith("?")
    assert len(NEGATIONS.findall(said)) == len(NEGATIONS.findall(written))
    assert ("seventy-one dollars and ten cents" in said.lower()) == ("$71.10" in written)


def test_every_reply_of_the_journeys_is_said_whole_in_two_sentences() -> None:
    replies = {reply for journey in load_journeys() for heard in play(journey)[0] for reply in heard.replies}
    for written in replies:
        said = spoken(written)
        assert not UNSAYABLE.search(said), said
        assert len(re.findall(r"[.!?]", said)) <= 2, said
        assert said.count("?") == written.count("?"), said
        assert len(NEGATIONS.findall(said)) == len(NEGATIONS.findall(written)), said
        assert len(re.findall(r"dollars?|cents", said)) >= written.count("$"), said
        assert len(said.split()) <= 60, said
        assert spoken(said) == said
