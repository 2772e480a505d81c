"""Answer one text as a fresh dispatcher does, and print its status and which heavy modules were loaded."""

import sys
from pathlib import Path

from linda.entrypoints.functions import DISPATCHER, Function
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.snapshot import after_restore, before_snapshot
from tests.faults.signature_vectors import signed
from tests.functions import Parameters, environment

HEAVY = ("aws_lambda_powertools", "boto3", "icalendar", "openai", "pyotp", "segno", "tomlkit", "twilio.rest")


def main() -> None:
    """Answer."""
    container = Container(DISPATCHER, environment(Path(sys.argv[1])), read=Parameters())
    if sys.argv[2] == "snapshot":
        before_snapshot(container)
        after_restore(container)
    answer = Function(container).answer(signed(), None)
    container.close()
    loaded = [name for name in HEAVY if name in sys.modules]
    sys.stdout.write(f"{answer['statusCode']} {loaded}")


if __name__ == "__main__":
    main()
