"""Reading secrets: SecureStrings, each under the name its variable has on a laptop."""

import logging
from collections.abc import Sequence
from typing import Any

from linda.domain.errors import VendorFailed

Client = Any
"""A boto3 client: boto3 makes its class at run time from AWS's description, so there is no type to name."""

CONNECT_S = 0.5
READ_S = 1.0
TRIES = 2

_DENIED = frozenset({"AccessDeniedException", "AccessDenied", "KMS.AccessDeniedException"})
_ABSENT = "ParameterNotFound"
_PASSING = frozenset({"InternalServerError", "ThrottlingException"})


def connect(region: str) -> Client:
    """Return a client for `region`, or for the address in AWS_ENDPOINT_URL; nothing is asked yet.

    Raises `VendorFailed` for a region, a profile or an address that can't be.
    """
    import boto3  # type: ignore[import-untyped]
    from botocore.config import Config  # type: ignore[import-untyped]
    from botocore.exceptions import BotoCoreError  # type: ignore[import-untyped]

    logging.getLogger("botocore").setLevel(logging.INFO)  # below that it writes out whole answers, secrets and all
    retries = {"total_max_attempts": TRIES, "mode": "standard"}
    config = Config(connect_timeout=CONNECT_S, read_timeout=READ_S, retries=retries)
    try:
        return boto3.client("ssm", region_name=region, config=config)
    except (BotoCoreError, ValueError) as bad:
        raise _unheard(bad) from bad


def read_secrets(client: Client, path: str, names: Sequence[str]) -> dict[str, str]:
    """Return those of the secrets `names` that there are under `path`, by name.

    Each is asked for by itself, so that a role is proven to need each right it has: the emulator the roles are proven
    on grants a request for several names to nobody who may not read all there are.
    Raises `VendorFailed` with a sentence that names the thing and the way out, and no secret.
    """
    from botocore.exceptions import BotoCoreError, ClientError

    found: dict[str, str] = {}
    for name in names:
        try:
            answer = client.get_parameter(Name=f"{path}/{name}", WithDecryption=True)
        except ClientError as bad:
            code = bad.response["Error"].get("Code", "")
            if code == _ABSENT:
                continue
            raise _refused(code, path, name) from bad
        except BotoCoreError as bad:
            raise _unheard(bad) from bad
        found[name] = answer["Parameter"]["Value"]
    return found


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
