"""What is to be deployed: the settings, what was said on the command line, and what an earlier deployment had."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from linda.deployment.local import NOBODY
from linda.deployment.stack import Stack
from linda.deployment.stopped import DeploymentStopped
from linda.settings import Settings

GIVEN_LATER = frozenset({"CodeBucket", "CodeKey", "Release"})


@dataclass(frozen=True, slots=True)
class Order:
    """One deployment.

    Attributes:
        name: the stack's name, which every function's begins with.
        settings: what the environment says; its `public_url` is not used, see `options`.
        root: the checkout that is deployed.
        options: parameters of the template that the command line gave. One that it did not give keeps the value it
            was last deployed with, so that a repetition without options changes nothing.
        local: whether all this happens on this machine alone.
        rotates_key: whether a new key is to seal what the tables keep.
    """

    name: str
    settings: Settings
    root: Path
    options: Mapping[str, str]
    local: bool = False
    rotates_key: bool = False

    @property
    def template(self) -> Path:
        """Return the template's file."""
        return self.root / "infra" / "template.yaml"

    @property
    def has_number(self) -> bool:
        """Tell whether there is a number to connect: on this machine only where an emulator listens."""
        return self.settings.twilio_api_url != NOBODY

    def secrets_path(self, stack: Stack) -> str:
        """Return where the secrets are kept in the Parameter Store."""
        return self.settings.secrets_path or stack.parameters.get("SecretsPath") or f"/{self.name}"

    def secrets(self) -> dict[str, str]:
        """Return the secrets that are set, by their names; they never become parameters of the stack."""
        found = {
            "TWILIO_AUTH_TOKEN": self.settings.twilio_auth_token,
            "OPENAI_API_KEY": self.settings.openai_api_key,
            "LINDA_API_TOKEN": self.settings.api_token,
            "LINDA_SECRET_KEYS": ",".join(self.settings.secret_keys),
            "LINDA_PROXY_SECRET": self.settings.proxy_secret,
        }
        return {name: value for name, value in found.items() if value}

    def parameters(self, stack: Stack, declared: Mapping[str, str | None]) -> dict[str, str]:
        """Return the stack's parameters but for those of the package; raises `DeploymentStopped`.

        Args:
            stack: the stack as it is.
            declared: the template's parameters with their defaults.
        """
        settings = self.settings
        known = {
            **{name: default for name, default in declared.items() if default is not None},
            **{name: value for name, value in stack.parameters.items() if name in declared},
            "Name": self.name,
            "SecretsPath": self.secrets_path(stack),
            "TablePrefix": settings.table_prefix,
            "OwnerPhone": settings.owner_phone,
            "TwilioAccountSid": settings.twilio_account_sid,
            "TwilioPhoneNumber": settings.twilio_phone_number,
            "TrustedProxies": ",".join(str(each) for each in settings.trusted_proxies),
            "TwilioApiUrl": settings.twilio_api_url,
            "OpenaiModel": settings.openai_model,
            "OpenaiBaseUrl": settings.openai_base_url,
            "ModelDailyCents": str(settings.model_daily_cents),
            **({"SiteUrl": settings.site_url} if settings.site_url != settings.public_url else {}),
            **self.options,
        }
        unknown = sorted(set(declared) - set(known) - GIVEN_LATER)
        if unknown:
            raise DeploymentStopped(f"The template wants parameters that nobody gives: {', '.join(unknown)}.")
        return {name: value for name, value in known.items() if name in declared and name not in GIVEN_LATER}


def check_prefix(order: Order, stack: Stack) -> None:
    """Raise `DeploymentStopped` when the stack would leave its tables for others with another prefix."""
    before = stack.parameters.get("TablePrefix", "")
    if stack.is_new or before == order.settings.table_prefix:
        return
    raise DeploymentStopped(
        f"The tables of stack {stack.name} begin with {before!r}, and LINDA_TABLE_PREFIX is "
        f"{order.settings.table_prefix!r}: LINDA would lose sight of all she knows. Set LINDA_TABLE_PREFIX={before}, "
        "or give the other LINDA a stack of her own with --name."
    )
