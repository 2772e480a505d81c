"""What the owner is doing: look, change, look back."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel, ConfigDict, StrictBool, StrictInt, StrictStr

from linda.domain.errors import Conflict
from linda.domain.owner_state import OwnerState, describe, validate
from linda.domain.shop import Mode, Persona
from linda.entrypoints.api.asked import asked
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem


class State(BaseModel):
    """The owner's state. What a change leaves out stays as it is; `until` and `note` belong to the mode."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode
    until: datetime | None = None
    note: StrictStr = ""
    bulletin: StrictStr = ""
    persona: Persona | None = None
    assistant_name: StrictStr | None = None
    voice: StrictStr | None = None
    greeting: StrictStr | None = None
    max_discount_percent: StrictInt | None = None
    answers_texts: StrictBool = True
    answers_calls: StrictBool = True
    keeps_transcripts: StrictBool = True
    auto_upsell: StrictBool = True


class Change(BaseModel):
    """A state to be put over the version that whoever asks has seen."""

    model_config = ConfigDict(extra="forbid")

    version: StrictInt
    state: State


class Undo(BaseModel):
    """The version whose change is to be taken back."""

    model_config = ConfigDict(extra="forbid")

    version: StrictInt


class Document(BaseModel):
    """A state with its version, who set it, and what customers hear of it."""

    version: int
    state: State
    says: str
    set_at: datetime | None
    set_by: str


class History(BaseModel):
    """Changes, the newest first."""

    changes: list[Document]


@dataclass(frozen=True, slots=True)
class StateOfOwner:
    """The routes under /api/state."""

    parts: Parts

    def show(self) -> Document:
        """Return the state in force."""
        stored = self.parts.records.states.current(fresh=True)
        return self._document(stored.at(self.parts.clock.now()))

    def change(self, change: Change) -> Document:
        """Put a state in force; 409 with the current one when somebody else was faster."""
        current = self.parts.records.states.current(fresh=True)
        if current.version != change.version:
            raise self._stale()
        return self._put_in_force(validate(replace(current, **self._values(change.state)), self.parts.clock.now()))

    def undo(self, undo: Undo) -> Document:
        """Put the state before the latest change in force again; 409 when that is not the change that was seen."""
        current = self.parts.records.states.current(fresh=True)
        if current.version != undo.version:
            raise self._stale()
        before = self.parts.records.states.before_last().at(self.parts.clock.now())
        return self._put_in_force(replace(before, version=current.version))

    def history(self, limit: Annotated[int, Query(ge=1, le=50)] = 20) -> History:
        """Return the latest changes."""
        return History(changes=[self._document(each) for each in self.parts.records.states.history(limit=limit)])

    def _put_in_force(self, wanted: OwnerState) -> Document:
        by = "dashboard" if asked().session else "api"
        try:
            return self._document(self.parts.records.states.change(wanted, by=by))
        except Conflict:
            raise self._stale() from None

    def _stale(self) -> Problem:
        said = "The state was changed by somebody else: look at the current one, and change that."
        return Problem(409, said, current=self.show().model_dump(mode="json"))

    def _values(self, state: State) -> dict[str, Any]:
        given = state.model_fields_set | {"until", "note"}
        values = {name: getattr(state, name) for name in given}
        if state.until is not None and state.until.tzinfo is None:
            values["until"] = state.until.replace(tzinfo=self.parts.shop.timezone)
        return values

    def _document(self, state: OwnerState) -> Document:
        shown = {name: getattr(state, name) for name in State.model_fields} | {"until": self._local(state.until)}
        return Document(
            version=state.version,
            state=State(**shown),
            says=describe(self.parts.shop, state, self.parts.clock.now()),
            set_at=self._local(state.set_at),
            set_by=state.set_by,
        )

    def _local(self, moment: datetime | None) -> datetime | None:
        return moment.astimezone(self.parts.shop.timezone) if moment else None
