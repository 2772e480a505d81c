"""Figures, dates and abbreviations as they are said."""

import pytest

from linda.domain.speech import spoken

PRICES = """
$79 = Seventy-nine dollars.
$1 = One dollar.
$71.10 = Seventy-one dollars and ten cents.
$1.01 = One dollar and one cent.
$0.50 = Fifty cents.
$.50 = Fifty cents.
$0 = Zero dollars.
$67.00 = Sixty-seven dollars.
$1,200 = One thousand two hundred dollars.
$12,345.60 = Twelve thousand three hundred forty-five dollars and sixty cents.
$2500000 = Two five zero zero zero zero zero dollars.
$1.234 = One point two three four dollars.
60$ is all I have = Sixty dollars is all I have.
+$20 for a visit = Plus twenty dollars for a visit.
That's -$5 = That's minus five dollars.
$79+ = Seventy-nine dollars and up.
$49-$89 = Forty-nine dollars to eighty-nine dollars.
$49-89 = Forty-nine to eighty-nine dollars.
There is a $20 fee = There is a twenty-dollar fee.
It is a $71.10 repair = It is a seventy-one dollars and ten cents repair.
$79/phone = Seventy-nine dollars per phone.
$79 / $89 = Seventy-nine dollars or eighty-nine dollars.
10% off = Ten percent off.
25\u00a2 = Twenty-five cents.
"""
TIMES = """
2:00 PM = Two PM.
2 PM = Two PM.
2:30 PM = Two thirty PM.
2:30pm = Two thirty PM.
12:05 = Twelve oh five.
12:05 AM = Twelve oh five AM.
12 PM = Noon.
12:00 PM = Noon.
12 AM = Midnight.
12:00 = Twelve o'clock.
14:30 = Fourteen thirty.
14:00 = Fourteen hundred hours.
0:15 = Twelve fifteen AM.
9 a.m. or 10 a.m. works = Nine AM or ten AM works.
At 9 a.m. I am in. = At nine AM. I am in.
At 9 a.m., then = At nine AM, then.
9-5 = Nine to five.
9:00 AM-5:00 PM = Nine AM to five PM.
9 AM \u2013 5 PM = Nine AM to five PM.
2 PM/3 PM = Two PM or three PM.
45 min = Forty-five minutes.
1 min = One minute.
1 hr 14 min = One hour and fourteen minutes.
1 hr = One hour.
1.5 hrs = One point five hours.
10-15 min = Ten to fifteen minutes.
a 45-min job = A forty-five-minute job.
~45 min = About forty-five minutes.
1/2 hour = One half hour.
90-day warranty = Ninety-day warranty.
24/7 = Twenty-four seven.
16:90 = Sixteen, ninety.
"""
DATES = """
Tue Feb 10 = Tuesday, February tenth.
Tue, Feb. 10th = Tuesday, February tenth.
Sat Feb 14 9 AM-5 PM = Saturday, February fourteenth, nine AM to five PM.
Feb 10-12 = February tenth to twelfth.
Dec 31, 2026 = December thirty-first, twenty twenty-six.
Feb 2026 = February twenty twenty-six.
May 5 = May fifth.
you may come = You may come.
Mon-Sat 9 AM-5 PM, closed Sun. = Monday through Saturday nine AM to five PM, closed Sunday.
closed Sun. iPhone repairs = Closed Sunday. iPhone repairs.
closed Sun. and later = Closed Sunday and later.
on 2/10 = On February tenth.
Booked for 2/13 at 10 AM. = Booked for February thirteenth at ten AM.
I have 11/27 open. = I have November twenty-seventh open.
Tomorrow (2/13) at 10 AM works. = Tomorrow, February thirteenth, at ten AM works.
iPhone 12/13 = iPhone twelve or thirteen.
10/11 AM = Ten or eleven AM.
2/10/26 = February tenth, twenty twenty-six.
2026-02-10 = February tenth, twenty twenty-six.
1st, 2nd, 3rd, 5th and 8th = First, second, third, fifth and eighth.
9th, 12th, 20th and 100th = Ninth, twelfth, twentieth and one hundredth.
"""
NAMES = """
iPhone 13 Pro Max = iPhone thirteen Pro Max.
S22 = S twenty-two.
S22+ = S twenty-two plus.
Pixel 7a = Pixel seven A.
Galaxy A03s 5G = Galaxy A zero three S five G.
iPhone SE 2020 = iPhone SE twenty twenty.
iPad 9th gen = iPad ninth gen.
Nokia 3310 = Nokia thirty-three ten.
iPhone 11/12 = iPhone eleven or twelve.
2 x iPhone 12 screen = Two iPhone twelve screen.
2x faster = Two times faster.
64GB = Sixty-four gigabytes.
iOS 17.2.1 = iOS seventeen point two point one.
Code 4417 = Code four four one seven.
Your code is 2428. = Your code is two four two eight.
code 123456 = Code one two three, four five six.
#4417 = Number four four one seven.
#1 = Number one.
(904) 555-0142 = Nine zero four, five five five, zero one four two.
+19045550142 = One, nine zero four, five five five, zero one four two.
555-0142 = Five five five, zero one four two.
+44 20 7946 0142 = Four four, two zero, seven nine four six, zero one four two.
12-345-67 = One two, three four five, six seven.
0142 = Zero one four two.
1900 people = Nineteen hundred people.
1905 = Nineteen oh five.
2005 = Two thousand five.
1,250 = One thousand two hundred fifty.
.5 = Point five.
123456789 = One two three four five six seven eight nine.
Jacksonville, FL 32202 = Jacksonville, Florida three two two zero two.
1234 Main St. = Twelve thirty-four Main Street.
12 Main St. Come in. = Twelve Main Street. Come in.
St. Johns Ave. = Saint Johns Ave.
near St. Johns Ave., Ste. 5 = Near Saint Johns Avenue, Suite five.
Dr. Lee and Mr. Lee = Doctor Lee and Mr Lee.
w/o a case, w/ a case = Without a case, with a case.
cases, chargers etc. = Cases, chargers and so on.
cases, e.g. red ones = Cases, for example red ones.
U.S. phones = US, phones.
LINDA here, at the ATM or USB port = Linda here, at the ATM or USB port.
"""
SIGNS = """
screen & battery = Screen and battery.
screen and/or battery = Screen and or battery.
iPhone/iPad = iPhone or iPad.
bet @ 2 PM = Bet at two PM.
mail a@example.com = Mail a at example dot com.
See example.com = See example dot com.
Details: https://example.com/a?b=1. Bye = Details. Bye.
<b>Bold</b> **bold** [here](http://x) `x` = Bold bold here x.
Well... fine = Well, fine.
Yes \u2014 open = Yes, open.
Closed (Christmas Eve). = Closed, Christmas Eve.
it\u2019s \u201cfine\u201d = It's fine.
\U0001f44d ok \u2705 = Ok.
\u3248 ten = Ten.
Done.Great = Done. Great.
a_b c-d - e- -f = A b c-d, e f.
2 + 2 = 4? = Two plus two is four?
"""


@pytest.mark.parametrize(
    "row", [row for table in (PRICES, TIMES, DATES, NAMES, SIGNS) for row in table.split("\n") if row]
)
def test_it_is_said_in_words(row: str) -> None:
    written, _, said = row.rpartition(" = ")
    assert spoken(written) == said
