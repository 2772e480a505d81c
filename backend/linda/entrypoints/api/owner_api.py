"""The one door of the owner's API: no route is reached, nor even looked up, without the owner's token."""

import hmac
import threading
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from linda.domain.clock import Clock
from linda.domain.shop import Shop
from linda.entrypoints.http_answer import problem_result
from linda.records import Records

if TYPE_CHECKING:
    from linda.entrypoints.api.resolving import Resolver

PREFIX = "/api"
JSON = "application/json"

_ONE_AT_A_TIME = threading.Lock()
"""The resolver keeps the request it is at in a variable of its class, so two threads would read each other's."""

_NOT_THE_OWNER = "Send the token of LINDA_API_TOKEN: Authorization: Bearer ..."


class OwnerApi:
    """Answers the owner's programs; without a `token` to compare with, nobody."""

    def __init__(self, shop: Shop, records: Records, clock: Clock, token: str) -> None:
        """Serve this shop's records."""
        self._shop = shop
        self._records = records
        self._clock = clock
        self._token = token

    def handle(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one API Gateway event (payload 2.0)."""
        headers: Mapping[str, str] = event.get("headers") or {}
        if not is_owner(headers, self._token):
            return problem_result(401, _NOT_THE_OWNER, headers={"www-authenticate": 'Bearer realm="LINDA"'})
        media_type = headers.get("content-type", JSON).partition(";")[0].strip().lower()
        if event.get("body") and media_type != JSON:
            return problem_result(415, f"Send JSON, and say so: Content-Type: {JSON}")
        with _ONE_AT_A_TIME:
            return self._resolver.answer(event, context)

    @cached_property
    def _resolver(self) -> "Resolver":
        from linda.entrypoints.api.resolving import Resolver
        from linda.entrypoints.api.routes import routes

        return Resolver(routes(self._shop, self._records, self._clock))


def is_owner(headers: Mapping[str, str], token: str) -> bool:
    """Tell whether `headers` carry `token` as a bearer token (RFC 6750); how long it takes tells nothing."""
    scheme, _, given = headers.get("authorization", "").partition(" ")
    is_same = hmac.compare_digest(given.strip().encode("utf-8", "replace"), token.encode())
    return bool(token) and scheme.lower() == "bearer" and is_same
