"""The real package, built once for all tests that run it: they share the group "package"."""

import platform
import sys
import zipfile
from pathlib import Path

import pytest

from linda.deployment import Package, build
from linda.testing.servers.process import ROOT

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
