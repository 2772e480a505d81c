"""What the phone simulator shows, and what can be done to it."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StrictStr, model_validator

from linda.entrypoints.api.why import Step

LONGEST = 1600

Phone = Annotated[str, Field(max_length=32)]


class Person(BaseModel):
    """A customer with a phone."""

    phone: str
    phone_display: str
    name: str


class SimText(BaseModel):
    """One text on one phone."""

    sid: str
    person: str
    author: Literal["person", "shop", "carrier"]
    body: str
    at: datetime
    segments: int
    status: Literal["delivered", "blocked", "rejected"]


class SimTurn(BaseModel):
    """What LINDA did for one reply, of no segments when it was spoken."""

    sid: str
    person: str
    at: datetime
    total_ms: float
    segments: int
    cost_micros: int
    brain_says: str
    steps: list[Step]


class SimFaults(BaseModel):
    """What goes wrong until it is switched off; `blocked` are phones to which the carrier delivers nothing."""

    model_config = ConfigDict(extra="forbid")

    model_down: bool = False
    model_slow: bool = False
    deliver_twice: bool = False
    lose_response: bool = False
    refuse_sends: bool = False
    blocked: Annotated[list[Phone], Field(max_length=50)] = []


class Simulator(BaseModel):
    """Everything the page shows."""

    now: datetime
    shop_phone: str
    shop_phone_display: str
    owner_phone: str
    shop: str
    owner: str
    assistant: str
    people: list[Person]
    faults: SimFaults
    has_model: bool
    clock_moved: bool
    texts: list[SimText]
    turns: list[SimTurn]


class SimSending(BaseModel):
    """A text from somebody's phone to the shop."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    sender: Annotated[Phone, Field(alias="from")]
    text: Annotated[StrictStr, Field(min_length=1, max_length=LONGEST)]


class SimSent(BaseModel):
    """What became of it: the outcome of each attempt, the replies, the carrier's error ("" for none)."""

    sid: str
    replies: list[str]
    attempts: list[str]
    problem: str


class ClockMove(BaseModel):
    """A moment to show (of the shop's clock, as 2026-02-10T14:46), minutes to go forward, or back to the real time."""

    model_config = ConfigDict(extra="forbid")

    at: datetime | None = None
    minutes: Annotated[int, Field(ge=1, le=60 * 24 * 366)] | None = None
    reset: bool = False

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if sum([self.at is not None, self.minutes is not None, self.reset]) != 1:
            raise ValueError("say one of at, minutes and reset")
        return self


class ClockShown(BaseModel):
    """What the clock shows now."""

    now: datetime
    clock_moved: bool
