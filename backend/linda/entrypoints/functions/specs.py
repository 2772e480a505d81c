"""The four functions: what each serves, and the secrets that it may read for that."""

from dataclasses import dataclass

from linda.entrypoints.lambda_call import is_under


@dataclass(frozen=True, slots=True)
class FunctionSpec:
    """One function.

    `secrets` are the names it may read from the Parameter Store, `paths` what it answers over HTTP, with everything
    below that is no other function's. `has_jobs`: schedules call it. `rules_only`: it never asks a model.
    `has_sockets`: the WebSocket API of calls brings it each frame.
    """

    name: str
    secrets: tuple[str, ...]
    paths: tuple[str, ...]
    has_jobs: bool = False
    rules_only: bool = False
    has_sockets: bool = False


DISPATCHER = FunctionSpec(
    "dispatcher",
    ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "LINDA_PROXY_SECRET"),
    ("/", "/twilio", "/api/public", "/api/chat"),
    has_sockets=True,
)
FALLBACK = FunctionSpec("fallback", ("TWILIO_AUTH_TOKEN",), ("/twilio",), rules_only=True)
STATE_MANAGER = FunctionSpec(
    "state-manager",
    ("TWILIO_AUTH_TOKEN", "LINDA_API_TOKEN", "LINDA_PROXY_SECRET", "LINDA_SECRET_KEYS"),
    ("/api",),
    rules_only=True,
)
SCHEDULER = FunctionSpec(
    "scheduler",
    ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "LINDA_API_TOKEN"),
    (
        *("/api/openings", "/api/bookings", "/api/bookings.csv"),
        *("/api/calendar", "/api/calendar.ics", "/api/blocks"),
    ),
    has_jobs=True,
)

SPECS = {spec.name: spec for spec in (DISPATCHER, FALLBACK, STATE_MANAGER, SCHEDULER)}
"""The four by their names."""


def answers(spec: FunctionSpec, path: str) -> bool:
    """Tell whether `path` is for the function `spec`: no other one names a longer part of it."""
    longest = max((len(each) for one in SPECS.values() for each in one.paths if is_under(path, each)), default=0)
    return any(len(each) == longest and is_under(path, each) for each in spec.paths)
