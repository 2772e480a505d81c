"""AWS's own Runtime Interface Emulator: a function's package, run as Lambda runs it."""

import importlib.util
import json
import os
import platform
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linda.testing.servers.process import INSTALLED, ServerMissing, listens, running, two_free_ports

_EMULATOR = ".venv/lib/python*/site-packages/samcli/local/rapid/aws-lambda-rie-{}"
_PROCESSORS = {"x86_64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}
_INVOKE = "/2015-03-31/functions/function/invocations"

RUNTIME = ("awslambdaric", "boto3", "botocore", "runtime_client", "s3transfer", "simplejson", "snapshot_restore_py")
"""What Lambda's runtime brings beside the package, and what that leans on."""


@dataclass(frozen=True, slots=True)
class LambdaFunction:
    """A running function: its address, and the file with all it and the emulator logged."""

    url: str
    log: Path

    def invoke(self, event: object) -> Any:
        """Return what the function answers to `event`, or what Lambda says in its place (a timeout is plain text).

        An error nobody caught, at the import or in the call, is a mapping with `errorType` and `errorMessage`.
        """
        request = urllib.request.Request(self.url + _INVOKE, json.dumps(event).encode())  # noqa: S310 - our own http
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own http
                said = answer.read().decode()
        except urllib.error.HTTPError as failed:
            said = failed.read().decode()
        try:
            return json.loads(said)
        except ValueError:
            return said


@contextmanager
def lambda_emulator(
    package: Path, handler: str, environment: Mapping[str, str], *, seconds: int = 14
) -> Iterator[LambdaFunction]:
    """Yield the function `handler` ("file.function") of the unzipped `package`.

    Nothing but the package, the standard library and what Lambda's runtime brings can be imported.

    Args:
        package: the folder that Lambda would have at /var/task.
        handler: as the template names it.
        environment: the function's variables.
        seconds: after how many Lambda ends a call.

    Raises:
        ServerMissing: the emulator is not installed, or did not start.
    """
    front, back = two_free_ports()
    addresses = ["--runtime-interface-emulator-address", f"127.0.0.1:{front}"]
    addresses += ["--runtime-api-address", f"127.0.0.1:{back}"]
    with tempfile.TemporaryDirectory(prefix="linda-lambda-") as temporary:
        log = Path(temporary, "log")
        whole = {
            **function_environment(package, runtime_folder(Path(temporary)), environment),
            "AWS_LAMBDA_FUNCTION_NAME": f"linda-{handler.partition('.')[0].replace('_', '-')}",
            "AWS_LAMBDA_FUNCTION_TIMEOUT": str(seconds),
        }
        command = [str(_emulator()), *addresses, *function_command(handler)]
        with running(command, log=log, is_up=lambda: listens(front), environment=whole, folder=package):
            yield LambdaFunction(f"http://127.0.0.1:{front}", log)


def function_command(handler: str) -> list[str]:
    """Return the command of Lambda's runtime for `handler`, blind to what is installed on this machine."""
    return [sys.executable, "-S", "-m", "awslambdaric", handler]


def function_environment(package: Path, runtime: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the whole environment of a function of `package`, in which only it and `runtime` can be imported."""
    return {
        "PATH": os.defpath,
        "PYTHONPATH": os.pathsep.join((str(package), str(runtime))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LAMBDA_TASK_ROOT": str(package),
        **environment,
    }


def runtime_folder(parent: Path) -> Path:
    """Make a folder in `parent` that links to what Lambda's runtime brings; raises `ServerMissing`."""
    folder = parent / "runtime"
    folder.mkdir()
    for name in RUNTIME:
        found = importlib.util.find_spec(name)
        if found is None or found.origin is None:
            raise ServerMissing(f"Lambda's Python runtime is not installed here, {name} is missing: run `make test`.")
        origin = Path(found.origin)
        path = origin.parent if origin.name == "__init__.py" else origin
        (folder / path.name).symlink_to(path)
    return folder


def _emulator() -> Path:
    processor = _PROCESSORS.get(platform.machine(), platform.machine())
    found = sorted(INSTALLED.glob(_EMULATOR.format(processor)))
    if not found:
        raise ServerMissing("AWS's Runtime Interface Emulator is not installed: run `make servers`.")
    return found[0]
