"""SnapStart: what is prepared before the snapshot reaches nobody, and after the restore nothing of it is shared."""

import random
import sys
from pathlib import Path

import pytest
from snapshot_restore_py import get_after_restore, get_before_snapshot  # type: ignore[import-untyped]

from linda.entrypoints.functions import DISPATCHER, SCHEDULER, STATE_MANAGER, Function
from linda.entrypoints.functions.snapshot import after_restore, before_snapshot, register
from linda.entrypoints.functions.specs import FunctionSpec
from tests.child_process import run
from tests.faults.signature_vectors import signed
from tests.functions import Parameters, environment, open_container


@pytest.mark.parametrize("spec", [DISPATCHER, STATE_MANAGER, SCHEDULER], ids=lambda spec: spec.name)
def test_before_the_snapshot_no_secret_is_read_and_the_real_store_stays_empty(
    spec: FunctionSpec, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    parameters = Parameters()
    with open_container(spec, environment(tmp_path), read=parameters) as container:
        before_snapshot(container)
        assert parameters.asked == []
        after_restore(container)
        records = container.linda().records
        assert (records.inbox.waiting(), records.leads.by_activity(), records.states.current().version) == (0, [], 0)
    assert "rehearsal before the snapshot failed" not in caplog.text


def test_a_restored_container_reads_its_secrets_and_answers(tmp_path: Path) -> None:
    parameters = Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters) as container:
        before_snapshot(container)
        after_restore(container)
        assert len(parameters.asked) == 1
        assert "iPhone 13 screen" in Function(container).answer(signed(), None)["body"]
    assert len(parameters.asked) == 1


def test_every_copy_reads_secrets_and_draws_randomness_of_its_own(tmp_path: Path) -> None:
    parameters = Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters) as container:
        before_snapshot(container)
        drawn = set[float]()
        tokens = list[str]()
        for token in ("first", "second"):
            random.seed(7)
            parameters.holds["TWILIO_AUTH_TOKEN"] = token
            after_restore(container)
            drawn.add(random.random())
            tokens.append(container.linda().webhooks.auth_token)
    assert len(drawn) == 2
    assert tokens == ["first", "second"]


def test_a_restore_without_a_parameter_store_is_made_good_by_the_first_call(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    parameters = Parameters(fails=True)
    with open_container(DISPATCHER, environment(tmp_path), read=parameters) as container:
        after_restore(container)
        assert "LINDA could not be joined after the restore" in caplog.text
        parameters.fails = False
        assert Function(container).answer(signed(), None)["statusCode"] == 200


def test_a_rehearsal_that_fails_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_container(DISPATCHER, environment(tmp_path, LINDA_SHOP_FILE="/nowhere")) as container:
        before_snapshot(container)
    assert "the rehearsal before the snapshot failed" in caplog.text


def test_the_hooks_are_those_that_the_runtime_calls(tmp_path: Path) -> None:
    registries = (get_before_snapshot(), get_after_restore())
    with open_container(DISPATCHER, environment(tmp_path)) as container:
        register(container)
        ends = [(hook[0], hook[1]) for hook in (registry.pop() for registry in registries)]
    assert ends == [(before_snapshot, (container,)), (after_restore, (container,))]


def test_a_runtime_without_snapshots_needs_no_hooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(get_before_snapshot())
    monkeypatch.setitem(sys.modules, "snapshot_restore_py", None)
    with open_container(DISPATCHER, environment(tmp_path)) as container:
        register(container)
    assert len(get_before_snapshot()) == before


def test_a_cold_start_loads_nothing_that_the_rules_do_not_need_and_a_snapshot_everything(tmp_path: Path) -> None:
    program = "tests.unit.entrypoints.functions.first_text"
    assert run(program, tmp_path, "cold") == (0, "200 []")
    assert run(program, tmp_path, "snapshot") == (0, "200 ['aws_lambda_powertools', 'openai']")
