"""Knock without a token in a fresh process, and print the answer's status and which heavy modules were loaded."""

import sys
from pathlib import Path

from linda.bootstrap import join
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.lambda_call import call
from tests.shop_desk import local_settings

HEAVY = ("aws_lambda_powertools", "boto3", "openai", "pydantic")


def main() -> None:
    """Knock."""
    linda = join(local_settings(Path(sys.argv[1])))
    answer = call(linda.routes["/api"], HttpRequest("GET", "/api/state"), linda.clock, seconds=5)
    linda.close()
    sys.stdout.write(f"{answer.status} {[name for name in HEAVY if name in sys.modules]}")


if __name__ == "__main__":
    main()
