"""What the owner is doing right now, as a fact that scheduling and talking both read."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from linda.domain.channel import VOICE
from linda.domain.errors import InvalidInput
from linda.domain.hours import hours_on, is_open, next_opening_moment
from linda.domain.shop import Mode, Persona, Shop
from linda.domain.synthetic_voice import is_voice
from linda.domain.time_words import moment_words, until_words

TEXT_LIMITS = {"note": 200, "bulletin": 300, "assistant_name": 40, "voice": 80, "greeting": 200}
LONGEST_AWAY = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class OwnerState:
    """The owner's state. `until` is aware; None means open end. None elsewhere means "as the shop says".

    `version` counts changes; `set_at` (aware) and `set_by` ("dashboard", "text", "cli") say where it came from.
    `keeps_transcripts`: of a call not only what came of it is kept, but what was said.
    `settings_version` names the shop's settings that are in force with it, 0 the shop file alone.
    """

    mode: Mode = Mode.WORK
    until: datetime | None = None
    note: str = ""
    bulletin: str = ""
    persona: Persona | None = None
    assistant_name: str | None = None
    voice: str | None = None
    greeting: str | None = None
    max_discount_percent: int | None = None
    answers_texts: bool = True
    answers_calls: bool = True
    keeps_transcripts: bool = True
    auto_upsell: bool = True
    settings_version: int = 0
    version: int = 0
    set_at: datetime | None = None
    set_by: str = ""

    def at(self, now: datetime) -> "OwnerState":
        """Return the state in force at `now`: one whose `until` has passed is over and reads as WORK."""
        if self.until is None or now < self.until:
            return self
        return replace(self, mode=Mode.WORK, until=None, note="")

    def keeps_words(self, channel: str) -> bool:
        """Tell whether what is said by `channel` stays in the conversation; of a call it may not."""
        return self.keeps_transcripts or channel != VOICE


def free_from(shop: Shop, state: OwnerState, now: datetime) -> datetime | None:
    """Return from when the owner takes work: `now`, or the end of a mode that holds openings back.

    None when such a mode has no known end.
    """
    current = state.at(now)
    return current.until if shop.modes[current.mode].openings_after_until else now


def max_discount(shop: Shop, state: OwnerState) -> int:
    """Return the most percent LINDA may give: the owner's setting of today, else the shop's."""
    return shop.discounts.max_percent if state.max_discount_percent is None else state.max_discount_percent


def describe(shop: Shop, state: OwnerState, now: datetime) -> str:
    """Say in one sentence what a customer should know of the owner at the aware moment `now`, in shop time.

    Outside opening hours that is when the shop opens again, for nobody works then whatever the mode says; an empty
    note reads as "away".
    """
    current, local = state.at(now), now.astimezone(shop.timezone)
    if not is_open(shop, now):
        return _closed_words(shop, current, local)
    policy = shop.modes[current.mode]
    given = {"owner": shop.owner, "note": current.note or "away"}
    if current.until is None:
        return _sentence(policy.status_open_end.format_map(given))
    back = _opens_from(shop, current.until) if current.mode is Mode.CLOSED else current.until
    return _sentence(policy.status.format_map(given | {"until": until_words(back or current.until, local)}))


def validate(state: OwnerState, now: datetime) -> OwnerState:
    """Return `state` if it can be put in force at the aware moment `now`.

    Raises:
        InvalidInput: every problem found, each naming the field and what is legal.
    """
    problems = [
        *_until_problems(state, now),
        *_percent_problems(state),
        *_text_problems(state),
        *_voice_problems(state),
    ]
    if problems:
        raise InvalidInput(" ".join(problems))
    return state


def _closed_words(shop: Shop, state: OwnerState, local: datetime) -> str:
    reason = hours_on(shop, local.date()).reason
    closed = f"The shop is closed today ({reason})" if reason else "The shop is closed"
    tomorrow = datetime.combine(local.date() + timedelta(days=1), time(), tzinfo=shop.timezone)
    opens = _opens_from(shop, free_from(shop, state, local) or tomorrow)
    return f"{closed} and opens {moment_words(opens, local)}." if opens else f"{closed}."


def _opens_from(shop: Shop, moment: datetime) -> datetime | None:
    """Return `moment` when the shop is open then, else when it opens next."""
    return moment if is_open(shop, moment) else next_opening_moment(shop, moment)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _until_problems(state: OwnerState, now: datetime) -> list[str]:
    if state.until is None:
        return []
    if state.until.tzinfo is None:
        return ["until: needs a time zone."]
    if not now < state.until <= now + LONGEST_AWAY:
        return ["until: must lie ahead, at most a year."]
    return []


def _percent_problems(state: OwnerState) -> list[str]:
    percent = state.max_discount_percent
    if percent is None or (type(percent) is int and 0 <= percent <= 100):
        return []
    return [f"max_discount_percent: must be a whole number from 0 to 100, not {percent!r}."]


def _voice_problems(state: OwnerState) -> list[str]:
    if state.voice is None or is_voice(state.voice):
        return []
    return [f"voice: must be a voice of the carrier, like Polly.Joanna-Neural, not {state.voice!r}."]


def _text_problems(state: OwnerState) -> list[str]:
    return [
        f"{name}: must be one line of at most {limit} characters."
        for name, limit in TEXT_LIMITS.items()
        for text in [getattr(state, name) or ""]
        if len(text) > limit or not text.isprintable()
    ]
