"""Reading secrets: SecureStrings, each under the name its variable has on a laptop."""

import logging
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

from linda.adapters.aws_wire import Access
from linda.domain.errors import VendorFailed

Client = Any
"""A boto3 client: boto3 makes its class at run time from AWS's description, so there is no type to name.

Or the one of `aws_wire`, which does the same for what is read here.
"""

Sleep = Callable[[float], None]

CONNECT_S = 0.5
READ_S = 1.0
TRIES = 2
PAUSE_S = 0.2

_DENIED = frozenset({"AccessDeniedException", "AccessDenied", "KMS.AccessDeniedException"})
_ABSENT = "ParameterNotFound"
_PASSING = frozenset({"InternalServerError", "ThrottlingException"})


def connect(region: str, access: Access | None = None) -> Client:
    """Return a client for `region`, or for the address in AWS_ENDPOINT_URL; nothing is asked yet.

    With `access` it is the small client of `aws_wire`, where that knows the address; else boto3 finds all it needs.
    Raises `VendorFailed` for a region, a profile or an address that can't be.
    """
    return (access and _small_client(region, access)) or _boto3_client(region)


def _small_client(region: str, access: Access) -> Client | None:
    from linda.adapters.aws_wire.client import Patience
    from linda.adapters.aws_wire.client import connect as connect_wire
    from linda.adapters.aws_wire.services import SSM

    return connect_wire(SSM, region, access, Patience(CONNECT_S, READ_S))


def _boto3_client(region: str) -> Client:
    import boto3  # type: ignore[import-untyped]
    from botocore.config import Config  # type: ignore[import-untyped]
    from botocore.exceptions import BotoCoreError  # type: ignore[import-untyped]

    logging.getLogger("botocore").setLevel(logging.INFO)  # below that it writes out whole answers, secrets and all
    retries = {"total_max_attempts": 1, "mode": "standard"}  # `_parameter` asks again, by whatever client
    config = Config(connect_timeout=CONNECT_S, read_timeout=READ_S, retries=retries)
    try:
        return boto3.client("ssm", region_name=region, config=config)
    except (BotoCoreError, ValueError) as bad:
        raise _unheard(bad) from bad


def read_secrets(client: Client, path: str, names: Sequence[str], *, sleep: Sleep = time.sleep) -> dict[str, str]:
    """Return those of the secrets `names` that there are under `path`, by name.

    Each is asked for by itself, so that a role is proven to need each right it has: the emulator the roles are proven
    on grants a request for several names to nobody who may not read all there are.
    Raises `VendorFailed` with a sentence that names the thing and the way out, and no secret.
    """
    from botocore.exceptions import BotoCoreError, ClientError

    found: dict[str, str] = {}
    for name in names:
        try:
            answer = _parameter(client, f"{path}/{name}", sleep)
        except ClientError as bad:
            code = bad.response["Error"].get("Code", "")
            if code == _ABSENT:
                continue
            raise _refused(code, path, name) from bad
        except BotoCoreError as bad:
            raise _unheard(bad) from bad
        found[name] = answer["Parameter"]["Value"]
    return found


def _parameter(client: Client, name: str, sleep: Sleep) -> Any:
    """Ask up to `TRIES` times, while what is wrong is something that passes."""
    from botocore.exceptions import ClientError, ConnectionError, HTTPClientError

    for _ in range(TRIES - 1):
        try:
            return client.get_parameter(Name=name, WithDecryption=True)
        except ClientError as bad:
            if bad.response["Error"].get("Code", "") not in _PASSING:
                raise
        except (ConnectionError, HTTPClientError):
            pass
        sleep(PAUSE_S * random.random())  # noqa: S311 - it spreads those who met, and keeps nothing secret
    return client.get_parameter(Name=name, WithDecryption=True)


def _unheard(bad: Exception) -> VendorFailed:
    way_out = "look at the network, AWS_REGION, the AWS credentials and AWS_ENDPOINT_URL"
    said = str(bad).rstrip(".")
    return VendorFailed(f"The Parameter Store can't be asked for the secrets ({said}): {way_out}.", permanent=False)


def _refused(code: str, path: str, name: str) -> VendorFailed:
    wanted = f"{path}/{name} in the Parameter Store"
    if code in _DENIED:
        way_out = "allow its role ssm:GetParameter on it, as infra/template.yaml does"
        return VendorFailed(f"This AWS identity may not read {wanted}: {way_out}.", permanent=True)
    passes = code in _PASSING
    way_out = "try again in a moment" if passes else "look at the AWS credentials and AWS_REGION"
    return VendorFailed(f"AWS refuses to read {wanted} ({code}): {way_out}.", permanent=not passes)
