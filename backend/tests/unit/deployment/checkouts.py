"""A checkout small enough to be packed in a moment, with no library to fetch."""

from pathlib import Path

FUNCTION = "from utils import answer\n\n\ndef handler(event: object, context: object) -> str:\n    return answer()\n"


def a_checkout(root: Path) -> Path:
    """Make a checkout in `root`: a package, two functions, a shop file; and what must not be packed."""
    contents = {
        "backend/lambda/requirements.txt": "# nothing\n",
        "backend/lambda/requirements.in": "",
        "backend/lambda/dispatcher.py": FUNCTION,
        "backend/lambda/utils.py": "from linda.domain.money import price\n\nanswer = price\n",
        "backend/lambda/__pycache__/dispatcher.cpython-311.pyc": "stale",
        "backend/linda/__init__.py": "",
        "backend/linda/domain/__init__.py": "",
        "backend/linda/domain/money.py": "def price() -> str:\n    return '$89'\n",
        "backend/linda/policy/base.md": "Be honest.\n",
        "backend/linda/.money.py.swp": "half an edit",
        "backend/linda/testing/__init__.py": "import pytest\n",
        "backend/linda/entrypoints/__init__.py": "",
        "backend/linda/entrypoints/cli/__init__.py": "import click\n",
        "backend/linda/deployment/__init__.py": "import uv\n",
        "shop.toml": "name = 'a shop'\n",
    }
    for name, text in contents.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
