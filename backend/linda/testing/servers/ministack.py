"""MiniStack: CloudFormation, Lambda, API Gateway, DynamoDB and the rest of AWS as one process, with IAM enforced."""

import os
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from linda.testing.servers.process import INSTALLED, free_port, installed, running


@dataclass(frozen=True, slots=True)
class Ministack:
    """A running MiniStack: its address, and the file with all it logged."""

    url: str
    log: Path

    @property
    def environment(self) -> Mapping[str, str]:
        """Return what boto3 has to find in the environment to speak with it, as the account's root."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
        }


@contextmanager
def ministack(*, auth: bool = True) -> Iterator[Ministack]:
    """Yield a fresh, empty AWS; with `auth` every role may do only what its policies say.

    Raises:
        ServerMissing: it is not installed, or did not start.
    """
    python = installed(INSTALLED / ".venv/bin/python", "MiniStack")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="linda-ministack-", ignore_cleanup_errors=True) as folder:
        log = Path(folder, "ministack.log")
        environment = {
            "PATH": f"{python.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "HOME": folder,
            "TMPDIR": folder,  # it leaves copies of every function's package there
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(port),
            "LAMBDA_EXECUTOR": "local",
            "AUTH": "true" if auth else "false",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [str(python), "-m", "ministack"]
        with running(command, log=log, is_up=lambda: _is_healthy(url), environment=environment, folder=Path(folder)):
            yield Ministack(url, log)


def _is_healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_ministack/health", timeout=2) as answer:  # noqa: S310 - our own http
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
