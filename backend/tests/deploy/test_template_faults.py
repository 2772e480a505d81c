"""Whoever makes a mistake in the template is told: each fault is planted alone, and one check or cfn-lint finds it."""

from functools import cache

import pytest

from tests.deploy.template_checks import CHECKS
from tests.deploy.template_faults import FAULTS, Fault
from tests.deploy.transformed import TEMPLATE, Answer, Question, ask, ours


@cache
def answers() -> dict[str, Answer]:
    """Return what becomes of each faulty template, all of them by one process."""
    text = TEMPLATE.read_text(encoding="utf-8")
    questions = [Question(fault.planted(text), lint=fault.found_by is None) for fault in FAULTS]
    return dict(zip((fault.what for fault in FAULTS), ask(questions), strict=True))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what.replace(" ", "-"))
def test_a_planted_fault_is_found(fault: Fault) -> None:
    with_fault, without = answers()[fault.what], ours()
    if fault.found_by is None:
        assert set(with_fault.findings) - set(without.findings)
    else:
        assert set(fault.found_by(with_fault.template)) - set(fault.found_by(without.template))


def test_every_check_has_a_fault_that_only_it_has_to_find() -> None:
    assert {fault.found_by for fault in FAULTS if fault.found_by} == set(CHECKS)


def test_no_two_faults_are_the_same() -> None:
    assert len({fault.what for fault in FAULTS}) == len(FAULTS)
