"""Turns of phrase that mean something only in a dialogue."""

import pytest

from linda.adapters.rules_brain.cues import CUES, read_cues
from linda.language.phrases import MARKS, alternatives
from linda.language.spelling import plain
from linda.language.tables import lines


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("the 2nd one plz", "second"),
        ("later one", "second"),
        ("ok first", "first"),
        ("sat morning first thing", "first"),
        ("either works", "either"),
        ("whenever", "either"),
        ("anything later?", "later"),
        ("sooner?", "earlier"),
        ("what else u got", "others"),
        ("nvm", "not_now"),
        ("let me think about it", "not_now"),
        ("idk", "unsure"),
        ("im running 10 min late", "late"),
        ("im outside", "arrived"),
        ("same time next week", "same_time"),
        ("my wife's phone", "another_phone"),
        ("no, another one", "extra"),
        ("u 2", "you_too"),
        ("whats the latest i can come", "latest"),
        ("my cousin sent me", "referred"),
        ("thats insane", "outraged"),
        ("cmon", "pushes"),
        ("hows it going", "how_are_you"),
        ("my phone is busted", "trouble"),
        ("whats my code", "code"),
        ("cancel all of them", "all"),
        ("lol", "laughs"),
        ("do you have anything at 3", "only_asks"),
    ],
)
def test_the_cue_is_heard(text: str, cue: str) -> None:
    assert cue in read_cues(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("is it too late to come", "late"),
        ("the 2nd one", "extra"),
        ("can i come in tomorrow at 2pm", "only_asks"),
        ("how late are you open", "late"),
        ("friday the 13th works", "second"),
    ],
)
def test_a_look_alike_is_no_cue(text: str, cue: str) -> None:
    assert cue not in read_cues(text)


def test_every_word_of_the_table_is_in_the_plain_form_texts_are_brought_into() -> None:
    foreign = {
        (cue, word)
        for cue, table in CUES.items()
        for phrase in lines(table)
        for item in phrase.split()
        for word in alternatives(item.lstrip("?"))
        if word not in MARKS and plain(word)[2:-3] != word
    }
    assert not foreign
