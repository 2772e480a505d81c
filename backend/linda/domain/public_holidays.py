"""Public holidays of a state, from the `holidays` library, which follows the statutes of each country.

Loaded at the first question. Importing one country through the library's front door imports all of them, which takes
longer than LINDA's whole start; a bare package in place of `holidays.countries` lets the one country in alone.
"""

import importlib
import sys
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

_COUNTRIES = "holidays.countries"


@lru_cache(maxsize=64)
def public_holidays(country: str, state: str, year: int) -> Mapping[date, str]:
    """Return the public holidays of a `year`, by day; names joined by "; " where two meet.

    Raises:
        NotImplementedError: the library knows no such country or state.
    """
    return dict(_calendar(country)(subdiv=state or None, years=year).items())


@lru_cache(maxsize=4)
def _calendar(country: str) -> Any:
    import holidays
    from holidays.registry import COUNTRIES

    module, names = next(((module, names) for module, names in COUNTRIES.items() if country in names), ("", ()))
    if not module:
        raise NotImplementedError(f"no public holidays are known of {country}")
    if _COUNTRIES in sys.modules:
        return getattr(sys.modules[_COUNTRIES], names[0])
    alone = ModuleType(_COUNTRIES)
    alone.__path__ = [str(Path(holidays.__file__).parent / "countries")]
    sys.modules[_COUNTRIES] = alone
    try:
        return getattr(importlib.import_module(f"{_COUNTRIES}.{module}"), names[0])
    finally:
        del sys.modules[_COUNTRIES]
