"""What every answer over HTTP has in common: its alphabet is said, no other origin reads it, reading writes nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linda.bootstrap import Linda
from linda.entrypoints.api.route import Route
from linda.entrypoints.api.routes import routes
from linda.entrypoints.gateway import Gateway
from linda.entrypoints.pages import Pages
from linda.records.tables import TABLES
from linda.testing.memory_store import MemoryStore
from tests.asking import ask
from tests.owner_program import TOKEN, OwnerProgram
from tests.shop_desk import CUSTOMER, ROOT, open_shop, phone_of

OWNER = {"authorization": f"Bearer {TOKEN}"}
EVIL = "https://evil.example"


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop(store=MemoryStore(), LINDA_API_TOKEN=TOKEN) as opened:
        phone_of(opened).text(CUSTOMER, "hi, it's Ann, book an iphone 13 screen tomorrow at 2pm")
        yield opened


def every_route() -> tuple[Route, ...]:
    with open_shop(store=MemoryStore()) as opened:
        return routes(opened.parts)


ROUTES = [(each.method, re.sub("<[a-z]+>", "1234", each.path)) for each in every_route()]
READS = [path for method, path in ROUTES if method == "GET"]


def gateway(linda: Linda) -> Gateway:
    handlers = {name: handler for name, handler in linda.routes.items() if name != "/"}
    return Gateway({**handlers, "/health": linda.routes["/"]}, linda.clock)


def said_alphabet(kind: str) -> bool:
    return "charset=utf-8" in kind.lower() or not re.match(r"text/|[a-z]+/([a-z.-]+\+)?xml\b", kind)


@pytest.mark.parametrize("path", [*READS, "/health", "/nothing"])
def test_an_answer_in_letters_says_its_alphabet(linda: Linda, path: str) -> None:
    answer = ask(gateway(linda), "GET", path, headers=OWNER)
    kind = dict(answer.headers).get("content-type", "")
    assert not answer.body or (kind and said_alphabet(kind)), kind


def test_twiml_and_pages_say_their_alphabet(linda: Linda, tmp_path: Path) -> None:
    webhook = phone_of(linda).line.webhook("SM" + "0a" * 16, CUSTOMER, "hi")
    sent = {name.lower(): value for name, value in webhook.headers.items()}
    for name in ("index.html", "404.html", "icon.svg", "_next/static/1.css", "_next/static/1.js", "desk/index.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("é", encoding="utf-8")
    pages = Pages(tmp_path, lambda: linda.shop)
    answers = [ask(gateway(linda), "POST", webhook.path, webhook.body, sent)]
    answers += [ask(pages, "GET", path) for path in ("/", "/nothing", "/_next/static/1.css", "/_next/static/1.js")]
    assert [each.status for each in answers] == [200, 200, 404, 200, 200]
    for answer in answers:
        assert said_alphabet(dict(answer.headers)["content-type"]), answer.headers


def test_no_answer_is_written_down_without_its_alphabet() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "backend/linda").rglob("*.py"))
    said = [kind for source in sources for kind in re.findall(r'"content-type": "([^"]+)"', source)]
    assert len(said) > 5
    assert [kind for kind in said if not said_alphabet(kind)] == []


@pytest.mark.parametrize(("method", "path"), [*ROUTES, ("OPTIONS", "/api/state"), ("OPTIONS", "/api/chat")])
def test_no_answer_is_opened_to_another_origin(linda: Linda, method: str, path: str) -> None:
    asking = {**OWNER, "origin": EVIL, "access-control-request-method": "PUT"}
    answer = ask(gateway(linda), method, path, headers=asking)
    assert [name for name, _ in answer.headers if name.startswith("access-control-")] == []
    assert dict(answer.headers)["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("path", READS)
def test_a_request_that_reads_changes_nothing(linda: Linda, path: str) -> None:
    store = linda.records.store
    assert isinstance(store, MemoryStore)
    ask(gateway(linda), "GET", "/api/feed", headers=OWNER)  # the link is made when it is asked for first
    before = [list(store.items(table)) for table in TABLES]
    assert ask(gateway(linda), "GET", path, headers=OWNER).status < 500
    assert [list(store.items(table)) for table in TABLES] == before


def test_two_values_of_one_name_are_not_chosen_from(linda: Linda) -> None:
    program = OwnerProgram(linda)
    assert program.send("GET", "/api/results", query="days=7").status == 200
    for path, query in (("/api/results", "days=7&days=30"), ("/api/leads", "limit=1&limit=200")):
        assert program.send("GET", path, query=query).status == 422


def test_no_folder_is_listed(linda: Linda, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/private.png").write_text("x", encoding="utf-8")
    pages = Pages(tmp_path, lambda: linda.shop)
    for path in ("/pictures", "/pictures/", "/pictures/../pictures/"):
        answer = ask(pages, "GET", path)
        assert (answer.status, b"private" in answer.body) in {(404, False), (307, False)}
