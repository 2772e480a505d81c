"""Writes the generated schemas; a test fails when one of them is not what this would write."""

import json
import sys
from pathlib import Path

from linda.adapters.shop_file.schema import shop_schema
from linda.conversation.schemas import functions_json

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"


def generated() -> dict[str, str]:
    """Return the text of every generated file, by its name under `backend/schemas`."""
    return {
        "functions.json": functions_json(),
        "shop.schema.json": json.dumps(shop_schema(), indent=2) + "\n",
    }


def main() -> int:
    """Write them all."""
    for name, text in generated().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8")
        print(f"wrote backend/schemas/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
