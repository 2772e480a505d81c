"""What customers of a repair shop text about days and times, each with the reading it must get.

Left the text, right the reading as `texted.line` writes it, seen from Wednesday, March 4, 2026, 10:20.
"""

import pytest

from linda.language.when import read_when
from tests.unit.language.when.texted import NOW, line


def _rows(table: str) -> list[tuple[str, str]]:
    return [(text, reading) for row in table.strip().splitlines() for text, reading in [row.strip().split(" => ")]]


DAYS = """
    today works => Wed 03-04
    can i come in 2day => Wed 03-04
    tmrw => Thu 03-05
    tmr plz => Thu 03-05
    2moro morning => Thu 03-05 morning
    u free tomorow? => Thu 03-05
    tommorrow if possible => Thu 03-05
    day after tomorrow => Fri 03-06
    the day after tmrw => Fri 03-06
    monday => Mon 03-09
    how about thurs => Thu 03-05
    fri => Fri 03-06
    this friday => Fri 03-06
    nxt wed => Wed 03-11
    next tues => Tue 03-10
    next friday => Fri 03-13/Fri 03-06
    monday next week => Mon 03-09
    next week monday => Mon 03-09
    sat => Sat 03-07
    this sat works for me => Sat 03-07
    any chance on sunday => Sun 03-08
    weds the 11th => Wed 03-11
    friday the 13th => Fri 03-13
    the 14th => Sat 03-14
    on the 1st => Wed 04-01
    the 31st => Tue 03-31
    by the 20th => Fri 03-20 before
    march 20 => Fri 03-20
    mar 20th => Fri 03-20
    20th of march => Fri 03-20
    the 5th of april => Sun 04-05
    april 5, 2026 => Sun 04-05
    12/3 => Thu 12-03
    3/15 => Sun 03-15
    3-15 => Sun 03-15
    03/15/2026 => Sun 03-15
    2026-03-15 => Sun 03-15
    15 mar => Sun 03-15
    sept 3rd => Thu 09-03
    a week from friday => Fri 03-13
    a week from today => Wed 03-11
    two weeks from tomorrow => Thu 03-19
    in 3 days => Sat 03-07
    in a couple days => Fri 03-06
    in a week => Wed 03-11
    in two weeks => Wed 03-18
    3 days from now => Sat 03-07
    10 days from now => Sat 03-14
    in 2 business days => Fri 03-06
    first monday of april => Mon 04-06
    the last friday of the month => Fri 03-27
    u open on labor day? => Mon 09-07
    are you open christmas eve => Thu 12-24
    what about good friday => Fri 04-03
    the day after thanksgiving => Fri 11-27
    memorial day => Mon 05-25
    mon or tues => Mon 03-09/Tue 03-10
    thurs or fri pls => Thu 03-05/Fri 03-06
    monday, tuesday or thursday => Mon 03-09/Tue 03-10/Thu 03-05
    wed => Wed 03-11/Wed 03-04
    wednesday => Wed 03-11/Wed 03-04
    next wednesday => Wed 03-11
    a week from monday => Mon 03-16
    2 mondays from now => Mon 03-16
    tuesdya => Tue 03-10
    wensday works => Wed 03-11/Wed 03-04
    thrusday => Thu 03-05
    satruday morning => Sat 03-07 morning
"""
TIMES = """
    at 2 => 14:00?
    @ 3 => 15:00?
    2pm => 14:00
    2 p.m. => 14:00
    2:30 => 14:30?
    230pm => 14:30
    at 230 => 14:30?
    730 => 19:30?
    10am => 10:00
    10:15 am => 10:15
    noon => 12:00
    12 noon => 12:00
    at noon pls => 12:00
    half past 4 => 16:30?
    half 4 => 16:30?
    quarter to 5 => 16:45?
    quarter past 10 => 10:15?
    10 to 5 => 16:50?
    20 past 3 => 15:20?
    ten to three => 14:50?
    five past 11 => 11:05?
    two thirty => 14:30?
    eleven fifteen => 11:15?
    at three => 15:00?
    four o'clock => 16:00?
    2 o clock => 14:00?
    3ish => 15:00? around
    around 3 => 15:00? around
    abt 4:30 => 16:30? around
    2:30ish => 14:30? around
    7+ => 19:00? after
    after 3 => 15:00? after
    any time after 3 => 15:00? after
    after 3pm is good => 15:00 after
    b4 5 => 17:00? before
    before noon => 12:00 before
    by 4 => 16:00? before
    no later than 4:30 => 16:30? before
    not before 11 => 11:00? after
    from 2 on => 14:00? after
    after lunch => 13:00 after
    before lunch => 12:00 before
    after work => 17:00 after
    after school => 15:00 after
    first thing => 09:00 after
    end of day => 17:00 before
    by eod => 17:00 before
    lunchtime => midday
    in the morning => morning
    afternoon => afternoon
    this afternoon => Wed 03-04 afternoon
    this evening => Wed 03-04 evening
    tonight => Wed 03-04 night
    tonight at 6 => Wed 03-04 18:00 night
    3 in the afternoon => 15:00 afternoon
    9 in the morning => 09:00 morning
    5 this evening => Wed 03-04 17:00 evening
    15:30 => 15:30
    1530 => 15:30
    14h => 14:00
    in 2 hrs => Wed 03-04 12:20
    in 45 min => Wed 03-04 11:05
    in half an hour => Wed 03-04 10:50
    in an hour => Wed 03-04 11:20
    in an hour and a half => Wed 03-04 11:50
    in like 20 minutes => Wed 03-04 10:40
    within 2 hours => Wed 03-04 12:20 before [03-04 10:20 - 03-04 12:20]
    right now => Wed 03-04 10:20
    are you open rn => Wed 03-04 10:20
    asap => Wed 03-04 10:20 after
    as soon as possible => Wed 03-04 10:20 after
"""
DAYS_AND_TIMES = """
    tmrw at 2 => Thu 03-05 14:00?
    tmrw @ 4:30pm => Thu 03-05 16:30
    tomorrow 10am => Thu 03-05 10:00
    can u fit me in tmr arnd 3 => Thu 03-05 15:00? around
    sat morning => Sat 03-07 morning
    saturday morning at 9 => Sat 03-07 09:00 morning
    fri afternoon => Fri 03-06 afternoon
    fri after 3 => Fri 03-06 15:00? after
    next tues after 3 => Tue 03-10 15:00? after
    the 14th around noon => Sat 03-14 12:00 around
    first thing monday => Mon 03-09 09:00 after
    monday first thing => Mon 03-09 09:00 after
    thurs b4 noon => Thu 03-05 12:00 before
    mon 9am => Mon 03-09 09:00
    3/6 at 11 => Fri 03-06 11:00?
    friday at 2 or saturday at 10 => Fri 03-06 14:00?
    sat 11 => Sat 03-07 11:00?
    11 on sat => Sat 03-07 11:00?
    5 tomorrow => Thu 03-05 17:00?
    tomorrow evening => Thu 03-05 evening
    wed morning or thurs afternoon => Wed 03-11/Wed 03-04 morning
    tomorrow between 2 and 4 => Thu 03-05 14:00 [03-05 14:00 - 03-05 16:00]
    fri 3-5 => Fri 03-06 15:00 [03-06 15:00 - 03-06 17:00]
    from 9 to 12 on friday => Fri 03-06 09:00 [03-06 09:00 - 03-06 12:00]
    mon - fri after 5 => Mon 03-09 17:00? after [03-09 - 03-13]
    monday 10ish => Mon 03-09 10:00? around
    march 12 at 3:30 pm => Thu 03-12 15:30
    on the 12th at quarter to 3 => Thu 03-12 14:45?
    2 or 3 tomorrow => Thu 03-05 14:00/15:00
    i'll swing by at 4 today => Wed 03-04 16:00?
    drop it off at 10 tmrw and pick it up at 5 => Thu 03-05 10:00?
    i can be there in 30 minutes => Wed 03-04 10:50
    its cracked bad, can i come in today at like 4? => Wed 03-04 16:00? around
    need my iphone 13 fixed tomorrow at 1 => Thu 03-05 13:00?
    ip 14 pro max back glass, fri 2pm? => Fri 03-06 14:00
    s22 ultra screen sat noon => Sat 03-07 12:00
    can you do 11 instead => 11:00?
    make it 3:30 => 15:30?
    ok 3 works => 15:00?
    yes 2 => 14:00?
    2? => 14:00?
    lets say 10 => 10:00?
    book me for 4 => 16:00?
    how about 9 or 10 => 09:00/10:00
"""
RANGES = """
    this weekend => Sat 03-07 [03-07 - 03-08]
    next weekend => Sat 03-14 [03-14 - 03-15]
    sometime next week => Mon 03-09 [03-09 - 03-15]
    this week => Wed 03-04 [03-04 - 03-08]
    early next week => Mon 03-09 [03-09 - 03-11]
    end of the week => Thu 03-05 [03-05 - 03-06]
    later this week => Wed 03-04 [03-04 - 03-08]
    mon to wed => Mon 03-09 [03-09 - 03-11]
    between monday and wednesday => Mon 03-09 [03-09 - 03-11]
    the 9th through the 12th => Mon 03-09 [03-09 - 03-12]
    april 9-12 => Thu 04-09 [04-09 - 04-12]
    from the 10th to the 13th => Tue 03-10 [03-10 - 03-13]
    between 2 and 4 => 14:00 [14:00 - 16:00]
    from 1 to 3 => 13:00 [13:00 - 15:00]
    9-11 => 09:00 [09:00 - 11:00]
    9am-12 => 09:00 [09:00 - 12:00]
    free from 10 to 4 => 10:00 [10:00 - 16:00]
    next 2 hours => Wed 03-04 10:20 [03-04 10:20 - 03-04 12:20]
    the week of the 16th => Mon 03-16 [03-16 - 03-22]
    next month => Wed 04-01 [04-01 - 04-30]
    in april => Wed 04-01 [04-01 - 04-30]
    drop it off friday and pick it up monday => Fri 03-06 [03-06 - 03-09]
"""
CHANGES = """
    not friday => Fri 03-06 refused
    not friday, saturday => Sat 03-07
    can't do 3 => 15:00? refused
    cant make it tomorrow => Thu 03-05 refused
    friday doesn't work => Fri 03-06 refused
    fridays no good for me => Fri 03-06 refused
    monday is bad, how about tuesday => Tue 03-10
    anything but monday => Mon 03-09 refused
    move it from friday to monday => Mon 03-09
    can we change my 2pm to 4pm => 16:00
    actually thursday => Thu 03-05
    friday, no wait, saturday => Sat 03-07
    reschedule from 3 to 4:30 => 16:30?
    i dropped it off monday => Mon 03-02
    i brought it in last friday, is it ready => Fri 02-27
    i was there yesterday => Tue 03-03
"""
FINER_POINTS = """
    around lunch at 11 => 11:00 midday
    at lunchtime at 1 => 13:00 midday
    eleven oh five => 11:05?
    at ten oh two => 10:02?
    two twenty five => 14:25?
    seven first => nothing
    from the 12th to the 9th => Thu 03-12 [03-12 - 04-09]
    october 12-9 => Mon 10-12 09:00?
    2 hours after friday => Fri 03-06 after
    at 11 at night => 23:00 night
    3 at night => 03:00 night
    at 12 in the morning => 12:00 morning
    tomorrow at 12 => Thu 03-05 12:00?
    see you monday the 16 => Mon 03-16
    morning of the 12th at 9 => Thu 03-12 09:00 morning
    anytime tomorrow => Thu 03-05
    between now and 5 => 17:00? before
    tomorrow pm => Thu 03-05 afternoon
    4 in the pm => 16:00
    mid-afternoon friday => Fri 03-06 afternoon
    sunday the 8th at 1:15 => Sun 03-08 13:15?
    in 2.5 hours => Wed 03-04 12:50
    between 10 and 2 => 10:00 [10:00 - 14:00]
    friday 11-2 => Fri 03-06 11:00 [03-06 11:00 - 03-06 14:00]
    8-12 tomorrow => Thu 03-05 08:00 [03-05 08:00 - 03-05 12:00]
    3:30-5 today => Wed 03-04 15:30 [03-04 15:30 - 03-04 17:00]
    from 11:30 to 1 pm => 11:30 [11:30 - 13:00]
    sat or sun => Sat 03-07/Sun 03-08
    either friday or saturday => Fri 03-06/Sat 03-07
    fri or next mon => Fri 03-06/Mon 03-09
    tomorrow or the day after tomorrow => Thu 03-05/Fri 03-06
    2:30 or 4:15 => 14:30/16:15
    10 or 11am => 10:00/11:00
    3 or 2pm => 15:00/14:00
    noon or 1 => 12:00/13:00
    the rest of the week => Wed 03-04 [03-04 - 03-08]
    rest of the day => Wed 03-04 10:20 [03-04 10:20 - 03-04 23:59]
    the week after next => Mon 03-16 [03-16 - 03-22]
    mid april => Wed 04-01 [04-01 - 04-30]
    early next month on the 3rd => Fri 04-03
    within the hour => Wed 03-04 11:20 before [03-04 10:20 - 03-04 11:20]
    in the next hour => Wed 03-04 11:20 before [03-04 10:20 - 03-04 11:20]
    just now => Wed 03-04 10:20
    from 3/1 until 3/5 => Sun 03-01 [03-01 - 03-05]
    april 5th till the 13th => Sun 04-05 [04-05 - 04-13]
    from the 28th to the 3rd => Sat 03-28 [03-28 - 04-03]
    thursday to sunday => Thu 03-05 [03-05 - 03-08]
    7th may 2027 => Fri 05-07
    march 3rd, 2027 => Wed 03-03
    6 march 1815 => Fri 03-06 18:15
    from march 9 to march 12 => Mon 03-09 [03-09 - 03-12]
    6 march 1930 => Fri 03-06 19:30
    the twenty-second of march => Sun 03-22
    15 to 3 => 14:45?
    15 to 18 => nothing
    before you close => 17:00 before
    now, about my screen => nothing
    cant come until after 3 => 15:00? after
    i don't get off until 5 => 17:00? after
    3 or 4? => 15:00/16:00
    3 or 4pm => 15:00/16:00
    change it to 3 => 15:00?
    dec-22 => Tue 12-22
    22-dec-2026 => Tue 12-22
    next business day => Thu 03-05
    at 7 56 am => 07:56
    three minutes to eight => 07:57?
    not until monday => Mon 03-09 after
    i don't need it right now => Wed 03-04 10:20 refused
    not today, i'll come tomorrow => Thu 03-05
    how does it look like friday => Fri 03-06
    around the 14th => Sat 03-14 around
    from friday onwards => Fri 03-06 after
"""


@pytest.mark.parametrize(("text", "reading"), _rows(DAYS))
def test_a_texted_day_is_read(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(TIMES))
def test_a_texted_time_is_read(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(DAYS_AND_TIMES))
def test_a_texted_day_and_time_are_read_together(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(RANGES))
def test_a_texted_stretch_of_days_or_hours_is_read(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(CHANGES))
def test_a_refusal_a_change_of_mind_and_the_past_are_told_apart(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(FINER_POINTS))
def test_a_finer_point_is_read(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading
