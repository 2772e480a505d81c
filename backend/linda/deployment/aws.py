"""AWS as the deployment sees it: clients of one region, and every failure as a sentence with its way out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import (  # type: ignore[import-untyped]
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    InvalidRegionError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    TokenRetrievalError,
    UnauthorizedSSOTokenError,
)

from linda.deployment.stopped import DeploymentStopped

_EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired"})
_UNKNOWN_KEY = frozenset(
    {
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "SignatureDoesNotMatch",
        "InvalidAccessKeyId",
        "AuthFailure",
    }
)
_FORBIDDEN = frozenset({"AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "403", "Forbidden"})
_BUSY = frozenset({"Throttling", "ThrottlingException", "TooManyRequestsException", "SlowDown", "RequestLimitExceeded"})

Connect = Callable[[str], Any]
"""Returns boto3's client of a service; boto3 makes its clients at run time, so they have no types."""


class Aws:
    """The account's services in one region, each connected once."""

    def __init__(self, region: str, connect: Connect) -> None:
        """Take the region, and what makes a client of a service."""
        self.region = region
        self._connect = connect
        self._clients: dict[str, Any] = {}

    def client(self, service: str) -> Any:
        """Return the client of `service`, as in "cloudformation"."""
        if service not in self._clients:
            self._clients[service] = self._connect(service)
        return self._clients[service]

    def account(self) -> str:
        """Return the account's number; raises `DeploymentStopped` when the credentials are not good."""
        with explained("asking whose credentials these are", self.region):
            return str(self.client("sts").get_caller_identity()["Account"])


def connect(region: str) -> Aws:
    """Return AWS as boto3's own settings describe it: keys, profile, `AWS_ENDPOINT_URL`."""
    import boto3  # type: ignore[import-untyped]
    from botocore.config import Config  # type: ignore[import-untyped]

    config = Config(retries={"mode": "standard", "max_attempts": 5}, connect_timeout=5, read_timeout=60)

    def client(service: str) -> Any:
        with explained(f"connecting to {service}", region):
            return boto3.client(service, region_name=region, config=config)

    return Aws(region, client)


@contextmanager
def explained(doing: str, region: str = "") -> Iterator[None]:
    """Turn what boto3 raises inside the `with` into `DeploymentStopped`, saying what was being done."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise DeploymentStopped(sentence(error, doing, region)) from error


def code_of(error: ClientError) -> str:
    """Return AWS's code of the error, as in "AccessDenied"."""
    return str(error.response.get("Error", {}).get("Code", ""))


def sentence(error: Exception, doing: str, region: str = "") -> str:
    """Say what went wrong while `doing`, and what to do about it."""
    if isinstance(error, ClientError):
        return _refused(code_of(error), str(error.response["Error"].get("Message", "")), doing)
    if isinstance(error, NoCredentialsError | PartialCredentialsError):
        return (
            f"There are no AWS credentials ({error}): run `aws configure`, or set AWS_ACCESS_KEY_ID and "
            "AWS_SECRET_ACCESS_KEY. Keys are made in the IAM console: https://console.aws.amazon.com/iam."
        )
    if isinstance(error, ProfileNotFound):
        return f"{error}: correct AWS_PROFILE, or make the profile with `aws configure --profile NAME`."
    if isinstance(error, TokenRetrievalError | UnauthorizedSSOTokenError):
        return "The AWS sign-in has expired: run `aws sso login`, then this command again."
    if isinstance(error, InvalidRegionError | EndpointConnectionError | ConnectTimeoutError):
        where = f" in region {region}" if region else ""
        return f"AWS can't be reached{where} ({error}): check AWS_REGION (as in us-east-1) and the network."
    return f"AWS could not be asked while {doing}: {error}"


def _refused(code: str, message: str, doing: str) -> str:
    if code in _EXPIRED:
        return "The AWS credentials have expired: run `aws sso login`, or make new keys with `aws configure`."
    if code in _UNKNOWN_KEY:
        return (
            f"AWS does not accept these credentials ({code}): check them with `aws sts get-caller-identity`, and that "
            "the region of AWS_REGION is enabled for the account."
        )
    if code in _FORBIDDEN:
        return f"These AWS credentials are not allowed to go on while {doing}: {message or code}"
    if code in _BUSY:
        return f"AWS had too many requests while {doing}: wait a minute and run this command again."
    return f"AWS refused while {doing}: {message} ({code})"
