"""The four functions: what each serves, and all that it may read for that."""

from dataclasses import dataclass

from linda.records.tables import STATE, TABLES, Table


@dataclass(frozen=True, slots=True)
class FunctionSpec:
    """One function.

    `secrets` are the names it may read from the Parameter Store, `tables` those it works with, `paths` what it
    answers over HTTP (with everything below). `has_jobs`: schedules call it. `rules_only`: it never asks a model.
    """

    name: str
    secrets: tuple[str, ...]
    tables: tuple[Table, ...]
    paths: tuple[str, ...]
    has_jobs: bool = False
    rules_only: bool = False


DISPATCHER = FunctionSpec("dispatcher", ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY"), TABLES, ("/",))
FALLBACK = FunctionSpec("fallback", ("TWILIO_AUTH_TOKEN",), TABLES, ("/twilio",), rules_only=True)
STATE_MANAGER = FunctionSpec(
    "state-manager", ("TWILIO_AUTH_TOKEN", "LINDA_API_TOKEN"), (STATE,), ("/api/state",), rules_only=True
)
SCHEDULER = FunctionSpec(
    "scheduler",
    ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "LINDA_API_TOKEN"),
    TABLES,
    ("/api/openings", "/api/bookings"),
    has_jobs=True,
)

SPECS = {spec.name: spec for spec in (DISPATCHER, FALLBACK, STATE_MANAGER, SCHEDULER)}
"""The four by their names."""
