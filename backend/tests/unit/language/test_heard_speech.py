"""What a recogniser writes down, as somebody would have texted it."""

import pytest

from linda.language.heard_speech import as_text

HEARD = """
I need a screen for my iPhone thirteen = I need a screen for my iPhone 13
my eye phone fourteen pro max = my iphone 14 pro max
the i phone is dead = the iphone is dead
a Samsung galaxy s twenty two = a Samsung galaxy s22
galaxy ass twenty-one ultra = galaxy s21 ultra
galaxy a fifty four = galaxy a54
pixel seven = pixel 7
my s 22 cracked = my s22 cracked
can you do seventy dollars = can you do $70
sixty bucks and it is a deal = $60 and it is a deal
a hundred and twenty dollars = $120
one twenty dollars = $120
two hundred five dollars = $205
one hundred dollars = $100
ten percent off = 10% off
twenty-five per cent = 25%
my number is nine zero four five five five zero one four two = my number is 9045550142
nine oh four five five five oh one forty two = 9045550142
the code is four four one seven = the code is 4417
tomorrow at two thirty = tomorrow at two thirty
at twelve oh five = at twelve oh five
tomorrow at nine oh five = tomorrow at nine oh five
would you take sixty = would you take $60
how about seventy five = how about $75
I can pay one hundred = I can pay $100
how about two thirty = how about two thirty
how about ten = how about ten
what about the twenty second = what about the twenty second
how about twenty second = how about twenty second
does it take thirty minutes = does it take thirty minutes
iphone x r = iphone xr
iphone ten r = iphone xr
iphone ten s max = iphone xs max
an iphone s e = an iphone se
iphone six s = iphone 6s
pixel seven a screen = pixel 7a screen
iphone eleven ten am tomorrow = iphone 11 ten am tomorrow
iphone twelve one of them = iphone 12 one of them
iphone thirteen four o'clock = iphone 13 four o'clock
iphone twenty two thirty = iphone 22 thirty
can i get a ten thirty = can i get a ten thirty
can you do sixty = can you do $60
could you do ten thirty = could you do ten thirty
do you have thirty minutes = do you have thirty minutes
can i phone you at ten = can i phone you at ten
i phone screen = iphone screen
hey bye the way = hey by the way
nine oh four triple five oh one four two = 9045550142
nine oh four five five five oh one double four = 9045550144
the second one please = the second one please
one or two = one or two
two phones = two phones
a hundred times = a hundred times
iPhone one hundred = iPhone one hundred
2:30 works = 2:30 works
\u00e9 = \u00e9
"""


@pytest.mark.parametrize("row", HEARD.strip().splitlines())
def test_it_is_written_as_somebody_would_text_it(row: str) -> None:
    heard, _, meant = row.rpartition(" = ")
    assert as_text(heard) == meant


def test_nothing_stays_nothing() -> None:
    assert as_text("") == ""
