"""Whether LINDA is up: for a browser, a load balancer, and whoever wonders."""

import json
from collections.abc import Mapping
from typing import Any

from linda.domain.errors import StoreUnavailable
from linda.entrypoints.lambda_call import Handler
from linda.records import Records

HOME, HEALTH = "/", "/health"
_JSON = {"content-type": "application/json"}


def health_handler(records: Records, shop_name: str, release: str = "") -> Handler:
    """Return the handler of the home page and of the health check, which tells the `release` where there is one."""

    def handle(event: Mapping[str, Any], context: object) -> dict[str, Any]:
        if event["rawPath"] == HEALTH:
            return _health(records, {"release": release} if release else {})
        if event["rawPath"] != HOME:
            return {
                "statusCode": 404,
                "headers": {"content-type": "text/plain; charset=utf-8"},
                "body": "There is nothing here.",
            }
        said = f"LINDA answers the phone of {shop_name}. Text her with: linda chat"
        return {"statusCode": 200, "headers": {"content-type": "text/plain; charset=utf-8"}, "body": said}

    return handle


def _health(records: Records, release: Mapping[str, str]) -> dict[str, Any]:
    try:
        says, status = {"status": "ok", "waiting": records.inbox.waiting()}, 200
    except StoreUnavailable:
        says, status = {"status": "the store can't answer"}, 503
    return {"statusCode": status, "headers": _JSON, "body": json.dumps({**says, **release})}
