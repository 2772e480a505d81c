"""Codes by time: the vectors of RFC 6238, a step of tolerance, and what an app reads from the QR code."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest

from linda.domain.authenticator import app_uri, new_secret, qr_svg, step_of

RFC_SECRET = base64.b32encode(b"12345678901234567890").decode()
NOW = datetime(2026, 2, 10, 15, tzinfo=UTC)
APP = pyotp.TOTP(RFC_SECRET)


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_codes_are_those_of_rfc_6238(second: int, code: str) -> None:
    assert step_of(RFC_SECRET, code, datetime.fromtimestamp(second, UTC)) == second // 30


@pytest.mark.parametrize(("seconds", "is_good"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_one_step_before_and_after_is_good_too(seconds: int, is_good: bool) -> None:
    moment = NOW + timedelta(seconds=seconds)
    assert step_of(RFC_SECRET, APP.at(moment), NOW) == (APP.timecode(moment) if is_good else None)


def test_what_is_no_code_is_not_compared() -> None:
    code = APP.at(NOW)
    assert step_of(RFC_SECRET, f"{code[:3]} {code[3:]}", NOW)
    for typed in ("", code[:5], code + "0", "abcdef", "\udc80"):
        assert step_of(RFC_SECRET, typed, NOW) is None


def test_each_secret_is_another() -> None:
    assert len({new_secret() for _ in range(50)}) == 50


def test_an_app_is_told_secret_account_and_issuer() -> None:
    uri = urlsplit(app_uri(RFC_SECRET, account="Bob's & Sons", issuer="LINDA"))
    assert (uri.scheme, uri.netloc, uri.path) == ("otpauth", "totp", "/LINDA:Bob%27s%20%26%20Sons")
    assert parse_qs(uri.query) == {"secret": [RFC_SECRET], "issuer": ["LINDA"]}


def test_the_qr_code_is_a_drawing_and_nothing_else() -> None:
    svg = qr_svg("otpauth://totp/LINDA:<script>?secret=A")
    assert svg.startswith("<svg ")
    assert svg.endswith("</svg>")
    assert "script" not in svg
    assert "style=" not in svg, "the pages allow no style beside their own"
