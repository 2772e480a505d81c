"""What an address names is asked for where its kind is asked for, and nowhere else."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ready
from tests.browser.hands import sign_in
from tests.browser.served import Served


@pytest.mark.parametrize("named", ["..", ".", "%2e%2e", "%252e", "../../other.example", "//other.example", "%5C.."])
def test_a_conversation_is_asked_for_among_conversations(
    page: Page, served: Served, complaints: list[str], named: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    sign_in(page, served)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    ready(page, f"{served.url}/desk/inbox/?c={named}")
    page.wait_for_load_state("networkidle")
    known = {"/api/cockpit", "/api/conversations", "/api/session", "/api/simulator"}
    others = {path for path in asked if path.startswith("/api") and path not in known}
    assert all(re.fullmatch("/api/conversations/[^/]+", path) for path in others), others
    assert all("status of 40" in each for each in complaints), complaints
    complaints.clear()
