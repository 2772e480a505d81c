"""The built pages on this machine: files with the right headers, and the shop's number where no script runs."""

import html
import json
from collections.abc import Callable
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import linda
from linda.domain.phone_number import display
from linda.domain.shop import Shop
from linda.entrypoints.http_answer import problem
from linda.entrypoints.http_headers import completed

HASHED = "/_next/static/"
FOR_EVER = "public, max-age=31536000, immutable"
FRAMED_BY_NOBODY = "frame-ancestors 'none'"

_PACKAGE = Path(linda.__file__).parent
_PLACES = (_PACKAGE / "web", _PACKAGE.parents[1] / "frontend/out")


def pages_folder() -> Path | None:
    """Return where the built pages are: in the package, or in a checkout; None when they are not built."""
    return next((each for each in _PLACES if (each / "index.html").is_file()), None)


class Pages:
    """Serves the folder of a static export (ASGI)."""

    def __init__(self, folder: Path, shop: Callable[[], Shop], *, https: bool = False) -> None:
        """Serve `folder`; `shop` is asked for the name and number that `/` shows without JavaScript."""
        self._folder = folder
        self._shop = shop
        self._https = https
        self._policies: dict[str, str] = _read_policies(folder / "csp.json")
        self._app: ASGIApp = GZipMiddleware(self._serve)
        self._files = StaticFiles(directory=folder, html=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        await self._app(scope, receive, self._with_headers(scope["path"], send))

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_home = scope["path"] == "/" and scope["method"] in {"GET", "HEAD"}
        try:
            await (self._home() if is_home else self._files)(scope, receive, send)
        except HTTPException as no:
            plain = problem(no.status_code)
            await Response(plain.body, plain.status, {**dict(plain.headers), **(no.headers or {})})(
                scope, receive, send
            )

    def _home(self) -> Response:
        """Return the public page with the shop's name and number in the part that needs no script."""
        page, shop = (self._folder / "index.html").read_text(encoding="utf-8"), self._shop()
        facts = {"SHOP": shop.name, "PHONE_DISPLAY": display(shop.phone), "PHONE": shop.phone}
        for name, value in facts.items():
            page = page.replace(f"__LINDA_{name}__", html.escape(value, quote=True))
        return HTMLResponse(page)

    def _with_headers(self, path: str, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = message["status"] < 400
                given = [
                    (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in message["headers"]
                ]
                whole = completed([*given, *self._own(path, given, found=found)], https=self._https)
                message["headers"] = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in whole]
            await send(message)

        return sending

    def _own(self, path: str, given: list[tuple[str, str]], *, found: bool) -> list[tuple[str, str]]:
        own = [("cache-control", FOR_EVER if found and path.startswith(HASHED) else "no-cache")]
        if any(name == "content-type" and value.startswith("text/html") for name, value in given):
            policy = self._policies.get(path) or self._policies.get("/404.html") or "default-src 'self'"
            own.append(("content-security-policy", f"{policy}; {FRAMED_BY_NOBODY}"))
        return own


def _read_policies(file: Path) -> dict[str, str]:
    policies: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return policies
