"""Whose address a limit counts: the one that has the connection, or what proxies of the settings say."""

import logging
from pathlib import Path

import pytest

from linda.entrypoints.api.asked import Asked
from linda.entrypoints.api.forwarded import MOST_HOPS
from linda.entrypoints.api.proofs import address_of
from linda.testing.memory_store import MemoryStore
from tests.owner_program import open_api
from tests.shop_desk import local_settings

PEER, CLIENT, OTHER = "198.51.100.9", "203.0.113.5", "192.0.2.1"
SECRET = "proxy-0123456789abcdef0123456789abcdef"  # noqa: S105 - a made-up secret
ELSEWHERE = {"LINDA_PUBLIC_URL": "https://api.example", "LINDA_SITE_URL": "https://shop.example"}


def counted(folder: Path, passed_on: str, *, trusted: str = "", peer: str = PEER, **headers: str) -> str:
    """Return whose address is counted for what `peer` brings."""
    settings = local_settings(folder, LINDA_TRUSTED_PROXIES=trusted, LINDA_PROXY_SECRET=SECRET, **ELSEWHERE)
    given = {"x-forwarded-for": passed_on, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return address_of(Asked("POST", "/api/chat", given, {}, peer), settings)


@pytest.mark.parametrize("passed_on", ["", CLIENT, f"{CLIENT}, {PEER}", f"{CLIENT},{OTHER},{PEER}", f"{PEER},{PEER}"])
def test_nobody_is_believed_whom_the_settings_do_not_name(passed_on: str, tmp_path: Path) -> None:
    assert counted(tmp_path, passed_on) == PEER
    assert counted(tmp_path, passed_on, trusted="127.0.0.1,10.0.0.0/8") == PEER


@pytest.mark.parametrize("as_api_gateway", ["", f", {PEER}"])
@pytest.mark.parametrize(
    ("passed_on", "trusted", "client"),
    [
        (CLIENT, PEER, CLIENT),
        (CLIENT, "198.51.100.0/24", CLIENT),
        (f"{OTHER}, {CLIENT}", PEER, CLIENT),
        (f"{CLIENT}, {OTHER}", f"{PEER}, {OTHER}", CLIENT),
        (f"6.6.6.6, {CLIENT}, {OTHER}", f"{PEER},{OTHER}", CLIENT),
        (f"{PEER}, {CLIENT}", PEER, CLIENT),
        (OTHER, f"{PEER},{OTHER}", OTHER),
        ("2001:db8::5", PEER, "2001:db8::5"),
        ("2001:DB8:0:0::5", PEER, "2001:db8::5"),
        ("[2001:db8::5]", PEER, "2001:db8::5"),
        ("[2001:db8::5]:443", PEER, "2001:db8::5"),
        (f"{CLIENT}:50123", PEER, CLIENT),
        (f"::ffff:{CLIENT}", PEER, CLIENT),
        ("fe80::1%eth0", PEER, "fe80::1"),
        (f"{CLIENT}, 2001:db8:7::1", f"{PEER},2001:db8:7::/48", CLIENT),
        (f" ,{CLIENT}, ", PEER, CLIENT),
    ],
)
def test_the_first_on_the_way_back_who_is_no_trusted_proxy_is_the_client(
    passed_on: str, trusted: str, client: str, as_api_gateway: str, tmp_path: Path
) -> None:
    assert counted(tmp_path, passed_on + as_api_gateway, trusted=trusted) == client


@pytest.mark.parametrize(
    "garbage", ["unknown", "_hidden", "1.2.3", "1.2.3.4.5", "[::1", "203.0.113.5; DROP", "٣.1.1.1"]
)
def test_what_is_no_address_leads_nowhere_and_is_nobody_new(garbage: str, tmp_path: Path) -> None:
    assert counted(tmp_path, f"{CLIENT}, {garbage}", trusted=PEER) == PEER
    assert counted(tmp_path, f"{CLIENT}, {garbage}, {OTHER}", trusted=f"{PEER},{OTHER}") == OTHER


def test_a_way_that_was_made_up_of_trusted_proxies_ends(tmp_path: Path) -> None:
    assert counted(tmp_path, ",".join([CLIENT, *[OTHER] * 2000]), trusted=f"{PEER},{OTHER}") == OTHER
    assert counted(tmp_path, ",".join([CLIENT, *[OTHER] * (MOST_HOPS - 1)]), trusted=f"{PEER},{OTHER}") == CLIENT


def test_an_ipv6_peer_is_trusted_by_its_network(tmp_path: Path) -> None:
    assert counted(tmp_path, CLIENT, trusted="2001:db8::/32", peer="2001:db8::1") == CLIENT
    assert counted(tmp_path, CLIENT, trusted="127.0.0.1", peer="::ffff:127.0.0.1") == CLIENT


@pytest.mark.parametrize("passed_on", [f"{CLIENT}, {PEER}", f"6.6.6.6, {CLIENT}, {PEER}", CLIENT])
def test_who_knows_the_secret_is_believed_one_hop_and_no_further(passed_on: str, tmp_path: Path) -> None:
    assert counted(tmp_path, passed_on, x_linda_proxy=SECRET) == CLIENT


def test_behind_who_knows_the_secret_trusted_proxies_may_stand(tmp_path: Path) -> None:
    assert counted(tmp_path, f"{CLIENT}, {OTHER}, {PEER}", trusted=OTHER, x_linda_proxy=SECRET) == CLIENT


@pytest.mark.parametrize("given", ["", "x", SECRET[:-1], SECRET.upper(), f"{SECRET},{SECRET}", "$LINDA_PROXY_SECRET"])
def test_who_does_not_know_the_secret_is_believed_nothing(given: str, tmp_path: Path) -> None:
    assert counted(tmp_path, f"{CLIENT}, {PEER}", x_linda_proxy=given) == PEER


def test_without_a_secret_in_the_settings_none_is_right(tmp_path: Path) -> None:
    request = Asked("POST", "/", {"x-forwarded-for": f"{CLIENT}, {PEER}", "x-linda-proxy": ""}, {}, PEER)
    assert address_of(request, local_settings(tmp_path)) == PEER


def test_the_secret_is_in_no_log_and_in_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with open_api(store=MemoryStore()) as program:
        for path in ("/api/nothing", "/api/chat", "/api/state"):
            answer = program.send("POST", path, {"id": 1}, x_linda_proxy=SECRET)
            assert SECRET not in str(answer)
    assert SECRET not in caplog.text
