"""What the tests of the phases share: an empty folder, and servers that start once for a file."""

from collections.abc import Iterator

import pytest

from linda.testing.servers import Ministack, TwilioEmulator, ministack, twilio_emulator
from tests.phases.in_process import away

__all__ = ["away", "aws", "twilio"]


@pytest.fixture(scope="module")
def aws() -> Iterator[Ministack]:
    """Yield an AWS of this machine."""
    with ministack() as server:
        yield server


@pytest.fixture(scope="module")
def twilio() -> Iterator[TwilioEmulator]:
    """Yield a Twilio of this machine."""
    with twilio_emulator() as server:
        yield server
