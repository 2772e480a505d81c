"""The functions' secrets: SecureStrings of the Parameter Store, written when they changed, shown to nobody."""

from collections.abc import Mapping

from linda.deployment.aws import Aws, explained

NAMES = ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "LINDA_API_TOKEN")
_TYPE = "SecureString"


def changed(aws: Aws, path: str, wanted: Mapping[str, str]) -> list[str]:
    """Return the names of the secrets under `path` that are not there as `wanted`; raises `DeploymentStopped`."""
    stored = _stored(aws, path)
    return [name for name, value in wanted.items() if stored.get(name) != (_TYPE, value)]


def left(aws: Aws, path: str, wanted: Mapping[str, str]) -> list[str]:
    """Return the names of the secrets that are stored and not `wanted`: they stay in use."""
    return [name for name in _stored(aws, path) if name not in wanted]


def put(aws: Aws, path: str, wanted: Mapping[str, str]) -> list[str]:
    """Store the secrets that changed; returns their names. Raises `DeploymentStopped`."""
    names = changed(aws, path, wanted)
    for name in names:
        with explained(f"storing the secret {path}/{name}", aws.region):
            aws.client("ssm").put_parameter(Name=f"{path}/{name}", Value=wanted[name], Type=_TYPE, Overwrite=True)
    return names


def remove(aws: Aws, path: str) -> list[str]:
    """Delete the secrets; returns the names of those that were there."""
    with explained(f"deleting the secrets under {path}", aws.region):
        answer = aws.client("ssm").delete_parameters(Names=[f"{path}/{name}" for name in NAMES])
    return [name.rpartition("/")[2] for name in answer["DeletedParameters"]]


def _stored(aws: Aws, path: str) -> dict[str, tuple[str, str]]:
    with explained(f"reading the secrets under {path}", aws.region):
        answer = aws.client("ssm").get_parameters(Names=[f"{path}/{name}" for name in NAMES], WithDecryption=True)
    return {each["Name"].rpartition("/")[2]: (each["Type"], each["Value"]) for each in answer["Parameters"]}
