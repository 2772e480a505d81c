"""What people bring along that no answer tells a machine: numbers, a code from a phone, a code of the app, a link."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyotp
import schemathesis

from tests.contract.fuzzing_callers import Caller
from tests.cookie_browser import latest_code
from tests.shop_desk import OWNER
from tests.visitor import codes_on

NEWCOMER, VISITING = "+19045550160", "+19045550161"
NEWS = ("my name is Zacharietta", "how much for an iphone 13 screen", "tomorrow at 2pm", "too expensive", "yes", "STOP")
Body = dict[str, Any]


def fill_in(caller: Caller, case: schemathesis.Case[Any], step: int) -> None:
    """Put into a generated request what whoever sends it knows; what does not fit there stays as it was generated."""
    name = str(case.operation.definition.raw["operationId"])
    if name == "CalendarFeed_calendar":
        case.query["key"] = parse_qs(urlsplit(str(case.query.get("key"))).query).get("key", [""])[0]
    elif name == "CalendarRoutes_give_back":
        case.query["date"] = "2026-02-16"
    if name in _KNOWN and isinstance(case.body, dict):
        case.body = {**case.body, **_KNOWN[name](caller, case.body, step)}


def _news(field: str) -> Callable[[Caller, Body, int], Body]:
    return lambda caller, body, step: {field: NEWS[step % len(NEWS)]}


def _order(caller: Caller, body: Body, step: int) -> Body:
    day = {"date": f"2026-02-{11 + step % 3}", "time": f"{10 + step % 7}:00"}
    return {**day, "customer": NEWCOMER, "repair_type": "iphone_screen", "device": "iPhone 13"}


def _code_of_the_app(caller: Caller, body: Body, step: int) -> Body:
    """Return the code that an app makes of the secret that the answer before showed."""
    secret = str(body.get("code"))
    is_secret = len(secret) >= 32 and secret.isalnum()
    return {"code": pyotp.TOTP(secret).at(caller.shop.clock.fake.now())} if is_secret else {}


def _signing_in(caller: Caller, body: Body, step: int) -> Body:
    """Everybody knows the owner's number; who holds the phone knows the code."""
    return {"phone": OWNER, "code": "123456" if caller.is_outside else latest_code(caller.shop.linda)}


_KNOWN: dict[str, Callable[[Caller, Body, int], Body]] = {
    "SignIn_send_code": lambda caller, body, step: {"phone": OWNER},
    "SignIn_sign_in": _signing_in,
    "SecondFactorRoutes_turn_on": _code_of_the_app,
    "Bookings_book": _order,
    "CalendarRoutes_take_off": lambda caller, body, step: {"date": "2026-02-16", "time": "9:00", "minutes": 60},
    "ChatRoutes_say": _news("text"),
    "ChatNumberRoutes_confirm": lambda caller, body, step: {
        "code": next(reversed(codes_on(caller.shop.linda, VISITING)), "123456")
    },
    "SimulatorRoutes_send": lambda caller, body, step: {"from": NEWCOMER, "text": NEWS[step % len(NEWS)]},
    "SimulatedCallRoutes_begin": lambda caller, body, step: {"from": NEWCOMER},
    "SimulatedCallRoutes_do": lambda caller, body, step: {"says": NEWS[step % len(NEWS)]},
    "Conversations_send": lambda caller, body, step: {"text": "It is ready."},
}
