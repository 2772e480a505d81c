"""A program that reads a row and a secret as a function does, and says what it read and which libraries it loaded."""

import os
import sys

from linda.bootstrap import open_store
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.specs import FALLBACK
from linda.records.tables import STATE
from linda.settings import Settings

HEAVY = ("boto3", "botocore.session", "botocore.client", "urllib3")


def main() -> None:
    """Read; the environment says where."""
    store = open_store(Settings.from_environment(os.environ))
    row = store.get(STATE, {"state_id": "A"})
    store.close()
    container = Container(FALLBACK, os.environ)
    token = container.linda().webhooks.auth_token
    container.close()
    loaded = [name for name in HEAVY if name in sys.modules]
    sys.stdout.write(f"{row} {token} {loaded}")


if __name__ == "__main__":
    main()
