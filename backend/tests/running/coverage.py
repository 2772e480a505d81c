"""Which tests are measured: those that run LINDA in this process, once for each line.

Tracing doubles what a test costs. Not measured is what runs her in other processes, what plays the same lines again on
another engine, and what repeats them thousands of times.
"""

import pytest

NOT_MEASURED = (
    "backend/tests/deploy/",
    "backend/tests/faults/",
    "backend/tests/contract/test_api_by_its_description.py",
    "backend/tests/contract/test_api_in_steps.py",
)
OTHER_ENGINES = ("[dynamodb-moto", "[dynamodb-local", "-dynamodb-moto", "-dynamodb-local")


def is_measured(item: pytest.Item) -> bool:
    """Tell whether the lines that the test runs are counted."""
    again = any(each in item.nodeid for each in OTHER_ENGINES) or item.get_closest_marker("mass") is not None
    return not (again or item.nodeid.startswith(NOT_MEASURED))
