"""What customers, the owner, his programs and the clock do to a deployed stack; each flow tells what went wrong."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from linda.adapters.simulated_phone.webhook import read_twiml
from linda.conversation.acceptance import receive
from linda.conversation.inbound import Inbound
from linda.domain.openings import day_openings
from linda.domain.owner_state import OwnerState
from linda.entrypoints.http_event import HttpRequest
from linda.records.outbox import outgoing_key
from linda.records.tables import INBOX
from linda.testing.clock import FakeClock
from tests.deploy.called import Stack
from tests.house import CUSTOMER, OWNER, the_shop

Flow = Callable[[Stack], str]
"""Returns what went wrong first, in words; nothing when all went well."""

WEBHOOKS = {"dispatcher": "/twilio/sms", "fallback": "/twilio/fallback"}


def a_start() -> datetime:
    """Return a start of work that the shop's hours allow, some days ahead (these functions run by the real clock)."""
    now = datetime.now(UTC)
    today = now.astimezone(the_shop().timezone).date()
    days = (today + timedelta(days=ahead) for ahead in range(3, 12))
    found = next(opened for day in days if (opened := day_openings(the_shop(), OwnerState(), day, 45, {}, now=now)))
    return found[0].start


def texts(stack: Stack, function: str, sender: str, text: str, sid: str = "") -> str:
    """Return what `function` answers to a signed text, or the status when that is no text."""
    answer = stack.post(function, stack.line(WEBHOOKS[function]).webhook(sid or _sid(), sender, text))
    if answer.status != 200:
        return f"status {answer.status}"
    return " ".join(each.body for each in read_twiml(dict(answer.headers)["content-type"], answer.body))


def customer_texts(function: str) -> Flow:
    """Return the flow of a customer who books, asks again, looks and cancels."""

    def flow(stack: Stack) -> str:
        sid, start = _sid(), a_start()
        wish = f"Book my iPhone 13 screen on {start:%b} {start.day} at {start:%I:%M %p}, my name is Ann"
        booked = texts(stack, function, CUSTOMER, wish, sid)
        if "You're booked" not in booked:
            return f"to a wish came {booked!r}"
        again = texts(stack, function, CUSTOMER, wish, sid)
        if again != booked:
            return f"to the same webhook came {again!r}"
        then = {"when is my appointment?": "Your appointment", "cancel my appointment": "cancelled"}
        return _first_wrong(stack, function, CUSTOMER, then)

    return flow


def owner_texts(function: str) -> Flow:
    """Return the flow of the owner who goes to the gym and comes back."""

    def flow(stack: Stack) -> str:
        return _first_wrong(stack, function, OWNER, {"gym 20 min": "GYM", "back": "WORK"})

    return flow


def health(stack: Stack) -> str:
    """Look how many rows wait."""
    answer = stack.request("dispatcher", HttpRequest("GET", "/health"))
    return "" if answer.status == 200 else f"health answers {answer.status}"


def owners_program(stack: Stack) -> str:
    """Read the state, change it, and look back."""
    status, seen = stack.owns("state-manager", "GET", "/api/state")
    if status != 200:
        return f"reading answers {status}"
    change = {"version": seen["version"], "state": {"mode": "BREAK"}}
    changed, _ = stack.owns("state-manager", "PUT", "/api/state", change)
    looked, _ = stack.owns("state-manager", "GET", "/api/state/history")
    return "" if (changed, looked) == (200, 200) else f"changing answers {changed}, looking back {looked}"


def calendar(stack: Stack) -> str:
    """Look for openings, book, move and cancel."""
    start = a_start()
    place = {"date": f"{start:%Y-%m-%d}", "time": f"{start:%H:%M}"}
    later = {**place, "time": f"{start + timedelta(hours=2):%H:%M}"}
    order = {**place, "customer": CUSTOMER, "repair_type": "iphone_screen", "device": "iPhone 13"}
    looked, _ = stack.owns("scheduler", "GET", "/api/openings", query=f"date={place['date']}")
    booked, booking = stack.owns("scheduler", "POST", "/api/bookings", order)
    if (looked, booked) != (200, 201):
        return f"openings answer {looked}, booking {booked}"
    one = f"/api/bookings/{booking['code']}"
    moved, _ = stack.owns("scheduler", "PUT", one, later)
    cancelled, _ = stack.owns("scheduler", "DELETE", one)
    return "" if (moved, cancelled) == (200, 200) else f"moving answers {moved}, cancelling {cancelled}"


def sweep_of(sender: str, text: str) -> Flow:
    """Return the flow of a text whose worker died: the sweep answers it, and tries to send the answer."""

    def flow(stack: Stack) -> str:
        sid, records = _sid(), stack.records
        a_minute_ago = FakeClock(datetime.now(UTC) - timedelta(minutes=1))
        receive(records, a_minute_ago, Inbound(sid, "sms", sender, text, stack.settings.twilio_phone_number))
        swept = stack.invoke("scheduler", {"job": "sweep"})
        message = records.inbox.get(sid)
        row = records.store.get(INBOX, {"key": outgoing_key(f"reply#{sid}")})
        if swept is None or message is None or not message.is_done:
            return f"the text waits still, the sweep returned {swept}"
        if swept["broken"]:
            return f"a row could not be settled: {swept}"
        return "" if row and row["attempts"] else "nobody tried to send the answer"

    return flow


FLOWS: dict[str, tuple[Flow, ...]] = {
    "dispatcher": (customer_texts("dispatcher"), owner_texts("dispatcher"), health),
    "fallback": (customer_texts("fallback"), owner_texts("fallback")),
    "state-manager": (owners_program,),
    "scheduler": (calendar, sweep_of(CUSTOMER, "hello"), sweep_of(OWNER, "gym 20 min")),
}


def _sid() -> str:
    return f"SM{secrets.token_hex(16)}"


def _first_wrong(stack: Stack, function: str, sender: str, answers: dict[str, str]) -> str:
    """Text until an answer lacks what is wanted: a turn that broke keeps its lease, and the next text would wait."""
    for text, wanted in answers.items():
        found = texts(stack, function, sender, text)
        if wanted not in found:
            return f"to {text!r} came {found!r}"
    return ""
