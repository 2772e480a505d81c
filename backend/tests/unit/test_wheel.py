"""The wheel carries the built pages, and LINDA out of a wheel serves them with nothing of Node or of a checkout."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.shop_desk import ROOT
from tests.terminal import a_free_port

PATIENCE_S = 60
PAGE = "<html><noscript>__LINDA_SHOP__</noscript></html>"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout with no more in it than a wheel is built from; its pages are not built."""
    folder = tmp_path / "checkout"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "backend/linda", folder / "backend/linda", ignore=ignore)
    shutil.copytree(ROOT / "backend/scripts", folder / "backend/scripts", ignore=ignore)
    for name in ("pyproject.toml", "README.md", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    return folder


def build_pages(checkout: Path) -> None:
    files = {"index.html": PAGE, "_next/static/1.js": "run()", "csp.json": "{}"}
    for name, content in files.items():
        file = checkout / "frontend/out" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    shutil.copy(ROOT / "frontend/.gitignore", checkout / "frontend")


def built(checkout: Path) -> Path:
    """Return the wheel of `checkout`."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(checkout / "dist")]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stderr
    (wheel,) = (checkout / "dist").iterdir()
    return wheel


def names_in(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if name.startswith("linda/")}


def test_the_pages_lie_in_the_package_whatever_git_ignores(checkout: Path) -> None:
    build_pages(checkout)
    web = {name for name in names_in(built(checkout)) if name.startswith("linda/web/")}
    assert web == {"linda/web/index.html", "linda/web/_next/static/1.js", "linda/web/csp.json"}


def test_without_pages_a_wheel_is_built_all_the_same(checkout: Path) -> None:
    assert not [name for name in names_in(built(checkout)) if name.startswith("linda/web")]


@contextmanager
def running(package: Path, folder: Path, port: int) -> Iterator[None]:
    """Run `linda up` out of the unpacked `package`, in `folder`, on a machine where no program but Python is found."""
    program = "from linda.entrypoints.cli import main; main()"
    command = [sys.executable, "-c", program, "up", "--port", str(port), "--no-browser"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINDA", "OPENAI", "TWILIO"))}
    named = {"PATH": "", "PYTHONPATH": str(package), "LINDA_SHOP_FILE": str(ROOT / "shop.toml")}
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=folder, env=kept | named, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline().startswith(f"LINDA is up on http://localhost:{port}")
            yield
        finally:
            child.send_signal(signal.SIGINT)
            child.communicate(timeout=PATIENCE_S)


def got(port: int, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    connection.request("GET", path)
    answer = connection.getresponse()
    status, body = answer.status, answer.read().decode()
    connection.close()
    return status, body


def test_linda_out_of_a_wheel_serves_her_pages_and_her_api_without_node(checkout: Path, tmp_path: Path) -> None:
    build_pages(checkout)
    package, port = tmp_path / "package", a_free_port()
    with ZipFile(built(checkout)) as archive:
        archive.extractall(package)
    shutil.rmtree(checkout)
    with running(package, tmp_path, port):
        assert got(port, "/") == (200, "<html><noscript>EmperorLinda Cell Phone Repairs</noscript></html>")
        assert got(port, "/_next/static/1.js") == (200, "run()")
        assert got(port, "/api/simulator")[0] == 200
