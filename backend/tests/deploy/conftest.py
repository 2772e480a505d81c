"""The real package, built once for all tests that run it (tests/running/scheduling.py).

And LINDA deployed from it, once for all tests that meet her on an AWS of this machine.
"""

import platform
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from linda.adapters.dynamo_store import create_missing
from linda.deployment import Package, build
from linda.testing.servers import ministack, twilio_emulator
from linda.testing.servers.process import ROOT
from tests.deploy.deployed import Stage, account

PYTHON = "{}.{}".format(*sys.version_info)
HERE = {"x86_64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}[platform.machine()]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """Return the package for this machine's processor and Python."""
    target = tmp_path_factory.mktemp("package") / "linda.zip"
    return build(ROOT, target, architecture=HERE, python=PYTHON, tell=lambda _: None)


@pytest.fixture(scope="session")
def task(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that Lambda would have at /var/task."""
    folder = tmp_path_factory.mktemp("task")
    with zipfile.ZipFile(package.path) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def stage(package: Package) -> Iterator[Stage]:
    """Yield LINDA deployed to an account that had her tables before, as after phase 3."""
    with ministack() as server, twilio_emulator() as twilio:
        empty = account(server, twilio, package)
        create_missing(empty.aws.client("dynamodb"), "")
        deployed, terminal = empty.deploy()
        # Twilio waits 15 s and the emulator unpacks the package first, which a busy machine can't do in time.
        for function in ("linda-dispatcher", "linda-fallback"):
            empty.aws.client("lambda").invoke(FunctionName=function, Qualifier="live", Payload=b"{}")
        yield Stage(empty, deployed, terminal)
