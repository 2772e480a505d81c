"""The built pages: each with its own policy, found where a browser looks, and never a page without its scripts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from linda.adapters.shop_file.load import read_shop_file
from linda.domain.errors import StoreUnavailable
from linda.domain.shop import Shop
from linda.entrypoints import pages as served
from linda.entrypoints.pages import Pages, not_built, pages_folder
from tests.asking import ask
from tests.shop_desk import ROOT

SHOP = replace(read_shop_file(ROOT / "shop.toml").shop, name='Fix & "Go"', phone="+19045550100")
SCRIPT = "<script>hello('__LINDA_SHOP__')</script>"
HOME = (
    f"<html><head><meta charset='utf-8'></head><body>{SCRIPT}{'<p>phone repair</p>' * 60}<noscript>__LINDA_SHOP__ "
    "<a href='tel:__LINDA_PHONE__'>__LINDA_PHONE_DISPLAY__</a></noscript></body></html>"
)
POLICIES = {"/": "script-src 'sha256-home'", "/desk/": "script-src 'sha256-desk'", "/404.html": "script-src 'none'"}
PACKED = {"accept-encoding": "gzip"}
HASHED = "/_next/static/chunks/4f.js"

HOSTILE_NAMES: list[dict[str, str]] = [
    {"host": "other.example"},
    {"host": "localhost:8000@other.example"},
    {"host": "localhost:8000", "x-forwarded-host": "other.example", "x-forwarded-proto": "https"},
    {"host": "localhost:8000", "forwarded": "host=other.example", "x-original-url": "//other.example/"},
    {"host": ""},
]
TO_THE_DESK = ("/desk", "//desk", "/./desk", "//other.example/../desk", "/x/../desk", "/\\other.example/../desk")
TO_HOME = ("//other.example/..", "/desk/..", "/.")
NOWHERE = (
    "//other.example/",
    "http://other.example/desk",
    "http:/other.example",
    "/desk\\..",
    "/\\other.example",
    "/desk%2f",
    "/%2f%2fother.example/desk",
    "/desk;//other.example",
    "/desk\t//other.example",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an export as small as it can be."""
    files = {
        "index.html": HOME,
        "desk/index.html": "<p>the desk</p>",
        "404.html": "<p>nothing here</p>",
        HASHED[1:]: "run()",
        "csp.json": json.dumps(POLICIES),
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def pages(folder: Path) -> Pages:
    return Pages(folder, lambda: SHOP)


def headers(pages: Pages, path: str, **sent: str) -> dict[str, str]:
    return dict(ask(pages, "GET", path, headers=sent).headers)


def test_home_shows_the_shop_where_no_script_runs_and_leaves_every_script_as_it_is(pages: Pages) -> None:
    page = ask(pages, "GET", "/").body.decode()
    assert "<noscript>Fix &amp; &quot;Go&quot; <a href='tel:+19045550100'>(904) 555-0100</a></noscript>" in page
    assert SCRIPT in page, "its hash stands in the policy"


def test_home_speaks_of_the_shop_in_force_at_every_request(folder: Path) -> None:
    shops = iter([SHOP, replace(SHOP, name="Moved")])
    pages = Pages(folder, lambda: next(shops))
    assert [b"Moved" in ask(pages, "GET", "/").body for _ in range(2)] == [False, True]


@pytest.mark.parametrize(("path", "policy"), POLICIES.items())
def test_each_page_has_its_own_policy_and_nobody_may_frame_it(pages: Pages, path: str, policy: str) -> None:
    shown = headers(pages, path)
    assert shown["content-security-policy"] == f"{policy}; frame-ancestors 'none'"
    assert shown["cache-control"] == "no-cache"


def test_a_page_that_has_not_changed_keeps_its_policy_in_the_browser(pages: Pages) -> None:
    tag = headers(pages, "/desk/")["etag"]
    again = ask(pages, "GET", "/desk/", headers={"if-none-match": tag})
    assert (again.status, again.body) == (304, b"")
    assert "sha256-desk" in dict(again.headers)["content-security-policy"], "a browser takes over what a 304 says"


def test_an_unknown_address_gets_the_page_for_it_with_its_policy(pages: Pages) -> None:
    answer = ask(pages, "GET", "/wp-login.php")
    assert (answer.status, answer.body) == (404, b"<p>nothing here</p>")
    assert dict(answer.headers)["content-security-policy"] == "script-src 'none'; frame-ancestors 'none'"


@pytest.mark.parametrize("policies", [None, "{", "{}"])
def test_a_page_without_a_policy_of_its_own_runs_no_inline_script(folder: Path, policies: str | None) -> None:
    if policies is None:
        (folder / "csp.json").unlink()
    else:
        (folder / "csp.json").write_text(policies)
    said = headers(Pages(folder, lambda: SHOP), "/desk/")["content-security-policy"]
    assert said.startswith("default-src 'self'; ")
    assert "unsafe" not in said


def test_a_build_that_came_meanwhile_is_served_with_its_policies(folder: Path, pages: Pages) -> None:
    headers(pages, "/desk/")
    (folder / "csp.json").write_text(json.dumps({"/desk/": "script-src 'sha256-newer'"}))
    assert "sha256-newer" in headers(pages, "/desk/")["content-security-policy"]


def test_what_carries_its_hash_in_its_name_is_kept_for_ever_and_nothing_else_is(pages: Pages) -> None:
    assert headers(pages, HASHED)["cache-control"] == "public, max-age=31536000, immutable"
    assert headers(pages, "/_next/static/chunks/gone.js")["cache-control"] == "no-store"
    assert headers(pages, HASHED)["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("path", ["/_next/static/../../desk/index.html", "/_next/static/x/../../../index.html"])
def test_no_page_is_kept_for_ever_whatever_way_leads_to_it(pages: Pages, path: str) -> None:
    answer = ask(pages, "GET", path)
    assert answer.status == 200
    assert dict(answer.headers)["cache-control"] == "no-cache"


def test_a_folder_is_asked_for_with_its_slash(pages: Pages) -> None:
    answer = ask(pages, "GET", "/desk", query=b"c=1&next=%2Fx")
    assert (answer.status, dict(answer.headers)["location"]) == (307, "/desk/?c=1&next=%2Fx")


@pytest.mark.parametrize("names", HOSTILE_NAMES, ids=str)
@pytest.mark.parametrize("path", [*TO_THE_DESK, *TO_HOME, *NOWHERE, "/desk/", "/"])
def test_whoever_the_request_says_it_asks_no_answer_leads_to_them(
    pages: Pages, path: str, names: dict[str, str]
) -> None:
    answer = ask(pages, "GET", path, headers=names)
    location = dict(answer.headers).get("location")
    assert location == ("/desk/" if path in TO_THE_DESK else "/" if path in TO_HOME else None)
    assert answer.status == (307 if location else 404 if path in NOWHERE else 200)
    assert all(b"other.example" not in value.encode() for _, value in answer.headers)
    assert b"other.example" not in answer.body


def test_a_folder_is_led_to_by_its_name_as_an_address_has_it(folder: Path) -> None:
    for name in (r"x\\other.example", "a b?c#d", "ü"):
        (folder / name).mkdir()
        (folder / name / "index.html").touch()
    pages = Pages(folder, lambda: SHOP)
    led = [dict(ask(pages, "GET", f"/{name}").headers)["location"] for name in (r"x\\other.example", "a b?c#d", "ü")]
    assert led == ["/x%5C%5Cother.example/", "/a%20b%3Fc%23d/", "/%C3%BC/"]


@pytest.mark.parametrize("query", [b"next=//other.example", b"\xff\\", b"a b\t", b"'<>\""])
def test_what_is_asked_stays_a_query_where_a_folder_is_led_to(pages: Pages, query: bytes) -> None:
    location = dict(ask(pages, "GET", "/desk", query=query).headers)["location"]
    assert location.startswith("/desk/?")
    assert location.isascii()
    assert not set(location) & set('\\ \t<>"')


@pytest.mark.parametrize("path", ["/", "/desk/", "/nothing"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_pages_are_read_and_nothing_else(pages: Pages, path: str, method: str) -> None:
    answer = ask(pages, method, path)
    assert (answer.status, dict(answer.headers)["allow"]) == (405, "GET, HEAD")
    assert dict(answer.headers)["content-type"] == "application/problem+json"


def test_home_is_packed_for_whoever_can_unpack_it(pages: Pages) -> None:
    assert headers(pages, "/", **PACKED)["content-encoding"] == "gzip"
    assert "content-encoding" not in headers(pages, "/")
    assert ask(pages, "GET", "/", headers=PACKED).body == ask(pages, "GET", "/").body


def test_only_the_head_is_sent_to_whoever_asks_for_it(pages: Pages) -> None:
    assert ask(pages, "HEAD", "/desk/").status == 200
    assert ask(pages, "HEAD", "/desk/").body == b""


@pytest.mark.parametrize("path", ["/../secret.txt", "/desk/../../secret.txt", "//etc/passwd", "/\x00", "/" + "x" * 300])
def test_nothing_outside_the_folder_is_shown(folder: Path, path: str) -> None:
    (folder.parent / "secret.txt").write_text("secret")
    answer = ask(Pages(folder, lambda: SHOP), "GET", path)
    assert (answer.status, b"secret" in answer.body) == (404, False)


def test_a_store_that_can_not_answer_is_said_and_the_other_pages_stay(folder: Path) -> None:
    def no_shop() -> Shop:
        raise StoreUnavailable("the disk is gone")

    pages = Pages(folder, no_shop)
    home = ask(pages, "GET", "/")
    assert (home.status, dict(home.headers)["retry-after"]) == (503, "5")
    assert b"disk" not in home.body
    assert ask(pages, "GET", "/desk/").status == 200


def test_while_the_folder_is_built_anew_the_server_stays(folder: Path, pages: Pages) -> None:
    for name in ("index.html", "404.html"):
        (folder / name).unlink()
    assert [ask(pages, "GET", path).status for path in ("/", "/nothing", "/desk/")] == [503, 404, 200]


def test_without_pages_home_says_how_they_are_built() -> None:
    home = ask(not_built, "GET", "/")
    assert (home.status, "make pages" in home.body.decode()) == (200, True)
    assert ask(not_built, "GET", "/desk/").status == ask(not_built, "POST", "/").status == 404


def test_the_pages_of_the_package_come_before_those_of_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = (tmp_path / "web", tmp_path / "out")
    monkeypatch.setattr(served, "_PLACES", places)
    assert pages_folder() is None
    for place in reversed(places):
        place.mkdir()
        (place / "index.html").touch()
        assert pages_folder() == place
