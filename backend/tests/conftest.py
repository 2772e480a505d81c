"""The whole suite: its order, its workers, its shared servers, and what is measured, and how far Hypothesis looks."""

from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.running import scheduling, shared
from tests.running.coverage import is_measured
from tests.running.proof import IS_WHOLE

_RUN = ExitStack()

# How long an example takes says something of the machine and what else runs on it, and nothing of LINDA.
settings.register_profile(
    "gate",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("proof", settings.get_profile("gate"), derandomize=False, max_examples=1000, print_blob=True)
settings.load_profile("proof" if IS_WHOLE else "gate")


def pytest_configure(config: pytest.Config) -> None:
    """Begin a run, in the process that starts the workers or is alone."""
    if not hasattr(config, "workerinput"):
        _RUN.enter_context(shared.a_run())


def pytest_unconfigure() -> None:
    """End the run, and with it every server that was shared."""
    _RUN.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first, and count the lines of those that are measured."""
    items[:] = scheduling.in_order(items)
    for item in items:
        if not is_measured(item):
            item.add_marker(pytest.mark.no_cover)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> scheduling.ByServer:
    """Keep together what shares a server or a file."""
    config.option.loadscopereorder = False
    return scheduling.ByServer(config, log)
