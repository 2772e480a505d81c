"""Tool arguments: exact types, nothing unknown, every mistake named, one schema from one declaration."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from linda.conversation.arguments import LARGEST_NUMBER, LONGEST_TEXT, Arguments
from linda.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Order(Arguments):
    """Order a part.

    part: which one. count: how many,
    or null for one.
    """

    part: str
    is_urgent: bool
    count: int | None = None


def read(**given: Any) -> Order:
    return Order.read(json.dumps(given))


def problem(text: str) -> str:
    with pytest.raises(InvalidInput) as wrong:
        Order.read(text)
    return str(wrong.value)


def test_what_fits_is_read_and_given_back() -> None:
    order = read(part="lcd", is_urgent=True, count=3)
    assert order == Order("lcd", True, 3)
    assert order.as_given() == {"part": "lcd", "is_urgent": True, "count": 3}


@pytest.mark.parametrize("given", [{}, {"count": None}])
def test_what_has_a_default_may_be_left_out_or_null(given: dict[str, None]) -> None:
    assert read(part="lcd", is_urgent=False, **given) == Order("lcd", False, None)


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "7", '"x"', "{", "{'part': 'x'}", "[" * 100_000, "{}x", "\ufeff{}", '{"a": ' + "9" * 5000 + "}"],
    ids=lambda text: text[:12] or "nothing",
)
def test_what_is_no_object_is_refused(text: str) -> None:
    assert problem(text) == "they are not a JSON object"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"part": 1, "is_urgent": True}, "part: must be string"),
        ({"part": None, "is_urgent": True}, "part: must be string"),
        ({"part": "x", "is_urgent": 1}, "is_urgent: must be boolean"),
        ({"part": "x", "is_urgent": "true"}, "is_urgent: must be boolean"),
        ({"part": "x", "is_urgent": True, "count": True}, "count: must be integer or null"),
        ({"part": "x", "is_urgent": True, "count": 1.0}, "count: must be integer or null"),
        ({"part": "x", "is_urgent": True, "count": "1"}, "count: must be integer or null"),
        ({"part": "x", "is_urgent": True, "count": [1]}, "count: must be integer or null"),
        ({"part": "x"}, "is_urgent: is missing"),
        ({"part": "x", "is_urgent": True, "price": 1}, "price: there is no such argument"),
        ({"part": "x" * (LONGEST_TEXT + 1), "is_urgent": True}, f"part: must have at most {LONGEST_TEXT} characters"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(given: dict[str, Any], said: str) -> None:
    assert problem(json.dumps(given)) == said


@pytest.mark.parametrize("count", [LARGEST_NUMBER + 1, -LARGEST_NUMBER - 1, 10**400])
def test_a_number_no_store_can_hold_is_refused(count: int) -> None:
    assert problem(json.dumps({"part": "x", "is_urgent": True, "count": count})).startswith("count: must lie between")


def test_the_longest_text_and_the_largest_number_fit() -> None:
    assert read(part="x" * LONGEST_TEXT, is_urgent=True, count=LARGEST_NUMBER).count == LARGEST_NUMBER


def test_several_mistakes_are_named_together_and_not_endlessly() -> None:
    assert problem('{"part": 1, "count": "x"}') == (
        "is_urgent: is missing; part: must be string; count: must be integer or null"
    )
    assert problem(json.dumps({f"extra{n}": n for n in range(50)})).count(";") == 4


def test_a_long_unknown_name_is_not_repeated_in_full() -> None:
    assert len(problem(json.dumps({"part": "x", "is_urgent": True, "y" * 5000: 1}))) < 100


def test_the_schema_is_strict_and_says_what_may_be_null() -> None:
    assert Order.schema() == {
        "type": "object",
        "properties": {
            "part": {"type": "string"},
            "is_urgent": {"type": "boolean"},
            "count": {"type": ["integer", "null"]},
        },
        "required": ["part", "is_urgent", "count"],
        "additionalProperties": False,
    }


def test_the_docstring_is_what_a_model_reads_on_one_line() -> None:
    assert Order.description() == "Order a part. part: which one. count: how many, or null for one."


def test_without_a_docstring_there_is_nothing_to_read() -> None:
    @dataclass(frozen=True, slots=True)
    class Bare(Arguments):
        pass

    Bare.__doc__ = None
    assert (Bare.description(), Bare.read("{}"), Bare.schema()["properties"]) == ("", Bare(), {})
