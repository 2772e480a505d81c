"""The one table of limits: what one source and everybody together may use up, and what honest people get instead.

Whatever counts in LINDA counts by a limit of this table; docs/security.md and `linda doctor` print it. The principle:
no address, number or visitor can use up what belongs to everybody, and where a stranger has used something up there
is another way in or another answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class Per(StrEnum):
    """Whose uses are counted together."""

    ADDRESS = "one address"
    """An IPv4 address, or the half of an IPv6 address that a household shares."""
    NUMBER = "one number"
    VISITOR = "one visitor"
    DEVICE = "one known device"
    """A browser that showed the second factor."""
    CODE = "one code"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` uses in the `window_ms` that begin with the first use; `name` tells limits apart in the store.

    `counts` says what a use is, `instead` what an honest person gets once a stranger has used it up.
    """

    name: str
    most: int
    window_ms: int
    per: Per
    counts: str
    instead: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often something was done in the limit's time that runs until `ends_at` (epoch ms)."""

    count: int = 0
    ends_at: int = 0

    def at(self, now_ms: int, limit: Limit) -> "Allowance":
        """Return the allowance in force at `now_ms`: a new one once the time of `limit` is over."""
        return self if now_ms < self.ends_at else Allowance(0, now_ms + limit.window_ms)

    def used(self, times: int = 1) -> "Allowance":
        """Return the allowance after `times` more."""
        return replace(self, count=self.count + times)

    @classmethod
    def from_item(cls, item: Mapping[str, int]) -> "Allowance":
        """Read what the store keeps; nothing is an allowance that nobody has used."""
        return cls(int(item.get("count", 0)), int(item.get("ends_at", 0)))

    def to_item(self) -> dict[str, int]:
        """Return what the store keeps."""
        return {"count": self.count, "ends_at": self.ends_at}


_OTHER_WAYS_IN = (
    "the owner signs in on a known device, with a recovery code, or with the code that `linda sign-in code` prints"
)
_CALL_OR_TEXT = "the page names the shop's number to text or call"

CODES_ASKED_FOR = Limit("sign-in-asked", 6, DAY_MS, Per.ADDRESS, "sign-in codes asked for", _OTHER_WAYS_IN)
CODES_OF_A_DEVICE = Limit(
    "sign-in-device", 20, DAY_MS, Per.DEVICE, "sign-in codes asked for", "no stranger can use up a known device's own"
)
CODES_TEXTED = Limit(
    "sign-in-texted",
    20,
    DAY_MS,
    Per.EVERYBODY,
    "sign-in codes texted to the owner, those of known devices apart",
    f"one text tells the owner; {_OTHER_WAYS_IN}",
)
CODES_TYPED = Limit(
    "sign-in-typed",
    30,
    HOUR_MS,
    Per.ADDRESS,
    "codes typed at the sign-in",
    "a known device counts on its own, and the code of `linda sign-in code` is always looked at",
)
CODES_TYPED_ON_A_DEVICE = Limit(
    "sign-in-typed-device",
    30,
    HOUR_MS,
    Per.DEVICE,
    "codes typed at the sign-in",
    "no stranger can use up a known device's own",
)
APP_CODES_ON_A_DEVICE = Limit(
    "second-factor-device",
    10,
    DAY_MS,
    Per.DEVICE,
    "codes typed at the sign-in and tried as the authenticator's",
    "a code by text signs in there as ever, and no stranger can use up a known device's own",
)
TRIES_OF_A_CODE = Limit(
    "sign-in-tries",
    5,
    10 * MINUTE_MS,
    Per.CODE,
    "wrong tries; a code is bound to the browser that asked for it",
    "strangers have other codes than the owner",
)
TRIES_OF_THE_SECOND_FACTOR = Limit(
    "second-factor",
    10,
    DAY_MS,
    Per.EVERYBODY,
    "wrong codes of the authenticator, after a first code that was right",
    "only somebody who has read the owner's texts gets here; a known device is not asked, "
    "and a recovery code always counts",
)

CHAT_OF_A_VISITOR = Limit("chat-visitor", 20, 10 * MINUTE_MS, Per.VISITOR, "chat texts", _CALL_OR_TEXT)
CHAT_OF_AN_ADDRESS = Limit("chat-address", 60, HOUR_MS, Per.ADDRESS, "chat texts", _CALL_OR_TEXT)
CHAT_OF_AN_ADDRESS_A_DAY = Limit("chat-address-day", 120, DAY_MS, Per.ADDRESS, "chat texts", _CALL_OR_TEXT)
NEW_CHATS_OF_AN_ADDRESS = Limit("chat-new", 20, DAY_MS, Per.ADDRESS, "new chats", _CALL_OR_TEXT)
CHAT_OF_ALL = Limit(
    "chat",
    600,
    DAY_MS,
    Per.EVERYBODY,
    "chat texts, those of visitors with a confirmed number apart",
    f"{_CALL_OR_TEXT}; visitors with a confirmed number go on",
)

NUMBERS_OF_A_VISITOR = Limit("code-visitor", 3, DAY_MS, Per.VISITOR, "codes to a visitor's number", _CALL_OR_TEXT)
NUMBERS_OF_AN_ADDRESS = Limit("code-address", 6, DAY_MS, Per.ADDRESS, "codes to a visitor's number", _CALL_OR_TEXT)
CODES_TO_A_NUMBER = Limit(
    "code-number", 1, 10 * MINUTE_MS, Per.NUMBER, "codes to a visitor's number", "the next one after ten minutes"
)
CODES_TO_A_NUMBER_A_DAY = Limit(
    "code-number-day",
    3,
    DAY_MS,
    Per.NUMBER,
    "codes to a visitor's number",
    "that number texts or calls the shop",
)
CODES_TO_ALL_NUMBERS = Limit(
    "code",
    40,
    DAY_MS,
    Per.EVERYBODY,
    "codes to visitors' numbers",
    "the page says so at once and names the shop's number to text or call",
)

TEXTS_OF_A_NUMBER = Limit(
    "text-number",
    60,
    HOUR_MS,
    Per.NUMBER,
    "texts that are answered",
    "other numbers are answered as ever; the owner sees the silent one in the inbox, and what the owner texts is done "
    "without an answer",
)
ANSWERS_BY_TEXT = Limit(
    "answer-tries",
    10,
    DAY_MS,
    Per.NUMBER,
    "codes in the owner's texts under which no question waits",
    "every question stands in Needs you, where it takes no code",
)
CALLS_OF_A_NUMBER = Limit(
    "call-number",
    12,
    HOUR_MS,
    Per.NUMBER,
    "calls that LINDA answers",
    "other callers are answered as ever; this one is asked to text",
)
MODEL_MONEY_OF_A_CUSTOMER = Limit(
    "model-customer",
    20,
    DAY_MS,
    Per.NUMBER,
    "percent of LINDA_MODEL_DAILY_CENTS, what the model may cost in a day",
    "the rules answer this customer; the model goes on for all others",
)
MODEL_MONEY = Limit(
    "model",
    100,
    DAY_MS,
    Per.EVERYBODY,
    "percent of LINDA_MODEL_DAILY_CENTS, what the model may cost in a day",
    "the rules answer everybody until midnight",
)
ALERTS_ABOUT_A_CUSTOMER = Limit(
    "alert-customer",
    5,
    DAY_MS,
    Per.NUMBER,
    "texts to the owner that a customer needs them, danger apart",
    "the request stands in Needs you",
)
ALERTS_OF_ALL = Limit(
    "alert",
    60,
    DAY_MS,
    Per.EVERYBODY,
    "texts to the owner that a customer needs them, danger apart",
    "one last text says so; every request stands in Needs you",
)
ALERTS_OF_VISITORS = Limit(
    "alert-visitor",
    20,
    DAY_MS,
    Per.EVERYBODY,
    "such texts about visitors and callers without a number",
    "the request stands in Needs you; whoever texts, or has confirmed a number, is told of as ever",
)
DANGER_OF_VISITORS = Limit(
    "danger-visitor",
    15,
    DAY_MS,
    Per.EVERYBODY,
    "texts to the owner of danger to visitors and callers without a number",
    "the request stands in Needs you; danger to whoever texts, or has confirmed a number, is told at once",
)
TEXTS_BACK = Limit(
    "text-back",
    60,
    DAY_MS,
    Per.EVERYBODY,
    "texts back to callers who reached nobody, one a day to each number",
    "the call stands in the inbox; whoever texts or calls again is answered as ever",
)
PUBLIC_REQUESTS = Limit(
    "public",
    240,
    MINUTE_MS,
    Per.ADDRESS,
    "requests to the public page's and the sign-in's routes, counted by each process",
    "the page tries again after a minute; signed-in browsers and known devices go on; texts and calls are not counted",
)

LIMITS: tuple[Limit, ...] = (
    TEXTS_OF_A_NUMBER,
    CALLS_OF_A_NUMBER,
    ANSWERS_BY_TEXT,
    MODEL_MONEY_OF_A_CUSTOMER,
    MODEL_MONEY,
    ALERTS_ABOUT_A_CUSTOMER,
    ALERTS_OF_ALL,
    ALERTS_OF_VISITORS,
    DANGER_OF_VISITORS,
    TEXTS_BACK,
    CHAT_OF_A_VISITOR,
    CHAT_OF_AN_ADDRESS,
    CHAT_OF_AN_ADDRESS_A_DAY,
    NEW_CHATS_OF_AN_ADDRESS,
    CHAT_OF_ALL,
    NUMBERS_OF_A_VISITOR,
    NUMBERS_OF_AN_ADDRESS,
    CODES_TO_A_NUMBER,
    CODES_TO_A_NUMBER_A_DAY,
    CODES_TO_ALL_NUMBERS,
    CODES_ASKED_FOR,
    CODES_OF_A_DEVICE,
    CODES_TEXTED,
    CODES_TYPED,
    CODES_TYPED_ON_A_DEVICE,
    APP_CODES_ON_A_DEVICE,
    TRIES_OF_A_CODE,
    TRIES_OF_THE_SECOND_FACTOR,
    PUBLIC_REQUESTS,
)
