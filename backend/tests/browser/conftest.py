"""Real Chromium on LINDA's own pages; whatever a page complains of, or asks of the outside, fails its test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect

from linda.entrypoints.pages import pages_folder
from tests.browser.served import Served, serve

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MISSING = (
    "Chromium is not installed (Debian: apt-get install chromium)"
    if CHROMIUM is None
    else ""
    if pages_folder()
    else "the pages are not built (make pages)"
)
HERE = Path(__file__).parent
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs Chromium; where that can't run it is left out, but never under CI."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if MISSING and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    assert not MISSING, MISSING
    quiet = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"]
    return {"executable_path": CHROMIUM, "args": [*quiet, "--disable-sync", "--no-first-run", "--disable-quic"]}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"timezone_id": "America/New_York", "locale": "en-US", "reduced_motion": "reduce"}


@pytest.fixture
def served() -> Iterator[Served]:
    with serve() as linda:
        yield linda


@pytest.fixture(autouse=True)
def complaints(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Collect what pages complain of; a test that provokes something on purpose takes it out of the list."""
    found: list[str] = []
    if "context" in request.fixturenames:
        watch(request.getfixturevalue("context"), found)
    yield found
    assert found == []


def watch(context: BrowserContext, found: list[str]) -> None:
    """Write down errors of the console and of pages, and every request that leaves this machine."""
    context.set_default_timeout(PATIENCE_MS)

    def console(message: ConsoleMessage) -> None:
        if message.type == "error":
            found.append(f"console: {message.text} ({message.location.get('url', '')})")

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://localhost:", "data:", "blob:")):
            found.append(f"asked of the outside: {request.url}")

    context.on("console", console)
    context.on("weberror", lambda error: found.append(f"page: {error.error}"))
    context.on("request", asked)


def ready(page: Page, url: str) -> Page:
    """Open `url` and wait until the page listens to clicks."""
    page.goto(url)
    page.wait_for_selector("html[data-ready]")
    return page
