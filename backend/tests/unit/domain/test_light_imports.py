import subprocess
import sys
from pathlib import Path

BACKEND = Path(__file__).parents[3]
RULES = ("discount", "hours", "opening_choice", "openings", "owner_state", "price_book", "quotes", "upsell")
HEAVY = {"holidays", "phonenumbers", "pydantic", "boto3", "openai", "twilio"}


def test_the_rules_load_no_heavy_library() -> None:
    code = "".join(f"import linda.domain.{name}\n" for name in RULES) + "import sys\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=BACKEND, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert "linda.domain.openings" in run.stdout.split()
    assert not HEAVY & set(run.stdout.split())
