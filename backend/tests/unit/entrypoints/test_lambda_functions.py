"""The functions' files: each is found by its plan's name, makes one function, and answers with it."""

import gc
import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from snapshot_restore_py import get_after_restore, get_before_snapshot  # type: ignore[import-untyped]

from linda.entrypoints.functions import DISPATCHER, FALLBACK, SCHEDULER, STATE_MANAGER
from linda.entrypoints.functions.specs import FunctionSpec
from tests.faults.signature_vectors import AUTH_TOKEN, signed
from tests.functions import environment
from tests.owner_program import TOKEN
from tests.shop_desk import ROOT

FILES = {"dispatcher": DISPATCHER, "fallback": FALLBACK, "scheduler": SCHEDULER, "state_manager": STATE_MANAGER}


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    variables = environment(tmp_path, LINDA_SECRETS_PATH="", LINDA_API_TOKEN=TOKEN)
    for name, value in (variables | {"TWILIO_AUTH_TOKEN": AUTH_TOKEN}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.syspath_prepend(str(ROOT / "backend" / "lambda"))
    loaded: list[ModuleType] = []

    def load(name: str) -> ModuleType:
        module = importlib.import_module(name)
        loaded.append(module)
        return module

    yield load
    for module in loaded:
        module._function.container.close()
    gc.enable()  # off from the import of a file to its first answer


@pytest.mark.parametrize(("name", "spec"), FILES.items())
def test_each_file_is_one_function_and_tells_how_it_is(
    name: str, spec: FunctionSpec, load: Callable[[str], ModuleType]
) -> None:
    module = load(name)
    answer = module.handler({}, None)
    assert (answer["ok"], answer["function"]) == (True, f"linda-{spec.name}")
    assert module._function.container.spec is spec


def test_the_dispatcher_answers_a_signed_text_and_joins_linda_once(load: Callable[[str], ModuleType]) -> None:
    dispatcher = load("dispatcher")
    answer = dispatcher.handler(signed(), None)
    assert (answer["statusCode"], "iPhone 13 screen" in answer["body"]) == (200, True)
    container = dispatcher._function.container
    assert container.linda() is container.linda()


def test_the_dispatcher_refuses_what_nobody_signed(load: Callable[[str], ModuleType]) -> None:
    assert load("dispatcher").handler({**signed(), "body": ""}, None)["statusCode"] == 403


def test_every_file_has_hooks_for_a_snapshot(load: Callable[[str], ModuleType]) -> None:
    containers = [load(name)._function.container for name in FILES]
    for hooks in (get_before_snapshot(), get_after_restore()):
        assert all(any(given == (each,) for _, given, _ in hooks) for each in containers)


def test_the_files_stay_thin() -> None:
    files = [*FILES, "utils"]
    lines = {name: len((ROOT / f"backend/lambda/{name}.py").read_text(encoding="utf-8").splitlines()) for name in files}
    assert max(lines.values()) <= 25, lines
