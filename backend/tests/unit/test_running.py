"""How the suite is run: what shares a server is one worker's, and what is measured is what runs LINDA here."""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from tests.running.coverage import is_measured
from tests.running.proof import IS_WHOLE, in_proof
from tests.running.scheduling import AWS, in_order, scope_of
from tests.running.shared import address


@dataclass
class Item:
    nodeid: str
    marks: set[str] = field(default_factory=set)

    def get_closest_marker(self, name: str) -> str | None:
        return name if name in self.marks else None


def item(nodeid: str, *marks: str) -> pytest.Item:
    return cast("pytest.Item", Item(nodeid, set(marks)))


@pytest.mark.parametrize(
    ("nodeid", "scope"),
    [
        ("backend/tests/deploy/test_package.py::test_a[x@y]", AWS),
        ("backend/tests/deploy/test_doctor.py::test_b", AWS),
        ("backend/tests/phases/test_the_plan.py::test_c", AWS),
        ("backend/tests/phases/test_twilio_account.py::test_d", "twilio"),
        ("backend/tests/unit/domain/test_money.py::test_e[1]", "backend/tests/unit/domain/test_money.py"),
    ],
)
def test_what_shares_a_server_is_one_workers_and_else_each_file(nodeid: str, scope: str) -> None:
    assert scope_of(nodeid) == scope


def test_the_longest_come_first_and_the_others_stay_in_their_order() -> None:
    names = ["backend/tests/unit/b.py::x", "backend/tests/unit/a.py::x", "backend/tests/deploy/c.py::x"]
    assert [each.nodeid for each in in_order([item(name) for name in names])] == [names[2], names[0], names[1]]


@pytest.mark.parametrize(
    ("nodeid", "measured"),
    [
        ("backend/tests/unit/domain/test_money.py::test_a", True),
        ("backend/tests/contract/test_turn.py::test_a[sqlite]", True),
        ("backend/tests/contract/test_turn.py::test_a[dynamodb-moto]", False),
        ("backend/tests/contract/test_store_copy.py::test_a[sqlite-to-dynamodb-local]", False),
        ("backend/tests/faults/test_killed_turns.py::test_a", False),
    ],
)
def test_another_engine_and_thousands_of_repeats_are_not_measured(nodeid: str, measured: bool) -> None:
    assert is_measured(item(nodeid)) is measured
    assert not is_measured(item(nodeid, "mass"))


def test_a_proof_is_whole_only_where_it_is_asked_for() -> None:
    assert in_proof(1_000) == (1_000 if IS_WHOLE else 100)


def test_a_shared_server_is_one_however_often_it_is_asked_for(request: pytest.FixtureRequest) -> None:
    engines: Any = pytest.importorskip("tests.contract.dynamo_engines")
    assert engines.server() == address("dynamodb")
