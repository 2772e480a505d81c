"""What customers, the owner, his programs and the clock do to a deployed stack; each flow tells what went wrong."""

import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from linda.adapters.simulated_phone.webhook import read_twiml
from linda.conversation.acceptance import receive
from linda.conversation.by_hand import ByHand
from linda.conversation.inbound import Inbound
from linda.conversation.own_messages import message_key
from linda.domain.clock import SystemClock
from linda.domain.openings import day_openings
from linda.domain.owner_state import OwnerState
from linda.entrypoints.http_event import HttpRequest
from linda.records import epoch_ms
from linda.records.approvals import Approval, open_question
from linda.records.outbox import outgoing_key
from linda.records.store import Update
from linda.records.tables import INBOX
from linda.testing.clock import FakeClock
from tests.deploy.called import Stack
from tests.deploy.relayed_calls import handed_over
from tests.house import CUSTOMER, OTHER, OWNER, the_shop

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
    """Return the flow of the owner who goes to the gym, comes back, and decides a price of something booked."""

    def flow(stack: Stack) -> str:
        wrong = _first_wrong(stack, function, OWNER, {"gym 20 min": "GYM", "back": "WORK"})
        code = "" if wrong else a_price_to_decide(stack)
        return wrong or _first_wrong(stack, function, OWNER, {f"OK {code}": "Done."})

    return flow


def a_price_to_decide(stack: Stack) -> str:
    """Let a customer book and ask for a lower price, with every right there is; return the code of the question."""
    start, records = a_start(), stack.records
    shop, clock = the_shop(), SystemClock()
    by_hand = ByHand(shop, records, clock, "test")
    order = {"date": f"{start:%Y-%m-%d}", "time": f"{start:%H:%M}", "repair_type": "battery", "device": "iPhone 13"}
    by_hand.run(OTHER, "book_slot", order)
    lead = records.leads.get(OTHER)
    assert lead is not None
    approval = Approval(
        f"ask-{_sid()}", "4417", ("battery",), "in_shop", "battery", 4900, 4000, "", 1, epoch_ms(clock) + 3_600_000
    )
    asked = replace(lead, approval=approval.to_item(), version=lead.version + 1)
    records.store.transact(records.leads.put(asked, lead.version), open_question(approval, lead.lead_id))
    return approval.code


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


def cockpit(stack: Stack) -> str:
    """Look at everything, decide a price, text by hand and take it back, and send one."""
    a_price_to_decide(stack)
    status, seen = stack.owns("state-manager", "GET", "/api/cockpit")
    if status != 200 or not seen["needs_you"]:
        return f"the cockpit answers {status}, and shows {seen.get('needs_you')}"
    card = seen["needs_you"][0]
    decided, _ = stack.owns("state-manager", "POST", f"/api/approvals/{card['id']}", {"answer": "approve"})
    undone, _ = stack.owns("state-manager", "POST", f"/api/approvals/{card['id']}/undo")
    if (decided, undone) != (200, 200):
        return f"deciding answers {decided}, taking it back {undone}"
    thread = f"/api/conversations/{card['conversation_id']}"
    message = secrets.token_hex(16)
    held, _ = stack.owns("state-manager", "POST", f"{thread}/messages", {"id": message, "text": "Hi"})
    back, _ = stack.owns("state-manager", "DELETE", f"{thread}/messages/{message}")
    read, _ = stack.owns("state-manager", "GET", thread)
    if (held, back, read) != (202, 200, 200):
        return f"texting answers {held}, undo {back}, reading {read}"
    return _sent(stack, thread)


def _sent(stack: Stack, thread: str) -> str:
    """Text by hand, and let the five seconds be over."""
    message = secrets.token_hex(16)
    stack.owns("state-manager", "POST", f"{thread}/messages", {"id": message, "text": "Hi"})
    stack.records.store.transact(Update(INBOX, {"key": message_key(message)}, {"due_at": 1}))
    sent, line = stack.owns("state-manager", "POST", f"{thread}/messages/{message}/send")
    return "" if sent == 200 and line["status"] != "held" else f"sending answers {sent}: {line}"


def sign_in(stack: Stack) -> str:
    """Ask for a code: it is queued, and somebody tried to text it."""
    body = json.dumps({"phone": stack.settings.owner_phone}).encode()
    request = HttpRequest("POST", "/api/session/code", headers=(("content-type", "application/json"),), body=body)
    answer = stack.request("state-manager", request)
    return "" if answer.status == 202 else f"asking for a code answers {answer.status}"


def visitor(stack: Stack) -> str:
    """Look at the public page, ask in the chat, and read the chat again."""
    page = stack.request("dispatcher", HttpRequest("GET", "/api/public"))
    said = {"visitor": None, "id": secrets.token_hex(16), "text": "how much for an iphone 13 screen"}
    request = HttpRequest(
        "POST", "/api/chat", headers=(("content-type", "application/json"),), body=json.dumps(said).encode()
    )
    answer = stack.request("dispatcher", request)
    if (page.status, answer.status) != (200, 200):
        return f"the page answers {page.status}, the chat {answer.status}"
    token = json.loads(answer.body)["visitor"]
    read = stack.request("dispatcher", HttpRequest("GET", "/api/chat", headers=(("x-visitor", token),)))
    return "" if read.status == 200 and b"$79" in read.body else f"reading the chat answers {read.status}"


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


def sweep_of_a_decision(stack: Stack) -> str:
    """Sweep an owner's answer to a price, whose worker died."""
    wrong = sweep_of(OWNER, f"OK {a_price_to_decide(stack)}")(stack)
    lead = stack.records.leads.get(OTHER)
    return wrong or ("" if lead and lead.approval is None else "the price is not decided")


def caller_over_the_relay(stack: Stack) -> str:
    """Call, and say something over the relay: it is answered, and the connection is asked to take the answer."""
    call = handed_over(stack.line(""), CUSTOMER, lambda webhook: stack.post("dispatcher", webhook).body)
    frames = [call.setup, {"type": "prompt", "voicePrompt": "how much for an iphone 13 screen", "last": True}]
    about = {"eventType": "MESSAGE", "connectionId": secrets.token_urlsafe(12), "routeKey": "$default"}
    for frame in frames:
        answer = stack.invoke("dispatcher", {"requestContext": about, "body": json.dumps(frame)})
        if answer != {"statusCode": 200}:
            return f"to the frame {frame['type']} came {answer}"
    message = stack.records.inbox.get(f"{call.call_sid}#1")
    return "" if message and "$79" in " ".join(message.reply) else f"what was said led to {message}"


FLOWS: dict[str, tuple[Flow, ...]] = {
    "dispatcher": (customer_texts("dispatcher"), owner_texts("dispatcher"), visitor, health, caller_over_the_relay),
    "fallback": (customer_texts("fallback"), owner_texts("fallback")),
    "state-manager": (owners_program, cockpit, sign_in),
    "scheduler": (calendar, sweep_of(CUSTOMER, "hello"), sweep_of(OWNER, "gym 20 min"), sweep_of_a_decision),
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
