"""What is left to the shop: "mon or tues", "2 or 3 pm"."""

import re
from dataclasses import replace

from linda.language.when.clock import nearest
from linda.language.when.grammar import Chart, Hit, rule


def _days(match: re.Match[str], chart: Chart) -> Hit:
    first, second = chart.hit(match, "D"), chart.hit(match, "D2")
    offered = first.days if first.is_settled else first.days[:1]
    return replace(first, days=(*offered, *second.days[:1]), is_settled=True)


def _times(match: re.Match[str], chart: Chart) -> Hit:
    first, second = chart.hit(match, "T"), chart.hit(match, "T2")
    return replace(first, times=(nearest(first.times, second.times[0]), second.times[0]), is_settled=True)


RULES = (
    rule("monday, tuesday or wednesday", r"<D> , <D2>(?= (?:, )?or (?:[^ ]+ )?D\x1f* )", _days),
    rule("mon or tues", r"<D>(?: ,)? (?:or|/) <D2>", _days),
    rule("2 or 3 pm", r"<T>(?: ,)? (?:or|/) <T2>", _times),
)
