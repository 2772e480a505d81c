"""Which limits are at work, and which of those that belong to everybody are used up right now."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

from linda.bootstrap import open_store
from linda.domain.clock import SystemClock
from linda.domain.limits import (
    ALERTS_OF_ALL,
    ALERTS_OF_VISITORS,
    CHAT_OF_ALL,
    CODES_TEXTED,
    CODES_TO_ALL_NUMBERS,
    DANGER_OF_VISITORS,
    LIMITS,
    TEXTS_BACK,
    Limit,
)
from linda.entrypoints.cli.doctor.finding import Finding, tried
from linda.records.rates import Rates
from linda.settings import Settings

_TOTALS = (CODES_TO_ALL_NUMBERS, CHAT_OF_ALL, ALERTS_OF_ALL, ALERTS_OF_VISITORS, DANGER_OF_VISITORS, TEXTS_BACK)
_OF_EVERYBODY = {CODES_TEXTED: "owner", **dict.fromkeys(_TOTALS, "everybody")}


def limit_findings(settings: Settings) -> Iterator[Finding]:
    """Yield one finding: the limits, with a sentence for each that is used up."""
    yield tried("4 limits", lambda: _limits(settings), "look at the finding about the store first")


def _limits(settings: Settings) -> str:
    with closing(open_store(settings, narrows=False)) as store:
        rates = Rates(store, SystemClock())
        full = [_words(rates, limit, whose) for limit, whose in _OF_EVERYBODY.items() if not rates.left(limit, whose)]
    at_work = ", ".join(dict.fromkeys(each.name for each in LIMITS))
    return "; ".join([f"{len(LIMITS)} at work (docs/security.md): {at_work}", *full])


def _words(rates: Rates, limit: Limit, whose: str) -> str:
    left = timedelta(seconds=rates.ends_in(limit, whose))
    return f"USED UP for {left}: {limit.counts} ({limit.most} a day); {limit.instead}"
