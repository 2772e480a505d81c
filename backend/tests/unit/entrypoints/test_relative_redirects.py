"""Where answers lead: to a place of this site or to the shop's own number, whoever a request says it asks."""

from pathlib import Path

import pytest

from linda.entrypoints.api.routes import routes
from linda.entrypoints.functions import DISPATCHER, FALLBACK, STATE_MANAGER
from linda.entrypoints.functions.specs import FunctionSpec
from linda.entrypoints.gateway import Gateway
from linda.entrypoints.http_answer import HttpAnswer, read_result
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.entrypoints.pages import Pages
from linda.testing.memory_store import MemoryStore
from tests.asking import ask
from tests.functions import a_clock, environment, open_function
from tests.owner_program import TOKEN
from tests.shop_desk import open_shop

HOSTILE = {
    "host": "other.example",
    "x-forwarded-host": "other.example",
    "x-forwarded-proto": "https",
    "x-forwarded-prefix": "//other.example",
    "forwarded": "host=other.example;proto=https",
    "x-original-url": "//other.example/",
    "x-rewrite-url": "//other.example/",
    "referer": "https://other.example/",
}
OWNER = {"authorization": f"Bearer {TOKEN}"}
LED = {"/api/public/call": "tel:+19045550100", "/api/public/text": "sms:+19045550100", "/desk": "/desk/"}
LIKE_THEM = (
    "//api/public/call",
    "/api//public/call",
    "/api/public/call/",
    "/api/public//other.example",
    "/api/public/call/..//other.example",
    "/api/public/%2f%2fother.example",
    "http://other.example/api/public/call",
    "/api\\public\\call",
    "//other.example/api/public/call",
    "/api",
    "/api/",
    "/twilio",
    "/twilio/",
    "//twilio/sms",
)


def assert_leads_nowhere_else(answer: HttpAnswer, path: str) -> None:
    assert dict(answer.headers).get("location") in {None, LED.get(path)}, path
    assert all("other.example" not in f"{name}: {value}" for name, value in answer.headers)
    assert b"other.example" not in answer.body


def every_path() -> list[str]:
    with open_shop(store=MemoryStore()) as linda:
        api = {each.path.replace("<", "").replace(">", "") for each in routes(linda.parts)}
        return [*sorted(api), *LED, *LIKE_THEM, *linda.routes]


@pytest.mark.parametrize("path", sorted(set(every_path())))
def test_no_answer_leads_to_whom_the_request_names(path: str, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    for page in ("index.html", "desk/index.html", "404.html"):
        (tmp_path / page).write_text("<noscript></noscript>", encoding="utf-8")
    with open_shop(store=MemoryStore(), LINDA_API_TOKEN=TOKEN) as linda:
        handlers = {name: handler for name, handler in linda.routes.items() if name != "/"}
        gateway = Gateway(handlers, linda.clock, pages=Pages(tmp_path, lambda: linda.shop))
        for method in ("GET", "HEAD", "POST"):
            for headers in (HOSTILE, HOSTILE | OWNER):
                assert_leads_nowhere_else(ask(gateway, method, path, headers=headers), path)
        assert dict(ask(gateway, "GET", path, headers=HOSTILE).headers).get("location") == LED.get(path)


@pytest.mark.parametrize("spec", [DISPATCHER, FALLBACK, STATE_MANAGER], ids=lambda spec: spec.name)
def test_no_function_on_aws_leads_to_whom_the_request_names(spec: FunctionSpec, tmp_path: Path) -> None:
    with open_function(spec, environment(tmp_path)) as function:
        for path in (*LED, *LIKE_THEM):
            asked = HttpRequest("GET", path, headers=tuple(HOSTILE.items()))
            answer = read_result(function.answer(build_event(asked, now=a_clock().now(), request_id="1"), None))
            assert_leads_nowhere_else(answer, path)
