"""The words of days and months, and the tokens the grammar knows them by.

The grammar reads lower-case words; upper-case tokens are what only this vocabulary can write:
DAY0 (monday) to DAY6, MONTH1 to MONTH12, 14TH, AM, PM, TODAY, TOMORROW, YESTERDAY.
"""

WEEKDAYS = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wed weds wednes",
    "thursday thu thur thurs thr",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
MONTHS = (
    "january jan",
    "february feb febuary",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
WEEKDAY = {form: f"DAY{number}" for number, forms in enumerate(WEEKDAYS) for form in forms.split()}
MONTH = {form: f"MONTH{number}" for number, forms in enumerate(MONTHS, 1) for form in forms.split()}
RELATIVE = {"today": "TODAY", "tomorrow": "TOMORROW", "yesterday": "YESTERDAY"}
TOKEN = WEEKDAY | MONTH | RELATIVE

ALSO_WORDS = frozenset({"sat", "sun", "wed", "mon", "fri", "thr", "mar", "march", "may", "dec", "jan", "jun", "sep"})
"""Forms that are words or names too: they count only beside something that is surely a date."""

DATE_NEIGHBOURS = frozenset(
    ["on", "this", "next", "by", "until", "till", "from", "for", "last", "past", "every", "coming", "following", "after", "before", "or", "between", "through", "thru", "early", "late", "mid", "since", "in", "of", "to"]
)
DATE_FOLLOWERS = frozenset(
    ["morning", "afternoon", "evening", "night", "at", "am", "pm", "or", "noon", "midnight", "around", "after", "before", "by", "works", "next", "anytime", "between", "from"]
)
END_MARKS = frozenset(".,!?;:)/-")

FUZZY_DAYS = frozenset(
    [day.split()[0] for day in WEEKDAYS]
    + ["today", "tomorrow", "tonight", "yesterday", "morning", "afternoon", "evening", "weekend", "midnight", "minutes"]
)
FUZZY_MONTHS = frozenset(month.split()[0] for month in MONTHS) - {"may"}
NEVER_FUZZY = frozenset(
    ["match", "matches", "munch", "mart", "fried", "friend", "friends", "frieda", "sunny", "sundae", "monkey", "money", "daytime", "toddy", "toddler", "todd", "mourning", "warning", "moaning", "meaning", "weekends", "weekday", "weekdays", "sundays", "mondays", "fridays", "even", "evens", "event", "minute", "matey", "starch", "lunch", "much", "merch", "mark", "jane", "julie", "augustus", "aprils", "juice", "junk", "dune"]
)
