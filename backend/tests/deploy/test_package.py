"""The real package: libraries for the right processor, LINDA, the shop; the same bytes whoever builds it."""

import os
import zipfile
from pathlib import Path

from linda.deployment import Package, build
from linda.deployment.elf import MACHINES, machine_of
from linda.testing.servers.process import ROOT
from tests.deploy.conftest import HERE, PYTHON

MOST_ZIPPED, MOST_UNZIPPED = 30_000_000, 90_000_000
"""Lambda takes 250 MB unzipped. A sixth of what is zipped is the library that seals secrets (cryptography)."""


def test_a_second_build_in_another_folder_has_the_same_hash(package: Package, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        again = build(ROOT, tmp_path / "deeper" / "second.zip", architecture=HERE, python=PYTHON, tell=lambda _: None)
    finally:
        os.umask(before)
    assert again.sha256 == package.sha256


def test_the_package_is_small_and_compiled(package: Package) -> None:
    assert package.zipped_bytes <= MOST_ZIPPED
    assert package.unzipped_bytes <= MOST_UNZIPPED
    assert package.is_compiled


def test_the_package_for_graviton_has_machine_code_for_nothing_else(tmp_path: Path) -> None:
    graviton = build(ROOT, tmp_path / "linda.zip", architecture="arm64", python="3.13", tell=lambda _: None)
    with zipfile.ZipFile(graviton.path) as packed:
        libraries = [name for name in packed.namelist() if name.endswith(".so")]
        machines = {machine_of(packed.read(name)[:20]) for name in libraries}
    assert any("pydantic_core" in name for name in libraries)
    assert machines == {MACHINES["arm64"]}


def test_every_file_of_linda_that_functions_need_is_there(package: Package) -> None:
    with zipfile.ZipFile(package.path) as packed:
        names = set(packed.namelist())
    policies = {path.relative_to(ROOT / "backend").as_posix() for path in ROOT.glob("backend/linda/**/*.md")}
    functions = {path.name for path in ROOT.glob("backend/lambda/*.py")}
    assert policies
    assert names >= policies | functions | {"shop.toml", "linda/bootstrap.py", "tzdata/zoneinfo/America/New_York"}
    assert not [name for name in names if name.startswith(("linda/testing/", "aiohttp/", "boto3/", "botocore/"))]
