"""The built pages on this machine: files with the right headers, and the shop's number where no script runs."""

import html
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path
from stat import S_ISREG
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import linda
from linda.domain.phone_number import display
from linda.domain.shop import Shop
from linda.entrypoints.http_answer import problem
from linda.entrypoints.http_headers import completed

HASHED = "/_next/static/"
FOR_EVER = "public, max-age=31536000, immutable"
POLICIES = "csp.json"
_OF_QUERIES = "%!$&'()*+,;=:@/?-._~"  # RFC 3986, section 3.4
STRICT = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
"""For a page of which the build says nothing: the scripts that are written out in it do not run."""

_PACKAGE = Path(linda.__file__).parent
_PLACES = (_PACKAGE / "web", _PACKAGE.parents[1] / "frontend/out")
_OF_FILES = frozenset({200, 206, 304})
_READING = frozenset({"GET", "HEAD"})
_NOT_BUILT = """LINDA is up and answers texts, but her pages are not built yet.

Run this in her folder, then start her again:

    make pages

The first time it needs the internet, and a minute. Meanwhile there is a phone in the terminal:

    linda chat
"""
_log = logging.getLogger(__name__)


def pages_folder() -> Path | None:
    """Return where the built pages are: in the package, or in a checkout; None when they are not built."""
    return next((each for each in _PLACES if (each / "index.html").is_file()), None)


class Pages:
    """Serves the folder of a static export (ASGI); one that is built anew meanwhile is served from then on."""

    def __init__(self, folder: Path, shop: Callable[[], Shop], *, https: bool = False) -> None:
        """Serve `folder`; `shop` is asked for the name and number that `/` shows without JavaScript."""
        self._folder = folder
        self._shop = shop
        self._https = https
        self._app: ASGIApp = GZipMiddleware(self._serve)
        self._files = StaticFiles(directory=folder, html=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        await self._app(scope, receive, with_page_headers(scope["path"], send, self._policy, https=self._https))

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            answer = await self._answer(scope)
        except HTTPException as no:
            answer = _said(no.status_code, **(no.headers or {}))
        except Exception:  # noqa: BLE001 - an entry point: a folder that is being built, a store that can't answer
            _log.exception("%s could not be served", scope["path"])
            answer = _said(503, **{"retry-after": "5"})
        await answer(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        if scope["path"] == "/" and scope["method"] in _READING:
            return await run_in_threadpool(self._home)
        path = self._files.get_path(scope)
        lacks_slash = scope["method"] in _READING and not scope["path"].endswith("/")
        if lacks_slash and await run_in_threadpool(self._is_folder, path):
            return _led_to(path, scope["query_string"])
        return await self._files.get_response(path, scope)

    def _is_folder(self, path: str) -> bool:
        """Tell whether `path` is a folder with a page in it."""
        try:
            _, found = self._files.lookup_path(str(Path(path, "index.html")))
        except (OSError, ValueError):  # a name that no file can have
            return False
        return found is not None and S_ISREG(found.st_mode)

    def _home(self) -> Response:
        """Return the public page with the shop's name and number in the part that needs no script."""
        page, shop = (self._folder / "index.html").read_text(encoding="utf-8"), self._shop()
        scripted, block, plain = page.rpartition(
            "<noscript"
        )  # the scripts are known by their hashes: not a letter moves
        facts = {"SHOP": shop.name, "PHONE_DISPLAY": display(shop.phone), "PHONE": shop.phone}
        for name, value in facts.items():
            plain = plain.replace(f"__LINDA_{name}__", html.escape(value))
        return HTMLResponse(f"{scripted}{block}{plain}")

    def _policy(self, path: str) -> str:
        """Return the policy of the page at `path`; that of the page for unknown addresses where there is none."""
        try:
            policies: dict[str, str] = json.loads((self._folder / POLICIES).read_bytes())
        except (OSError, ValueError):  # made by hand, or just being built
            policies = {}
        return policies.get(path) or policies.get("/404.html") or STRICT


async def not_built(scope: Scope, receive: Receive, send: Send) -> None:
    """Say at `/` how the pages are built; nothing else is there (ASGI)."""
    is_home = scope["path"] == "/" and scope["method"] in _READING
    answer = PlainTextResponse(_NOT_BUILT) if is_home else _said(404)
    await answer(scope, receive, with_page_headers(scope["path"], send, lambda path: STRICT, https=False))


def with_page_headers(path: str, send: Send, policy: Callable[[str], str], *, https: bool) -> Send:
    """Return what sends like `send`, with the header set and what a page has beside it."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in message["headers"]]
            own = [("cache-control", _kept(path, message["status"]))]
            if _is_page(path, dict(given)):
                own.append(("content-security-policy", f"{policy(path)}; frame-ancestors 'none'"))
            whole = completed([*given, *own], https=https)
            message["headers"] = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in whole]
        await send(message)

    return sending


def _kept(path: str, status: int) -> str:
    """Return how long a browser keeps an answer: a file for ever or to ask about it, anything else not at all."""
    if status not in _OF_FILES:
        return "no-store"
    is_hashed = path.startswith(HASHED) and "/.." not in path  # which leads out of there
    return FOR_EVER if is_hashed else "no-cache"


def _is_page(path: str, headers: dict[str, str]) -> bool:
    """Tell whether the answer is a page, or says (304) that the one the browser has is still right.

    A browser takes the headers of a 304 over into what it has: the policy of anything else would end the page.
    """
    kind = headers.get("content-type")
    return path.endswith(("/", ".html")) if kind is None else kind.startswith("text/html")


def _led_to(folder: str, query_string: bytes) -> Response:
    """Return the redirect to `folder` with its slash, on whatever site this is.

    Starlette's own would name the site after the request's Host, which anybody may write.
    """
    place = f"/{quote(folder)}/" if folder != os.curdir else "/"
    query = quote(query_string, safe=_OF_QUERIES)
    return Response(status_code=307, headers={"location": f"{place}?{query}" if query else place})


def _said(status: int, **headers: str) -> Response:
    plain = problem(status)
    return Response(plain.body, plain.status, {**dict(plain.headers), **headers})
