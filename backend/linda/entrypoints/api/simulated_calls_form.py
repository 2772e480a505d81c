"""What the simulator shows of calls, and what can be done in one."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StrictStr, model_validator

from linda.adapters.simulated_phone import OwnerDoes
from linda.entrypoints.api.simulator_form import Phone


class SimStep(BaseModel):
    """One step of a call.

    `who` did `what` on the line of `leg`: a verb of TwiML, what a person did, or the carrier's "asks", "fails" and
    "tells", of which `ms` says how long the answer took.
    """

    at: datetime
    leg: Literal["caller", "owner"]
    who: Literal["caller", "owner", "shop", "carrier"]
    what: str
    text: str
    path: str
    ms: float


class SimCall(BaseModel):
    """One call: `caller` is "" when the number is withheld, `problem` the carrier's error that ended it."""

    sid: str
    caller: str
    caller_display: str
    began: datetime
    hears_speech: bool
    hears_keys: bool
    is_with_owner: bool
    is_over: bool
    problem: str
    steps: list[SimStep]


class SimCalls(BaseModel):
    """The latest calls, the newest first, and what the owner's phone does when it rings."""

    owner_does: OwnerDoes
    calls: list[SimCall]


class SimCalling(BaseModel):
    """Whose phone calls the shop; without a number, from one that is withheld."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    caller: Annotated[Phone | None, Field(alias="from")] = None


class SimDone(BaseModel):
    """One thing done in a call: the caller says or presses something, is silent or hangs up, or the owner hangs up."""

    model_config = ConfigDict(extra="forbid")

    says: Annotated[StrictStr, Field(min_length=1, max_length=1000)] | None = None
    presses: Annotated[StrictStr, Field(pattern=r"^[0-9*#]{1,20}$")] | None = None
    is_silent: bool = False
    hangs_up: bool = False
    owner_hangs_up: bool = False

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        said = (self.says is not None, self.presses is not None, self.is_silent, self.hangs_up, self.owner_hangs_up)
        if sum(said) != 1:
            raise ValueError("say one of says, presses, is_silent, hangs_up and owner_hangs_up")
        return self


class SimOwnersPhone(BaseModel):
    """What the owner does when his phone rings."""

    model_config = ConfigDict(extra="forbid")

    does: OwnerDoes
