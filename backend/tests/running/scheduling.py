"""Which worker runs what: a file's tests stay together, and what meets one server is one worker's.

pytest-xdist's own groups (`--dist loadgroup`) write the group into a node id, which pytest 9 no longer lets anybody
change: they do nothing, in silence. Here a group is told by the place of the file.
"""

from collections.abc import Sequence

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

AWS = "aws"
GROUPS = {
    "backend/tests/deploy/": AWS,
    "backend/tests/phases/test_aws_phases.py": AWS,
    "backend/tests/phases/test_the_plan.py": AWS,
    "backend/tests/phases/test_receiving_texts.py": "twilio",
    "backend/tests/phases/test_twilio_account.py": "twilio",
    "backend/tests/phases/test_twilio_emulator.py": "twilio",
}
"""By the beginning of a node id: what shares a package, a deployment or an emulator, which is made once."""

FIRST = ("backend/tests/deploy/", "backend/tests/phases/", "backend/tests/contract/", "backend/tests/faults/")
"""The longest first, so that no worker is left alone with them at the end."""


def scope_of(nodeid: str) -> str:
    """Return what has to run on one worker with the test: its group, or else its file."""
    return next((group for place, group in GROUPS.items() if nodeid.startswith(place)), nodeid.partition("::")[0])


def in_order(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests, the longest first; otherwise they stay as they were."""
    return sorted(items, key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    return next((place for place, each in enumerate(FIRST) if nodeid.startswith(each)), len(FIRST))


class ByServer(LoadScopeScheduling):  # type: ignore[misc]
    """Gives each worker whole files, and to one of them all that meets one server."""

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)
