"""One country let in alone says what the whole library says."""

import subprocess
import sys
from datetime import date
from types import ModuleType

import pytest

from linda.domain import public_holidays as module
from linda.domain.public_holidays import public_holidays
from tests.child_process import BACKEND

COMPARED = """
import sys
from linda.domain.public_holidays import public_holidays
from tests.child_process import BACKEND
alone = dict(public_holidays({country!r}, {state!r}, 2027))
assert sum(name.startswith("holidays.countries.") for name in sys.modules) == 1
assert "importlib.metadata" not in sys.modules
import holidays
assert alone == dict(holidays.country_holidays({country!r}, subdiv={state!r} or None, years=2027).items()), alone
print(len(alone))
"""


@pytest.mark.parametrize(("country", "state"), [("US", "FL"), ("US", "TX"), ("DE", "BY"), ("CA", "")])
def test_one_country_alone_has_the_days_that_the_whole_library_gives(country: str, state: str) -> None:
    program = COMPARED.format(country=country, state=state)
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=BACKEND, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert (done.returncode, int(done.stdout or 0) > 5) == (0, True), done.stderr


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="ZZ"):
        public_holidays("ZZ", "", 2026)


def test_a_country_that_is_loaded_already_is_used_as_it_is() -> None:
    import holidays.countries  # what another part of the program may have done

    module._calendar.cache_clear()
    assert "Independence Day" in public_holidays("US", "FL", 2031).values()
    assert holidays.countries.__name__ == "holidays.countries"


def test_what_was_imported_already_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    version = ModuleType("holidays.version")
    monkeypatch.setitem(sys.modules, version.__name__, version)
    public_holidays.cache_clear()
    module._calendar.cache_clear()
    assert date(2026, 7, 4) in public_holidays("US", "FL", 2026)
    assert sys.modules["holidays.version"] is version
