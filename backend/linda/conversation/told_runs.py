"""What a tool did for one reply, in the owner's words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from linda.domain.money import Cents, dollars
from linda.domain.time_words import date_words, list_words

Run = Mapping[str, Any]
"""A tool run as the receipt keeps it."""


def says(run: Run) -> str:
    """Return what the tool of `run` did, or tried to."""
    name: str = run["tool"]
    if run["status"] != "done":
        return _TRIED.get(name) or _SAYS.get(name) or f"Tried {name.replace('_', ' ')}"
    return _ADD_ON[run["arguments"]["accepted"]] if name == "log_upsell" else _SAYS[name]


def detail(run: Run) -> str:
    """Return what came of `run`; why not, when it was refused."""
    if run["status"] != "done":
        return str(run["sentence"])
    return _DETAILS[run["tool"]](run)


def _noted(run: Run) -> str:
    given = {name: value for name, value in run["arguments"].items() if value is not None}
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in given.items())


def _price(run: Run) -> str:
    result = run["result"]
    off = f", {result['discount_percent']}% off" if result["discount_percent"] else ""
    return f"{_job(result.get('device') or '', result['name'])} = {dollars(Cents(result['total_cents']))}{off}"


def _job(device: str, service: str) -> str:
    """Name the job: "iPhone 13 screen" out of "iPhone 13" and the price book's "iPhone screen"."""
    brand, _, rest = service.partition(" ")
    is_said = bool(rest) and device.casefold().startswith(f"{brand.casefold()} ")
    return f"{device} {rest if is_said else service}".strip()


def _openings(run: Run) -> str:
    result = run["result"]
    day = _day(result)
    if result["available"]:
        return f"{day}: {result['left']} left, from {_clock(result['slots'][0])}"
    wanted = f"{day} at {_clock(result['wanted'])} is not free" if "wanted" in result else f"{day}: none left"
    nearest = [f"{_day(each)} at {_clock(each['time'])}" for each in result["nearest"]]
    return f"{wanted}{f', nearest {list_words(nearest)}' if nearest else ''}"


def _booking(run: Run) -> str:
    result = run["result"]
    return f"{_day(result)} at {_clock(result['time'])}, code {result['code']}"


def _held(run: Run) -> str:
    result = run["result"]
    return f"{_day(result)} at {_clock(result['time'])}, for {result['minutes']} min"


def _discount(run: Run) -> str:
    result = run["result"]
    return f"{result['discount_percent']}% off, now {dollars(Cents(result['total_cents']))}"


def _found(run: Run) -> str:
    bookings = run["result"]["bookings"]
    return list_words([f"{_day(each)} at {_clock(each['time'])}" for each in bookings], "and") or "none"


def _day(told: Run) -> str:
    return date_words(date.fromisoformat(told["date"]))


def _clock(words: str) -> str:
    return words.replace(":00 ", " ")


_ADD_ON = {None: "Offered an add-on", True: "Noted a yes to the add-on", False: "Noted a no to the add-on"}

_SAYS = {
    "quote_repair": "Looked up the price",
    "check_availability": "Counted the openings",
    "hold_slot": "Held an opening",
    "book_slot": "Booked",
    "move_booking": "Moved the booking",
    "cancel_booking": "Cancelled the booking",
    "my_bookings": "Looked for this customer's bookings",
    "authorize_discount": "Gave a discount within your limits",
    "ask_owner": "Asked you for a price",
    "hand_to_owner": "Called for you",
    "note_facts": "Noted what the customer said",
}

_TRIED = {
    "hold_slot": "Tried to hold an opening",
    "book_slot": "Tried to book",
    "move_booking": "Tried to move the booking",
    "cancel_booking": "Tried to cancel the booking",
    "authorize_discount": "Kept to your limits for discounts",
    "ask_owner": "Did not ask you for a price",
    "log_upsell": "Tried to note an add-on",
}

_DETAILS: Mapping[str, Callable[[Run], str]] = {
    "quote_repair": _price,
    "check_availability": _openings,
    "hold_slot": _held,
    "book_slot": _booking,
    "move_booking": _booking,
    "cancel_booking": _booking,
    "my_bookings": _found,
    "authorize_discount": _discount,
    "ask_owner": lambda run: str(run["result"]["wanted"]),
    "hand_to_owner": lambda run: str(run["arguments"]["reason"]),
    "log_upsell": lambda run: str(run["result"]["name"]),
    "note_facts": _noted,
}
