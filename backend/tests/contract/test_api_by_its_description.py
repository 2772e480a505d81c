"""Whatever the API's own description allows, and much that it does not: the answers are the ones it describes.

Whoever asks: the owner in a browser, the owner's program, a visitor with a chat, or a stranger. The last two learn of
no customer and no secret, not even when they ask for what is there by its name.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import schemathesis
from hypothesis import settings

from tests.contract.api_links import described_api
from tests.contract.fuzzed_shop import open_fuzzed_shop
from tests.contract.fuzzing_callers import CALLERS, Caller, caller_of, filled_in
from tests.contract.fuzzing_checks import check_answer
from tests.running.proof import IS_WHOLE

EXAMPLES = 300 if IS_WHOLE else 6
"""For each operation and caller, beside those at the edges of what is described."""

schema = schemathesis.openapi.from_dict(described_api())


@pytest.fixture(scope="module")
def callers() -> Iterator[dict[str, Caller]]:
    with ExitStack() as shops:
        yield {kind: caller_of(shops.enter_context(open_fuzzed_shop()), kind) for kind in CALLERS}


@schema.parametrize()
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@pytest.mark.parametrize("kind", CALLERS)
@settings(max_examples=EXAMPLES)
def test_each_operation_answers_as_it_is_described(
    case: schemathesis.Case[Any], kind: str, callers: dict[str, Caller]
) -> None:
    caller = callers[kind]
    answer = caller.ask(case)
    check_answer(caller, case, answer)
    if caller.is_outside and case.path_parameters:
        names = {name: caller.shop.names[name][0] for name in case.path_parameters}
        answer.request.url = filled_in(answer.request.url or "", case.operation.path, names)
        check_answer(caller, case, caller.send(answer.request))
