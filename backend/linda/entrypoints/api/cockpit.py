"""Everything the cockpit shows, in one answer that is asked every few seconds."""

from datetime import date, datetime

from pydantic import BaseModel

from linda.conversation.ahead import look_ahead
from linda.conversation.finishing import assistant_name
from linda.conversation.standing import Standing
from linda.domain.headline import headline, until_choices
from linda.domain.owner_state import OwnerState, describe
from linda.domain.phone_number import display
from linda.domain.time_words import clock_time, duration_words
from linda.entrypoints.api.calendar import CalendarItem, day_of
from linda.entrypoints.api.heads import ConversationHead, head_of
from linda.entrypoints.api.needs_you import NeedsYou, needs_you
from linda.entrypoints.api.owner_state import Document, StateOfOwner
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.results import WeekCache

NEWEST = 20
LOOKED_THROUGH = 100
"""Whoever waits for the owner is found among so many of the latest conversations."""


class UntilChoice(BaseModel):
    """An end for the mode that one tap sets."""

    label: str
    until: datetime


class Bar(BaseModel):
    """One day of the week's bars."""

    date: date
    answered: int


class Week(BaseModel):
    """The last seven days."""

    answered: int
    booked: int
    while_away: int
    add_ons_offered: int
    add_ons_taken: int
    bars: list[Bar]


class Today(BaseModel):
    """The rest of today's calendar, and how soon the next customer comes ("" for none)."""

    date: date
    says: str
    items: list[CalendarItem]


class Cockpit(BaseModel):
    """What the owner sees first."""

    state: Document
    headline: str
    until_says: str
    detail: str
    until_choices: list[UntilChoice]
    customers_hear: str
    needs_you: list[NeedsYou]
    conversations: list[ConversationHead]
    waiting: int
    today: Today
    week: Week
    shop: str
    owner: str
    assistant: str
    phone_display: str
    simulated: bool


class CockpitRoute:
    """The route /api/cockpit."""

    def __init__(self, parts: Parts) -> None:
        """Show these parts."""
        self.parts = parts
        self._week = WeekCache(parts)

    def show(self) -> Cockpit:
        """Return everything at once."""
        parts, now = self.parts, self.parts.clock.now()
        shop, local = parts.shop, now.astimezone(parts.shop.timezone)
        document = StateOfOwner(parts).show()
        state = parts.records.states.current().at(now)
        leads = parts.customers(LOOKED_THROUGH)
        heads = [head_of(parts, each) for each in leads]
        cards = sorted((card for each in leads for card in needs_you(parts, each)), key=lambda each: each.asked_at)
        says, until = headline(shop, state, now)
        choices = [UntilChoice(label=clock_time(each.time()), until=each) for each in until_choices(local)]
        return Cockpit(
            state=document,
            headline=says,
            until_says=until,
            detail=self._detail(state, local),
            until_choices=choices,
            customers_hear=" ".join(filter(None, [describe(shop, state, now), state.bulletin])),
            needs_you=cards,
            conversations=heads[:NEWEST],
            waiting=sum(each.status is Standing.WAITING for each in heads),
            today=self._today(local),
            week=self._seven_days(),
            shop=shop.name,
            owner=shop.owner,
            assistant=assistant_name(shop, state),
            phone_display=display(shop.phone),
            simulated=parts.settings.local,
        )

    def _detail(self, state: OwnerState, local: datetime) -> str:
        if not state.answers_texts:
            return "LINDA is paused: nobody answers texts but you."
        ahead = look_ahead(self.parts.records, self.parts.clock, self.parts.shop, state)
        first = ahead.says(local)
        opening = f"First opening {first}." if first else "No opening in the next days."
        return f"LINDA answers everything. {opening}"

    def _today(self, local: datetime) -> Today:
        items = [each for each in day_of(self.parts, local.date()).items if each.ends > local and each.kind != "away"]
        ahead = [each.starts for each in items if each.kind == "booking" and each.starts > local]
        minutes = -(-int((min(ahead) - local).total_seconds()) // 60) if ahead else 0
        says = f"next in {duration_words(minutes)}" if ahead else ""
        return Today(date=local.date(), says=says, items=items)

    def _seven_days(self) -> Week:
        counted = self._week.week()
        return Week(
            answered=counted.answered,
            booked=counted.booked,
            while_away=counted.while_away,
            add_ons_offered=counted.add_ons_offered,
            add_ons_taken=counted.add_ons_taken,
            bars=[Bar(date=each.date, answered=each.answered) for each in counted.by_day],
        )
