"""The words of days and months, and the tokens the grammar knows them by.

The grammar reads lower-case words; upper-case tokens are what only the line can write:
DAY0 (monday) to DAY6, MONTH1 to MONTH12, 14TH, AM, PM, TODAY, TOMORROW, YESTERDAY.
"""


def listed(text: str) -> frozenset[str]:
    """Return the words of a block of text."""
    return frozenset(text.split())


def _tokens(name: str, rows: str, first: int) -> dict[str, str]:
    """Give every form of a row the same numbered token."""
    return {
        form: f"{name}{number}" for number, row in enumerate(rows.strip().splitlines(), first) for form in row.split()
    }


WEEKDAY = _tokens(
    "DAY",
    """
monday mon mondays
tuesday tue tues tuesdays
wednesday wed weds wednes wednesdays
thursday thu thur thurs thr thursdays
friday fri fridays
saturday sat saturdays
sunday sun sundays
""",
    first=0,
)
MONTH = _tokens(
    "MONTH",
    """
january jan
february feb febuary
march mar
april apr
may
june jun
july jul
august aug
september sep sept
october oct
november nov
december dec
""",
    first=1,
)
TOKEN = WEEKDAY | MONTH | {"today": "TODAY", "tomorrow": "TOMORROW", "yesterday": "YESTERDAY"}

ALSO_WORDS = listed("sat sun wed mon fri thr mar march may dec jan jun sep")
"""Forms that are words or names too: they count only beside something that is surely a date."""

DATE_NEIGHBOURS = listed("""
on this next by until from for last past every coming following after before or between through thru early late mid
since in of to about anything something any available free openings opening got try no nah not yes yeah ok okay
""")
DATE_FOLLOWERS = listed("""
morning afternoon evening night at am pm or noon midnight around after before by works next anytime between from
please instead
""")
MONTH_NEIGHBOURS = listed("in of since until early mid late end")
RANGE_WORDS = listed("to thru through - until and or , /")
OPENERS = listed("the , . (")
END_MARKS = frozenset(".,!?;:)/-")

FUZZY_DAYS = listed("""
monday tuesday wednesday thursday friday saturday sunday
today tomorrow tonight yesterday morning afternoon evening weekend midnight minutes
""")
FUZZY_MONTHS = listed("january february march april june july august september october november december")
NEVER_FUZZY = listed("""
match matches munch mart march matey starch lunch much merch mark fried friend friends frieda
sunny sundae monkey money sundays mondays daytime toddy toddler mourning warning moaning meaning minute
weekends weekday weekdays even evens event jane julie juice junk dune
""")
