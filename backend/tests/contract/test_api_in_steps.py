"""The API along its links: one answer leads to the next request, and whatever the order, answers are as described.

Whatever the owner asks for, a stranger asks for after them: by the same names, and without a session.
"""

from contextlib import ExitStack
from typing import Any, ClassVar

import pytest
import schemathesis
from hypothesis import Phase, settings
from schemathesis.generation.stateful.state_machine import APIStateMachine, StepInput, StepOutput

from tests.contract.api_links import described_api, with_links
from tests.contract.fuzzed_shop import open_fuzzed_shop
from tests.contract.fuzzing_callers import OUTSIDERS, caller_of
from tests.contract.fuzzing_checks import check_answer
from tests.contract.what_people_know import fill_in
from tests.running.proof import IS_WHOLE

SCENARIOS = 100 if IS_WHOLE else 4
STEPS = 40
SUBJECTS = {
    "signing in": r"^/api/(session|sessions|second-factor)(/|$)",
    "calendar": r"^/api/(bookings|openings|blocks|feed|calendar\.ics)(/|$)",
    "conversations": r"^/api/(cockpit|approvals|conversations)(/|$)",
    "shop": r"^/api/(state|settings)(/|$)",
    "chat": r"^/api/chat(/|$)",
    "simulator": r"^/api/(simulator|conversations|cockpit)(/|$)",
}
OPEN = r"^/api/(chat|session|sessions|second-factor|calendar\.ics)(/|$)"
WHO = [
    *(("browser", subject) for subject in SUBJECTS),
    ("program", "calendar"),
    ("program", "conversations"),
    *((kind, "what is open") for kind in OUTSIDERS),
]
LEAST = {
    "signing in": 7,
    "calendar": 7,
    "conversations": 6,
    "shop": 3,
    "chat": 4,
    "simulator": 9,
    "what is open": 4,
}
"""So many links at least lead to a success; with fewer the scenarios have come to a standstill."""


class Steps(APIStateMachine):
    """One scenario in a shop of its own; every fourth request is as it was generated, the others make sense."""

    kind: ClassVar[str]
    followed: ClassVar[set[str]]

    def setup(self) -> None:
        self.shops, self.steps = ExitStack(), 0
        shop = self.shops.enter_context(open_fuzzed_shop())
        self.caller, self.stranger = caller_of(shop, self.kind), caller_of(shop, "stranger")

    def teardown(self) -> None:
        self.shops.close()

    def step(self, input: StepInput) -> StepOutput:
        self.steps += 1
        if self.steps % 4:
            fill_in(self.caller, input.case, self.steps)
        self.caller.shop.wait(seconds=1)
        output: StepOutput = super().step(input)
        if input.transition is not None and output.response.status_code < 300:
            self.followed.add(input.transition.id)
        return output

    def call(self, case: schemathesis.Case[Any], **_: Any) -> schemathesis.Response:
        return self.caller.ask(case)

    def validate_response(self, response: Any, case: schemathesis.Case[Any], *_: Any, **__: Any) -> None:
        check_answer(self.caller, case, response)
        # A code that a stranger asks for would be the last one on the owner's phone.
        if not self.caller.is_outside and case.operation.path != "/api/session/code":
            check_answer(self.stranger, case, self.stranger.repeat(response.request))


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@pytest.mark.parametrize(("kind", "subject"), WHO)
def test_one_answer_leads_to_the_next_request_and_each_is_as_described(kind: str, subject: str) -> None:
    schema = schemathesis.openapi.from_dict(with_links(described_api())).include(path_regex=SUBJECTS.get(subject, OPEN))
    followed: set[str] = set()
    machine = type("Scenario", (Steps, schema.as_state_machine()), {"kind": kind, "followed": followed})
    # What Hypothesis draws depends on which modules are loaded: a standstill is believed once more of it confirm it.
    for scenarios in (SCENARIOS, 5 * SCENARIOS):
        bounds = settings(max_examples=scenarios, stateful_step_count=STEPS, phases=[Phase.generate])
        machine.run(settings=bounds)  # type: ignore[attr-defined]
        names = {each.split("] ")[1].split(" -> ")[0] for each in followed}
        if len(names) >= LEAST[subject]:
            return
    pytest.fail(f"only these links were followed: {sorted(names)}")
