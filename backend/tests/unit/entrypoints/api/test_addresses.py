"""Whose address a limit counts: the caller's, or the one that the server of the pages passes on."""

from pathlib import Path

import pytest

from linda.entrypoints.api.asked import Asked
from linda.entrypoints.api.proofs import address_of
from tests.shop_desk import local_settings

CALLER = "198.51.100.9"
ELSEWHERE = {"LINDA_PUBLIC_URL": "https://api.example", "LINDA_SITE_URL": "https://shop.example"}


@pytest.mark.parametrize(
    ("urls", "passed_on", "counted"),
    [
        ({}, "203.0.113.5, 198.51.100.9", CALLER),
        (ELSEWHERE, "203.0.113.5, 198.51.100.9", "203.0.113.5"),
        (ELSEWHERE, "192.0.2.1, 203.0.113.5, 198.51.100.9", "203.0.113.5"),
        (ELSEWHERE, "198.51.100.9", CALLER),
        (ELSEWHERE, "", CALLER),
    ],
)
def test_the_address_passed_on_counts_only_where_the_pages_live_elsewhere(
    urls: dict[str, str], passed_on: str, counted: str, tmp_path: Path
) -> None:
    request = Asked("POST", "/api/chat", {"x-forwarded-for": passed_on}, {}, CALLER)
    assert address_of(request, local_settings(tmp_path, **urls)) == counted
