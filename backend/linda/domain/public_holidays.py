"""Public holidays of a state, from the `holidays` library, which follows the statutes of each country.

Loaded at the first question. Importing one country through the library's front door imports all of them, which takes
longer than LINDA's whole start; a bare package in place of `holidays.countries` lets the one country in alone. Its
version it asks of the installed packages, which takes a third of the rest, for a name nobody reads here.
"""

import importlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

_COUNTRIES = "holidays.countries"
_VERSION = "holidays.version"


@lru_cache(maxsize=64)
def public_holidays(country: str, state: str, year: int) -> Mapping[date, str]:
    """Return the public holidays of a `year`, by day; names joined by "; " where two meet.

    Raises:
        NotImplementedError: the library knows no such country or state.
    """
    return dict(_calendar(country)(subdiv=state or None, years=year).items())


@lru_cache(maxsize=4)
def _calendar(country: str) -> Any:
    unread = ModuleType(_VERSION)
    unread.__dict__["__version__"] = ""
    with _in_place(_VERSION, unread):
        import holidays
        from holidays.registry import COUNTRIES

    module, names = next(((module, names) for module, names in COUNTRIES.items() if country in names), ("", ()))
    if not module:
        raise NotImplementedError(f"no public holidays are known of {country}")
    if _COUNTRIES in sys.modules:
        return getattr(sys.modules[_COUNTRIES], names[0])
    alone = ModuleType(_COUNTRIES)
    alone.__path__ = [str(Path(holidays.__file__).parent / "countries")]
    with _in_place(_COUNTRIES, alone):
        return getattr(importlib.import_module(f"{_COUNTRIES}.{module}"), names[0])


@contextmanager
def _in_place(name: str, module: ModuleType) -> Iterator[None]:
    """Let `module` be imported as `name`, unless that was imported already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = module
    try:
        yield
    finally:
        del sys.modules[name]
