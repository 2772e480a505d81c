"""The reference names each function with its secrets, and each route of the API, and no others."""

import re

from linda.entrypoints.api.routes import routes
from linda.entrypoints.functions import DISPATCHER, FALLBACK, SCHEDULER, STATE_MANAGER
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import ROOT, open_shop

REFERENCE = (ROOT / "docs/reference.md").read_text(encoding="utf-8")


def test_each_function_stands_with_the_secrets_it_reads() -> None:
    rows = dict(re.findall(r"^\| `linda-([a-z-]+)` \|.*\| (.*) \|$", REFERENCE, re.MULTILINE))
    everything = SCHEDULER.secrets
    said = {
        name: everything if cell == "all three" else tuple(re.findall(r"[A-Z_]+", cell)) for name, cell in rows.items()
    }
    assert said == {spec.name: spec.secrets for spec in (DISPATCHER, FALLBACK, STATE_MANAGER, SCHEDULER)}


def test_each_route_of_the_api_is_there_and_no_other() -> None:
    named = re.findall(r"^\| `([A-Z]+) (/api/[a-zA-Z/.-]+)(?:\?[^`]*)?` \|", REFERENCE, re.MULTILINE)
    with open_shop(store=MemoryStore()) as linda:
        served = [(each.method, each.path) for each in routes(linda.parts)]
    written = [(method, path.replace("<conversation>", "LEAD")) for method, path in served]
    assert sorted(named) == sorted((method, re.sub(r"<(\w+)>", _in_capitals, path)) for method, path in written)


def _in_capitals(variable: re.Match[str]) -> str:
    return variable[1].upper()
