"""What is read off a pattern is truly needed: proven of each pattern of ours by walking its tree."""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.conversation import claims
from linda.domain import opt_out_phrases
from linda.domain.needed import Needed, holds, needed
from linda.domain.pattern import LongPattern
from linda.language.when.cascade import CASCADE
from linda.language.when.grammar import Rule
from linda.language.when.numbers_as_times import LOOSE_RULES
from tests.necessity import every_match_holds


def _long_patterns() -> Iterator[tuple[str, LongPattern]]:
    modules = [
        opt_out_phrases,
        *(import_module(f"{claims.__name__}.{each.name}") for each in iter_modules(claims.__path__)),
    ]
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, LongPattern):
                yield f"{module.__name__}.{name}", value


LONG = dict(_long_patterns())


def _unproven(source: str, groups: Needed) -> list[tuple[str, ...]]:
    return [each for each in groups if not every_match_holds(source, each)]


@pytest.mark.parametrize("name", LONG)
def test_no_match_of_a_long_pattern_can_do_without_what_it_needs(name: str) -> None:
    assert _unproven(LONG[name].pattern, LONG[name].needs) == []


@pytest.mark.parametrize("rule", [*CASCADE, *LOOSE_RULES], ids=lambda rule: rule.example)
def test_no_match_of_a_rule_can_do_without_what_it_needs(rule: Rule) -> None:
    assert _unproven(rule.pattern.pattern, rule.needs) == []


def test_most_rules_and_long_patterns_need_something() -> None:
    assert sum(not each.needs for each in CASCADE) < len(CASCADE) / 8
    assert sum(not each.needs for each in LONG.values()) < len(LONG) / 4


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        ("stop", (("stop",),)),
        ("stop(?: it)?", (("stop",),)),
        ("stops? (?:now|please)", (("stop",), ("now", "please"))),
        ("(?:please )*stop", (("stop",),)),
        ("a|b", (("a", "b"),)),
        ("x(?!stop)y", (("x",), ("y",))),
        (r"\d+ days?", (("day",),)),
        ("ab+c", (("ab",), ("c",))),
        ("ab{2}c", (("a",), ("c",))),
        ("(?P<x>stop|quit)(?: (?:it|this))?", (("stop", "quit"),)),
        ("stop|q?", ()),
        ("[stop]+", ()),
        ("", ()),
    ],
)
def test_what_is_needed_is_read_off_the_plain_parts(source: str, groups: Needed) -> None:
    assert needed(source) == groups


def test_a_text_must_hold_one_of_each_group() -> None:
    groups = (("stop", "quit"), ("me",))
    assert holds("quit texting me", groups)
    assert not holds("quit it", groups)
    assert not holds("me", groups)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("stop|quit", ["stop"]),
        ("(?:stop)?", ["stop"]),
        ("st.p", ["stop"]),
        ("s+top", ["stopp"]),
        ("(?!stop)x", ["stop"]),
    ],
)
def test_the_proof_refuses_what_is_not_needed(source: str, texts: list[str]) -> None:
    assert not every_match_holds(source, texts)


_LEAVES = st.sampled_from(["a", "bc", "d?", "e+", "f*", "[gh]", r"\d", "i{2}", " ", "jkl", "j"])


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=2, max_size=3)
    ends = st.sampled_from([")", ")?", ")*", ")+", "){1,2}"])
    return several.map("".join) | st.tuples(several.map("|".join), ends).map(lambda each: f"(?:{each[0]}{each[1]}")


@given(st.recursive(_LEAVES, _grown, max_leaves=12))
def test_what_is_needed_of_any_pattern_is_proven(source: str) -> None:
    assert _unproven(source, needed(source)) == []


@given(st.data(), st.sampled_from(sorted(LONG)))
def test_a_long_pattern_turns_no_text_away_that_it_matches(data: st.DataObject, name: str) -> None:
    text = data.draw(st.from_regex(re.compile(LONG[name].pattern)))
    assert _found(LONG[name].finditer(text)) == _found(re.finditer(LONG[name].pattern, text))


def _found(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [each.span() for each in matches]
