"""From a text to its page: every figure it holds, read in the order in which one kind can't be taken for another."""

import re
from collections.abc import Callable
from datetime import datetime

from linda.conversation.claims.calendar_figures import read_calendar, read_durations, read_idioms
from linda.conversation.claims.clock_figures import read_bare_hours, read_clocks
from linda.conversation.claims.contact_figures import read_codes, read_contacts, read_models
from linda.conversation.claims.count_figures import read_counts
from linda.conversation.claims.day_figures import read_days
from linda.conversation.claims.letters import plain_letters
from linda.conversation.claims.money_figures import read_free, read_percents, read_prices
from linda.conversation.claims.numerals import digits_for_words
from linda.conversation.claims.page import Figure, Mark, Page, put

LONGEST = 1600

_FIRST: tuple[Callable[[Page], Page], ...] = (
    read_contacts,
    read_codes,
    read_prices,
    read_percents,
    read_models,
    read_clocks,
    read_idioms,
)


def read_page(text: str, now: datetime, owner: str, verbatim: tuple[str, ...] = ()) -> Page:
    """Read `text` as seen at the aware moment `now`.

    The plain texts of `verbatim` are skipped where they stand; `owner` is the name that reads as "owner" here.
    """
    page = _without(Page(plain_letters(text[:LONGEST])), verbatim)
    named = re.sub(rf"\b(?:the )?{re.escape(owner.lower())}\b", "owner", page.text)
    page = Page(digits_for_words(re.sub(r"\bthe owner\b", "owner", named)), page.figures)
    for read in _FIRST:
        page = read(page)
    page = read_calendar(read_days(page, now.date()), now)
    return read_free(read_counts(read_bare_hours(read_durations(page))))


def _without(page: Page, verbatim: tuple[str, ...]) -> Page:
    for each in verbatim:
        at = page.text.find(each)
        if at >= 0:
            page = put(page, [(at, at + len(each), Figure(Mark.VERBATIM, each))])
    return page
