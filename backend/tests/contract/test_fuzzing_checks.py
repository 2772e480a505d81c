"""The checks of the fuzzed API see what they are there for: each is shown an answer with one fault."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis.core.failures import FailureGroup

from linda.entrypoints.lambda_call import Handler
from tests.contract.api_links import described_api
from tests.contract.fuzzed_shop import BOOKED, NAMES, WORDS, FuzzedShop, open_fuzzed_shop
from tests.contract.fuzzing_callers import OUTSIDERS, Caller, caller_of
from tests.contract.fuzzing_checks import check_answer
from tests.owner_program import TOKEN

SCHEMA = schemathesis.openapi.from_dict(described_api())
Answer = dict[str, Any]
FAULTS: dict[str, Callable[[Answer], Answer]] = {
    "a status of our own fault": lambda answer: {**answer, "statusCode": 500},
    "a status that is not described": lambda answer: {**answer, "statusCode": 418},
    "another type": lambda answer: {**answer, "headers": {**answer["headers"], "content-type": "text/html"}},
    "a header that is missing": lambda answer: {**answer, "headers": {"content-type": "application/json"}},
    "another shape": lambda answer: {**answer, "body": '{"shop": 1}'},
    "too often, and not how long": lambda answer: {
        **answer,
        "statusCode": 429,
        "headers": {"content-type": "application/problem+json"},
        "body": '{"type": "about:blank", "title": "Too Many Requests", "status": 429}',
    },
}
LEAKS = {
    "a name": NAMES[1],
    "a number": BOOKED,
    "a number as people write it": "(904) 555-0152",
    "a text": WORDS[0],
    "a note of the owner's": WORDS[2].upper(),
    "a setting": WORDS[3],
    "the token": TOKEN,
}


@pytest.fixture(scope="module")
def shop() -> Iterator[FuzzedShop]:
    with open_fuzzed_shop() as opened:
        yield opened


def faulty(api: Handler, fault: Callable[[Answer], Answer]) -> Handler:
    return lambda event, context: fault(api(event, context))


def ask(caller: Caller, fault: Callable[[Answer], Answer] = dict) -> None:
    caller.api = faulty(caller.api, fault)
    case = SCHEMA["/api/public"]["GET"].Case()
    check_answer(caller, case, caller.ask(case))


@pytest.mark.parametrize("kind", OUTSIDERS)
def test_an_answer_without_a_fault_passes(shop: FuzzedShop, kind: str) -> None:
    ask(caller_of(shop, kind))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_an_answer_that_is_not_described_is_seen(shop: FuzzedShop, fault: Callable[[Answer], Answer]) -> None:
    with pytest.raises(FailureGroup):
        ask(caller_of(shop, "stranger"), fault)


@pytest.mark.parametrize("kind", OUTSIDERS)
@pytest.mark.parametrize("secret", LEAKS.values(), ids=LEAKS)
def test_a_secret_in_a_body_is_seen(shop: FuzzedShop, kind: str, secret: str) -> None:
    with pytest.raises(AssertionError, match="GET /api/public tells a"):
        ask(caller_of(shop, kind), lambda answer: {**answer, "body": answer["body"].replace("Brandon", secret)})


def test_a_secret_in_a_header_is_seen(shop: FuzzedShop) -> None:
    with pytest.raises(AssertionError, match="tells a stranger"):
        ask(caller_of(shop, "stranger"), lambda answer: {**answer, "cookies": [f"seen={shop.names['session'][0]}"]})


def test_a_booking_code_in_a_body_is_seen_and_a_longer_number_is_none(shop: FuzzedShop) -> None:
    code = shop.names["code"][0]
    assert shop.told(f'"code": "{code}"') == [code]
    assert shop.told(f"1{code}0") == []


def test_the_owners_own_answers_may_hold_them(shop: FuzzedShop) -> None:
    case = SCHEMA["/api/leads"]["GET"].Case()
    program = caller_of(shop, "program")
    answer = program.ask(case)
    check_answer(program, case, answer)
    assert set(NAMES) <= set(shop.told(answer.text))
