"""The order of the grammar: what is no time, then dates, times, lengths, days, and at last what joins them."""

from linda.language.when import (
    bounds,
    dates,
    days,
    durations,
    holidays,
    no_times,
    numbers_as_times,
    parts,
    ranges,
    refusals,
    relative,
    times,
    weekdays,
    weeks,
)
from linda.language.when.grammar import Rule

CASCADE: tuple[Rule, ...] = (
    *no_times.RULES,
    *ranges.MONTH_RULES,
    *dates.RULES,
    *holidays.RULES,
    *times.RULES,
    *durations.RULES,
    *weekdays.RULES,
    *days.RULES,
    *dates.DAY_OF_MONTH_RULES,
    *relative.RULES,
    *weeks.RULES,
    *parts.RULES,
    *numbers_as_times.RULES,
    *parts.SETTLING_RULES,
    *ranges.RULES,
    *bounds.TIME_RULES,
    *bounds.DAY_RULES,
    *ranges.CHOICE_RULES,
    *refusals.RULES,
)
