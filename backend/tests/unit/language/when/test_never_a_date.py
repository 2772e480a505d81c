"""Numbers and words of a repair shop that are no date and no time."""

import pytest

from linda.language.when import read_when
from tests.unit.language.when.texted import NOW

INNOCENT = """
    iphone 13
    my iphone 12 pro max screen is cracked
    s22 ultra
    samsung s 22
    ip 13 pro max
    galaxy a14
    pixel 7 battery
    ipad 9th gen
    ipad 10th generation screen
    how much for the 13
    my 13 fell in the pool
    do you fix the 14 plus
    note 9 back glass
    galaxy watch 4
    ps5 hdmi port
    is it $80 or $90?
    can you do $60
    would you do 100 for both
    15 off?
    can u do 2 for 100
    would you take 50 for it
    how about 65
    is 75 ok
    make it 120 and we have a deal
    can you do it for 10 less
    around 150?
    my battery drops from 100 to 10 in no time
    it dies at 20 percent
    i wanna say seven people
    between 10 and 20 dollars
    up to 3 phones
    i have 2 or 3 of them
    can i get 20% off
    it's 64gb
    2 people
    i need 2 screens
    do you have 3 in stock
    table for one
    24 months
    a 90 day warranty
    how long is the 1 year warranty
    how long does it take, 45 minutes?
    about an hour?
    call me at 904-555-0142
    my number is (904) 555-0142
    904 555 0142
    order 1030
    code is 4417
    invoice 730
    32225
    1045 beach blvd
    at 1200 main street
    may i come in
    may be the battery
    it may not charge
    i sat on it
    i just sat down
    the sun cracked it
    left it in the sun all day long
    wed like to know the price
    we wed soon
    the screen is at a min brightness
    a second phone
    on second thought
    its the 2nd time
    my third phone this year
    1st floor
    5th ave
    does it match the original
    march in the parade
    my phone got fried
    my friend has one
    my money back
    monkey case
    this one
    the other one
    no i meant the black one
    good morning
    morning! can you fix a tablet
    good evening
    happy friday
    thanks have a good night
    my phone died just like that
    now my phone won't charge
    it won't turn on now
    24/7?
    1/2 price
    50/50
    rated 4.5 stars
    ip68
    usb 3
    type c port
    tom sent me
    i need it asus rog phone
    the case is 6.1 inch
    version 17.2
    2 cracks and 1 dent
    dec support
    jan is my wife
    ssn 123-12-1234
    tracking 1Z999AA10123456784
    iphone
    ok
    yes please
    hi
    ?
"""


@pytest.mark.parametrize("text", [text.strip() for text in INNOCENT.strip().splitlines()])
def test_a_number_or_word_of_the_trade_is_no_date_and_no_time(text: str) -> None:
    reading = read_when(text, NOW)
    assert (reading.day, reading.time, reading.start, reading.part) == (None, None, None, None)


@pytest.mark.parametrize("text", ["", " ", "\n", "🙂", "...", "\x00", "ñ"])
def test_a_text_without_words_is_empty(text: str) -> None:
    assert read_when(text, NOW).is_empty


@pytest.mark.parametrize(
    "model", ["iphone 12", "ip 11", "galaxy note 9", "pixel 8", "s22", "ipad 9th gen", "moto g 22"]
)
@pytest.mark.parametrize("wish", ["tomorrow at 2", "fri 2pm", "today"])
def test_a_model_number_beside_a_day_changes_nothing(model: str, wish: str) -> None:
    assert read_when(f"{model} {wish}", NOW) == read_when(wish, NOW)
