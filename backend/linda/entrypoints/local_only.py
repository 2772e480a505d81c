"""Local mode stays local: what did not come straight from this machine is answered with how to connect a real phone.

In local mode the simulated phone shows every text, the owner's sign-in code too. Whoever reaches LINDA through a tunnel
or a proxy could read it there, so that everything is refused that shows a trace of one: pages, API, webhooks, sockets.
"""

import logging
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from linda.domain.clock import Clock
from linda.entrypoints.gateway import Application, Receive, Scope, Send
from linda.entrypoints.http_answer import HttpAnswer, problem_result, read_result
from linda.entrypoints.http_headers import with_header_set
from linda.entrypoints.this_machine import is_loopback, is_named

SAYS = (
    "LINDA runs in local mode: whoever reaches her could read the owner's sign-in code on the simulated phone, so that "
    "she answers only this machine, and nothing that came through a tunnel, a proxy or another site. On this machine, "
    "type her address into the browser yourself. To be reached from elsewhere set TWILIO_ACCOUNT_SID, "
    "TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, LINDA_OWNER_PHONE and LINDA_PUBLIC_URL, and start her again; "
    "docs/tunnels.md says how."
)
TOLD_EVERY_S = 60.0

_OF_A_PROXY = re.compile(
    r"forward"  # Forwarded (RFC 7239), X-Forwarded-*, X-Vercel-Forwarded-For, ...
    r"|^(via|max-forwards|cdn-loop|x-host|x-url|x-scheme|x-request-start|true-client-.*)$"
    r"|^(x-(real|original|rewrite|proxy|proxied|envoy|cluster|azure|appengine|arr|ms|vercel|nf|amzn|amz-cf|cloud-trace)"
    r"|proxy|cf|cdn|fly|fastly|akamai|x-akamai|ngrok|x-ngrok|tailscale|incap|x-sucuri|x-varnish|surrogate|x-linda-proxy"
    r"|x-remote|remote|x-auth-request)(-|$)"
    r"|(client|remote|real|source|src|user|peer|connecting|origin)-?(ip|addr|address|host)s?(-|$)"
)
"""A header that proxies, tunnels and CDNs write, and no browser, program or carrier does; by kind, not by maker."""

_log = logging.getLogger(__name__)


class LocalOnly:
    """Serves an application (ASGI) to this machine alone."""

    def __init__(self, app: Application, clock: Clock) -> None:
        """Stand in front of `app`; a refusal is said in the log, at most one a minute."""
        self._app = app
        self._clock = clock
        self._tells_from = float("-inf")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, or refuse it before anything of it is looked at."""
        trace = "" if scope["type"] == "lifespan" else trace_of_others(scope)
        if not trace:
            await self._app(scope, receive, send)
            return
        self._tell(trace)
        if scope["type"] == "websocket":
            await _refuse_socket(scope, receive, send)
        else:
            await _answer(refusal(_header(scope, b"accept")), send, "http.response")

    def _tell(self, trace: str) -> None:
        now = self._clock.monotonic()
        if now >= self._tells_from:
            self._tells_from = now + TOLD_EVERY_S
            _log.warning("refused what did not come straight from this machine: %s. %s", trace, SAYS)


def trace_of_others(scope: Scope) -> str:
    """Return what shows that somebody but this machine asks, "" where nothing does; nothing of the request is in it."""
    client = scope.get("client")
    if client is None or not is_loopback(client[0]):
        return "it comes from another machine"
    names = {name.decode("latin-1").lower().replace("_", "-") for name, _ in scope["headers"]}
    if any(_OF_A_PROXY.search(name) for name in names):
        return "it carries a header that tunnels and proxies add"
    hosts = _headers(scope, b"host")
    if len(hosts) != 1 or not is_named(hosts[0]):
        return "its Host is another name than localhost, 127.0.0.1 or [::1]"
    if not all(_is_from_here(each) for name in (b"origin", b"referer") for each in _headers(scope, name)):
        return "the page of another host sent it"
    return ""


def refusal(accept: str) -> HttpAnswer:
    """Return the answer: text to whoever reads pages, a problem document to all others."""
    if "text/html" in accept.lower():
        plain = {"statusCode": 403, "headers": {"content-type": "text/plain; charset=utf-8"}, "body": f"{SAYS}\n"}
        return with_header_set(read_result(plain), https=False)
    return with_header_set(read_result(problem_result(403, SAYS)), https=False)


async def _refuse_socket(scope: Scope, receive: Receive, send: Send) -> None:
    await receive()
    if "websocket.http.response" in scope.get("extensions", {}):
        await _answer(refusal(""), send, "websocket.http.response")
    else:
        await send({"type": "websocket.close"})  # before it is accepted: the server answers 403


async def _answer(answer: HttpAnswer, send: Send, kind: str) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    await send({"type": f"{kind}.start", "status": answer.status, "headers": headers})
    await send({"type": f"{kind}.body", "body": answer.body})


def _is_from_here(url: str) -> bool:
    try:
        return is_named(urlsplit(url.strip()).netloc)
    except ValueError:
        return False


def _headers(scope: Scope, wanted: bytes) -> list[str]:
    headers: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return [value.decode("latin-1") for name, value in headers if name.lower() == wanted]


def _header(scope: Scope, wanted: bytes) -> str:
    return ",".join(_headers(scope, wanted))
