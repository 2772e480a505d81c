"""The functions' secrets: SecureStrings of the Parameter Store, written when they changed, shown to nobody."""

from collections.abc import Mapping

from linda.adapters.key_file import new_key
from linda.deployment.aws import Aws, explained

MADE = "LINDA_SECRET_KEYS"
"""The one secret that the first deployment makes up: it seals what the tables keep, and is kept outside of them."""
NAMES = ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "LINDA_API_TOKEN", "LINDA_PROXY_SECRET", MADE)
_TYPE = "SecureString"


def changed(aws: Aws, path: str, wanted: Mapping[str, str]) -> list[str]:
    """Return the names of the secrets under `path` that are not there as `wanted`; raises `DeploymentStopped`."""
    return _differing(_stored(aws, path), wanted)


def left(aws: Aws, path: str, wanted: Mapping[str, str]) -> list[str]:
    """Return the names of the secrets that are stored and not `wanted`: they stay in use."""
    return [name for name in _stored(aws, path) if name not in wanted and name != MADE]


def has_keys(aws: Aws, path: str) -> bool:
    """Tell whether the keys are stored that seal what the tables keep; raises `DeploymentStopped`."""
    return MADE in _stored(aws, path)


def put(aws: Aws, path: str, wanted: Mapping[str, str], *, rotates_key: bool = False) -> list[str]:
    """Store the secrets that changed; returns their names. Raises `DeploymentStopped`.

    Keys that nobody gives are made at the first time, and with `rotates_key` a new one is put before the newest.
    """
    stored = _stored(aws, path)
    if MADE not in wanted:
        wanted = {**wanted, **_keys(stored.get(MADE, ("", ""))[1], rotates=rotates_key)}
    names = _differing(stored, wanted)
    for name in names:
        with explained(f"storing the secret {path}/{name}", aws.region):
            aws.client("ssm").put_parameter(Name=f"{path}/{name}", Value=wanted[name], Type=_TYPE, Overwrite=True)
    return names


def remove(aws: Aws, path: str) -> list[str]:
    """Delete the secrets; returns the names of those that were there."""
    with explained(f"deleting the secrets under {path}", aws.region):
        answer = aws.client("ssm").delete_parameters(Names=[f"{path}/{name}" for name in NAMES])
    return [name.rpartition("/")[2] for name in answer["DeletedParameters"]]


def _differing(stored: Mapping[str, tuple[str, str]], wanted: Mapping[str, str]) -> list[str]:
    return [name for name, value in wanted.items() if stored.get(name) != (_TYPE, value)]


def _keys(stored: str, *, rotates: bool) -> dict[str, str]:
    if stored and not rotates:
        return {}
    return {MADE: ",".join([new_key(), *stored.split(",")[:1]]).rstrip(",")}


def _stored(aws: Aws, path: str) -> dict[str, tuple[str, str]]:
    with explained(f"reading the secrets under {path}", aws.region):
        answer = aws.client("ssm").get_parameters(Names=[f"{path}/{name}" for name in NAMES], WithDecryption=True)
    return {each["Name"].rpartition("/")[2]: (each["Type"], each["Value"]) for each in answer["Parameters"]}
