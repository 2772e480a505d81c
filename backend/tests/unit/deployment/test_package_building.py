"""Building a package from a small checkout: what is in it, that its bytes never change, and what stops it."""

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from linda.deployment import NotBuilt, Package, build, package
from tests.unit.deployment.checkouts import a_checkout

PYTHON = "{}.{}".format(*sys.version_info)
PACKED = [
    "dispatcher.py",
    "linda/__init__.py",
    "linda/domain/__init__.py",
    "linda/domain/money.py",
    "linda/entrypoints/__init__.py",
    "linda/policy/base.md",
    "shop.toml",
    "utils.py",
]
SHARED_OBJECT = b"\x7fELF\x02\x01\x01" + bytes(11)


def built(root: Path, target: Path, *, architecture: str = "arm64", python: str = PYTHON) -> Package:
    return build(root, target, architecture=architecture, python=python, tell=lambda _: None)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return a_checkout(tmp_path / "checkout")


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


def test_a_package_has_the_functions_linda_and_the_shop_and_nothing_for_tests_or_the_installer(
    checkout: Path, tmp_path: Path
) -> None:
    done = built(checkout, tmp_path / "out" / "linda.zip")
    with zipfile.ZipFile(done.path) as packed:
        sources = [name for name in packed.namelist() if "__pycache__" not in name]
    assert sources == PACKED
    assert done.sha256 == hashlib.sha256(done.path.read_bytes()).hexdigest()
    assert (done.zipped_bytes, done.is_compiled) == (done.path.stat().st_size, True)


@pytest.mark.parametrize("name", ["prod.env", "secret.keys", "linda.sqlite3", "data/linda.log", "leads.csv"])
def test_what_is_left_beside_the_sources_stays_here(checkout: Path, tmp_path: Path, name: str) -> None:
    for beside in ("backend/linda", "backend/lambda"):
        left = checkout / beside / name
        left.parent.mkdir(exist_ok=True)
        left.write_text("nobody else's")
    with zipfile.ZipFile(built(checkout, tmp_path / "linda.zip").path) as packed:
        assert [each for each in packed.namelist() if "__pycache__" not in each] == PACKED


def test_every_module_has_byte_code_that_is_never_checked_against_its_source(checkout: Path, tmp_path: Path) -> None:
    done = built(checkout, tmp_path / "linda.zip")
    with zipfile.ZipFile(done.path) as packed:
        flags = {name: packed.read(name)[4:8] for name in packed.namelist() if name.endswith(".pyc")}
    assert len(flags) == sum(name.endswith(".py") for name in PACKED)
    assert set(flags.values()) == {(1).to_bytes(4, "little")}  # PEP 552: hash-based, not checked


@pytest.mark.usefixtures("umask")
def test_another_folder_another_umask_and_other_dates_give_the_same_bytes(checkout: Path, tmp_path: Path) -> None:
    first = built(checkout, tmp_path / "first.zip")
    os.umask(0o022)
    other = a_checkout(tmp_path / "another" / "deep" / "folder")
    os.utime(other / "shop.toml", (1, 1))
    assert built(other, tmp_path / "second.zip").sha256 == first.sha256


def test_a_changed_price_is_another_package(checkout: Path, tmp_path: Path) -> None:
    before = built(checkout, tmp_path / "linda.zip").sha256
    (checkout / "shop.toml").write_text("name = 'another shop'\n", encoding="utf-8")
    assert built(checkout, tmp_path / "linda.zip").sha256 != before


def test_everybody_may_read_what_lambda_unpacks(checkout: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built(checkout, tmp_path / "linda.zip").path) as packed:
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o100644}


def test_the_unzipped_package_answers(checkout: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built(checkout, tmp_path / "linda.zip").path) as packed:
        packed.extractall(tmp_path / "task")
    program = "import dispatcher; print(dispatcher.handler({}, None))"
    command = [sys.executable, "-S", "-c", program]
    said = subprocess.check_output(command, cwd=tmp_path / "task", text=True)  # noqa: S603 - our own
    assert said == "$89\n"


def test_without_the_runtimes_python_the_package_has_no_byte_code_and_says_so(checkout: Path, tmp_path: Path) -> None:
    told: list[str] = []
    done = build(checkout, tmp_path / "linda.zip", architecture="arm64", python="3.99", tell=told.append)
    with zipfile.ZipFile(done.path) as packed:
        assert packed.namelist() == PACKED
    assert not done.is_compiled
    assert any("no Python 3.99 on this machine" in each for each in told)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("backend/lambda/dispatcher.py", b"import flask\n", r"would miss: flask \(imported by dispatcher.py\)"),
        ("backend/linda/domain/money.py", b"import linda.testing\n", r"linda.testing \(imported by linda/domain/money"),
        ("backend/linda/domain/money.py", b"from linda import testing\n", "would miss: linda.testing"),
        ("backend/linda/domain/money.py", b"from linda.entrypoints.cli import main\n", "linda.entrypoints.cli.main"),
        ("backend/lambda/fast.so", SHARED_OBJECT + b"\x3e\x00", "Not for arm64 with Python .*: fast.so"),
        ("backend/lambda/fast.so", b"no machine code", "Not for arm64 with Python .*: fast.so"),
        (
            "backend/lambda/fast.cpython-299-x.so",
            SHARED_OBJECT + b"\xb7\x00",
            "Not for arm64 .*: fast.cpython-299-x.so",
        ),
        ("backend/lambda/requirements.txt", b"six==1.17.0\n", r"(?s)could not be installed for arm64:\s.*hash"),
        ("backend/lambda/dispatcher.py", b"\x00", "dispatcher.py is no Python: .*null bytes"),
        ("backend/linda/domain/money.py", b"def price(:\n", "money.py is no Python: invalid syntax"),
        ("backend/lambda/library/old.py", b"print 'hi'\n", r"(?s)Python .* could not compile the package:.*old\.py"),
    ],
)
def test_what_no_function_could_run_is_refused_and_the_package_of_before_stays(
    checkout: Path, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    target = tmp_path / "out" / "linda.zip"
    target.parent.mkdir()
    target.write_bytes(b"the package of before")
    (checkout / name).parent.mkdir(exist_ok=True)
    (checkout / name).write_bytes(content)
    with pytest.raises(NotBuilt, match=says):
        built(checkout, target)
    assert [path.read_bytes() for path in target.parent.iterdir()] == [b"the package of before"]


def test_a_library_for_the_right_processor_is_taken(checkout: Path, tmp_path: Path) -> None:
    (checkout / "backend/lambda/fast.so").write_bytes(SHARED_OBJECT + b"\xb7\x00")
    with zipfile.ZipFile(built(checkout, tmp_path / "linda.zip").path) as packed:
        assert "fast.so" in packed.namelist()


def test_a_package_over_lambdas_limit_is_refused(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LIMIT", 100)
    with pytest.raises(NotBuilt, match=r"MB unzipped; Lambda takes"):
        built(checkout, tmp_path / "linda.zip")
    assert not (tmp_path / "linda.zip").exists()


@pytest.mark.parametrize(
    ("architecture", "python", "says"),
    [
        ("amd64", PYTHON, "'amd64'; Lambda has arm64 and x86_64"),
        ("arm64", "python3.13", "'python3.13'; it must be like 3.13"),
        ("arm64", "3.13.1", "'3.13.1'; it must be like 3.13"),
    ],
)
def test_an_architecture_or_python_that_lambda_has_not_is_named(
    checkout: Path, tmp_path: Path, architecture: str, python: str, says: str
) -> None:
    with pytest.raises(NotBuilt, match=says):
        built(checkout, tmp_path / "linda.zip", architecture=architecture, python=python)


def test_an_installed_linda_without_a_checkout_says_where_to_deploy_from(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match=r"is no checkout of LINDA: .*clone her repository"):
        built(tmp_path, tmp_path / "linda.zip")
