"""The tables of the grammar: every rule reads its example, and no text makes the reader work without end."""

import datetime as dt
import sys
from collections import Counter

import pytest

from linda.language.when import mentions, read_when
from linda.language.when.cascade import CASCADE
from linda.language.when.grammar import Chart, Rule
from linda.language.when.line import read_line
from linda.language.when.numbers_as_times import LOOSE_RULES
from tests.unit.language.when.texted import NOW

EVERY_RULE = (*CASCADE, *LOOSE_RULES)
MOST_STEPS = 100_000
"""Python calls a text of 1,600 characters may cost; a common text needs 1,500."""


def state(chart: Chart) -> tuple[str, dict[int, object]]:
    return chart.text, dict(chart.hits)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.example)
def test_a_rule_reads_the_example_it_is_named_by(rule: Rule) -> None:
    chart = Chart(read_line(rule.example).text, NOW)
    for each in EVERY_RULE:
        before = state(chart)
        each.apply(chart)
        if each is rule:
            assert state(chart) != before
            return


def test_no_two_rules_share_an_example() -> None:
    counted = Counter(rule.example for rule in EVERY_RULE)
    assert [example for example, times in counted.items() if times > 1] == []


HOSTILE = r"""
1 |9|12:30 |1-|1:|9 9 |5 to |to |monday |mon-|fri, |fri or |march |march 3 |an hour and |an hour and a half
1 month 1 day |in 2 hours |the |first thing |not |can't do |early late mid |next |week of |move it from friday to
move a b c d e f |i dropped x |tommoroww |zxcvtuesdya |a.m. |p. |o'clock |2mor|quarter to |half past |twenty-|a'b'
$|( |between 1 and |<>|DAY4 |14TH |D|all the my |\u200b|\uff4donday |\x1f|D\x1f
"""


@pytest.mark.parametrize("piece", HOSTILE.strip().replace("\n", " |").split("|"))
def test_a_hostile_text_costs_a_bounded_number_of_steps(piece: str) -> None:
    text = (piece.encode().decode("unicode_escape") * 1600)[:1600]
    assert _steps(text) < MOST_STEPS


def test_what_stands_beyond_the_longest_text_message_costs_nothing_to_read() -> None:
    text = "tmrw at 2 or fri " * 100
    assert abs(_steps(text) - _steps(text * 50)) < 100
    assert read_when("x " * 800 + "tmrw", NOW).is_empty


def test_customers_cannot_write_the_tokens_of_the_grammar() -> None:
    assert read_when("DAY4 at MONTH3 TODAY_ 14TH\x1f D\x1f\x1f", NOW).time is None
    assert read_when("DAY4", NOW).is_empty


def _steps(text: str) -> int:
    read_when(text, NOW)  # patterns are compiled at their first use, which is not what is counted
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_when(text, NOW)
    finally:
        sys.setprofile(before)
    return steps


@pytest.mark.parametrize("text", ["tmrw at 2", "between 2 and 4 fri", "\u201cmon\u201d"])
def test_mentions_point_into_the_text(text: str) -> None:
    for mention in mentions(text, dt.datetime.combine(NOW.date(), NOW.time())):
        assert 0 <= mention.start < mention.end <= len(text)
