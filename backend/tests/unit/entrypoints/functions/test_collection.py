"""Garbage is not collected while a function starts, and is from its first answer on, however that ends."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from linda.entrypoints.functions import DISPATCHER, SCHEDULER
from linda.entrypoints.functions.snapshot import before_snapshot
from linda.entrypoints.jobs import Sweeper
from tests.faults.signature_vectors import signed
from tests.functions import Parameters, environment, open_container, open_function
from tests.shop_desk import ROOT


@pytest.fixture(autouse=True)
def _put_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


def test_it_is_on_again_after_the_first_answer(tmp_path: Path) -> None:
    with open_function(DISPATCHER, environment(tmp_path)) as function:
        assert function.answer(signed(), None)["statusCode"] == 200
        assert gc.isenabled()


def test_it_is_on_again_after_an_answer_that_says_what_is_wrong(tmp_path: Path) -> None:
    with open_function(DISPATCHER, environment(tmp_path), read=Parameters(fails=True)) as function:
        assert function.answer(signed(), None)["statusCode"] == 503
    assert gc.isenabled()


def test_it_is_on_again_after_a_job_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(sweeper: Sweeper) -> None:
        raise RuntimeError("the job failed")

    monkeypatch.setattr(Sweeper, "sweep", fail)
    with open_function(SCHEDULER, environment(tmp_path)) as function:
        with pytest.raises(RuntimeError, match="the job failed"):
            function.answer({"job": "sweep"}, None)
        assert gc.isenabled()


def test_a_snapshot_holds_no_garbage_and_what_it_holds_is_not_looked_through_again(tmp_path: Path) -> None:
    with open_container(DISPATCHER, environment(tmp_path)) as container:
        before_snapshot(container)
        assert gc.isenabled()
        assert gc.get_freeze_count() > 10_000
        assert gc.collect() < 1000


def test_it_stays_as_it_is_where_nobody_put_it_off(tmp_path: Path) -> None:
    gc.enable()
    with open_function(DISPATCHER, environment(tmp_path)) as function:
        function.answer({}, None)
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)


def test_a_functions_file_puts_it_off_before_anything_of_linda_is_imported() -> None:
    program = """
import gc, sys
class Watch:
    def find_spec(self, name, path, target=None):
        if name == "linda":
            print(gc.isenabled())
sys.meta_path.insert(0, Watch())
import dispatcher
print(gc.isenabled())
"""
    folder = ROOT / "backend" / "lambda"
    child = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert child.stdout.split() == ["False", "False"]
