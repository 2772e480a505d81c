"""Days named from today: "tmrw", "day after tomorrow", "tonight", "last night"."""

import re

from linda.language.when.calendar_math import shift
from linda.language.when.grammar import Build, Chart, Hit, rule


def _ahead(days: int) -> Build:
    def build(_: re.Match[str], chart: Chart) -> Hit:
        return Hit("D", days=(shift(chart.today, days),))

    return build


RULES = (
    rule("day after tomorrow", r"(?:the |a |1 )?(?:next )?day after TOMORROW", _ahead(2)),
    rule("day before yesterday", r"(?:the |a |1 )?day before YESTERDAY", _ahead(-2)),
    rule("tomorrow", r"TOMORROW", _ahead(1)),
    rule("yesterday", r"YESTERDAY", _ahead(-1)),
    rule("today", r"TODAY", _ahead(0)),
    rule("next day", r"(?:the )?(?:next|following) day", _ahead(1)),
)
