"""Changes an owner could make on the dashboard: whole sections, most of them legal."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from linda.adapters.shop_file.form import START_EVERY
from linda.domain.discount import Reason
from linda.domain.shop import Mode, Persona

WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
VOICES = st.sampled_from(["Polly.Ruth-Neural", "Google.en-US-Neural2-F", "alice", "nobody's"])
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
DOLLARS = st.one_of(st.integers(0, 999).map(str), st.integers(0, 99_999).map(lambda n: f"{n // 100}.{n % 100:02d}"))
DAYS = st.integers(0, 400).map(lambda n: (date(2026, 1, 1) + timedelta(days=n)).isoformat())
STRETCH = st.tuples(st.integers(0, 11), st.integers(12, 23)).map(lambda pair: f"{pair[0]}:00-{pair[1]}:30")
HOURS = st.one_of(st.just("closed"), STRETCH, st.just(["8:00-12:00", "13:05-18:00"]))
FIVES = st.integers(1, 12).map(lambda n: n * 5)
KNOWN = st.sampled_from(["iphone_screen", "battery", "diagnostics", "remote_diagnostic"])


def _rows(row: dict[str, st.SearchStrategy[Any]], *, least: int, **optional: st.SearchStrategy[Any]) -> Any:
    one = st.fixed_dictionaries(
        {"id": st.one_of(KNOWN, IDS), "name": WORDS, "price": DOLLARS, **row}, optional=optional
    )
    by: tuple[Callable[[Any], Any], ...] = (lambda each: each["id"], lambda each: each["name"].lower())
    return st.lists(one, min_size=least, max_size=5, unique_by=by)


SECTIONS: dict[str, st.SearchStrategy[Any]] = {
    "assistant": st.fixed_dictionaries(
        {"name": WORDS, "persona": st.sampled_from([str(p) for p in Persona]), "voice": VOICES, "greeting": WORDS}
    ),
    "hours": st.fixed_dictionaries(dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), HOURS)),
    "closures": st.dictionaries(DAYS, WORDS, max_size=4),
    "special_hours": st.dictionaries(DAYS, HOURS, max_size=4),
    "booking": st.fixed_dictionaries(
        {
            "start_every": st.sampled_from(START_EVERY),
            "lead_minutes": FIVES,
            "last_start_before_close": FIVES,
            "horizon_days": st.integers(1, 365),
            "benches": st.integers(1, 9),
            "on_site_surcharge": DOLLARS,
            "travel_buffer": FIVES,
        }
    ),
    "discounts": st.fixed_dictionaries(
        {
            "max_percent": st.integers(0, 40),
            "floor_percent": st.integers(0, 60),
            "daily_budget": DOLLARS,
            "reasons": st.lists(st.sampled_from([str(reason) for reason in Reason]), unique=True),
        }
    ),
    "services": _rows({"repair": IDS, "minutes": FIVES}, least=1, fee=st.booleans(), on_site=st.booleans()),
    "add_ons": _rows({"pitch": WORDS}, least=0, aliases=st.lists(WORDS, max_size=2)),
    "modes": st.fixed_dictionaries(
        {
            mode.value: st.fixed_dictionaries(
                {
                    "walk_ins": st.booleans(),
                    "openings_after_until": st.booleans(),
                    "first_pickup": st.sampled_from(["owner", "linda"]),
                    "status": st.sampled_from(["{owner} is out until {until}.", "Back at {until}, says {owner}"]),
                    "status_open_end": st.sampled_from(["{owner} is {note}.", 'Gone "for good" \\o/']),
                }
            )
            for mode in Mode
        }
    ),
}


def changes() -> st.SearchStrategy[dict[str, Any]]:
    """Return one save on the dashboard: some sections, each as a whole."""
    return st.fixed_dictionaries({}, optional=SECTIONS)
