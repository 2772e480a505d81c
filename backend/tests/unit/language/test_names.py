"""The customer's name, and what is nobody's name."""

import pytest

from linda.language.names import read_name

GIVEN = """
its dave = Dave
my name is Ana Lopez = Ana Lopez
this is Mike = Mike
im Dave and my phone is broken = Dave
Mike here, screen cracked = Mike
Its Dave O'Brien = Dave O'Brien
name's joe = Joe
my names tom = Tom
put it under Smith = Smith
you can call me Ray = Ray
hi this is carlos, how much for a screen = Carlos
it\u2019s Jos\u00e9 = Jos\u00e9
the name is Xochitl = Xochitl
book it for maria = Maria
DAVE here = Dave
my name is Mr. Jones = Jones
Name: Kim Lee = Kim Lee
"""
ASKED = """
Dave = Dave
DAVE = Dave
dave johnson = Dave Johnson
xochitl = Xochitl
sure, Xochitl = Xochitl
its will = Will
McDonald = McDonald
Jean-Luc Picard = Jean-Luc Picard
Jos\u00e9 = Jos\u00e9
dave. can u do 3? = Dave
dave and its an iphone 12 = Dave
Dave please = Dave
ana maria de la cruz = Ana Maria De La Cruz
ok its Priya = Priya
April = April
hi, Quan = Quan
"""
NOBODY = """
iphone 13|tuesday|yes|ok|its cracked|the screen|tomorrow at 2|im good|sounds good|Samsung|pixel|no thanks|2pm|at noon
call me tomorrow|book it for friday|i dont know|why do you need my name|nah|um|how much|?|.|9045550142|a|screen
"""
UNASKED = """
Dave|im here|its cracked|this is urgent|call me back|Hi Brandon|im outside|its swollen|this is ridiculous|its a 13 pro
is this the repair shop|i need a screen|im running late|sure|thats fine|its broken here|not here|my name|hey linda
"""


def _rows(table: str) -> list[tuple[str, str]]:
    return [(text, name) for text, _, name in (row.partition(" = ") for row in table.strip().splitlines())]


def _texts(table: str) -> list[str]:
    return [text for line in table.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize(("text", "name"), _rows(GIVEN))
@pytest.mark.parametrize("asked", [True, False])
def test_a_name_that_is_introduced_is_read_asked_or_not(text: str, name: str, asked: bool) -> None:
    assert read_name(text, asked=asked) == name


@pytest.mark.parametrize(("text", "name"), _rows(ASKED))
def test_a_bare_name_counts_when_it_was_asked_for(text: str, name: str) -> None:
    assert read_name(text, asked=True) == name


@pytest.mark.parametrize("text", _texts(NOBODY))
def test_a_device_a_day_or_a_yes_is_nobodys_name(text: str) -> None:
    assert read_name(text, asked=True) is None


@pytest.mark.parametrize("text", _texts(NOBODY) + _texts(UNASKED))
def test_no_name_is_made_up_when_none_was_asked_for(text: str) -> None:
    assert read_name(text, asked=False) is None
