"""Writes the generated schemas and pages; a test fails when one of them is not what this would write."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from linda.adapters.shop_file.schema import shop_schema
from linda.bootstrap import join
from linda.conversation.schemas import functions_json
from linda.entrypoints.api.openapi import described
from linda.entrypoints.api.resolving import Resolver
from linda.entrypoints.api.routes import routes
from linda.settings import Settings
from linda.testing.memory_store import MemoryStore
from scripts.security.page import PAGE, security_page

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"


def generated() -> dict[str, str]:
    """Return the text of every generated file, by its name under `backend/schemas`."""
    return {
        "functions.json": functions_json(),
        "openapi.json": openapi_json(),
        "shop.schema.json": json.dumps(shop_schema(), indent=2) + "\n",
    }


def openapi_json() -> str:
    """Return the description of the API; what it is made of needs no store and no shop's secrets."""
    settings = Settings.from_environment({"LINDA_SHOP_FILE": str(SCHEMAS.parents[1] / "shop.toml")})
    with TemporaryDirectory() as folder:
        joined = join(replace(settings, data_dir=Path(folder)), store=MemoryStore())
        table = routes(joined.parts)
        return json.dumps(described(Resolver(table).app, table), indent=2) + "\n"


def main() -> int:
    """Write them all."""
    for name, text in generated().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8")
        print(f"wrote backend/schemas/{name}")
    PAGE.write_text(security_page(), encoding="utf-8")
    print("wrote docs/security.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
