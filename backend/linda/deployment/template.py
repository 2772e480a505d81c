"""The template as it is sent: with the names that AWS wants to read there and not to compute."""

import re
from dataclasses import dataclass
from pathlib import Path

from linda.deployment.aws import Aws, explained
from linda.deployment.stopped import DeploymentStopped

LIMIT = 51_200
"""Bytes of a template that is sent with the request (AWS, "CloudFormation quotas")."""

_TABLE_NAME = re.compile(r"""(?m)(?<=TableName: )!Sub ["']?\$\{TablePrefix\}([A-Za-z0-9_.-]+)["']?$""")
_CODE_KEY = "!Ref CodeKey"
_RESERVING = "ReservedConcurrentExecutions:"


@dataclass(frozen=True, slots=True)
class Template:
    """The template file's text."""

    text: str

    @property
    def reserving(self) -> int:
        """Return how many functions can have calls reserved for them."""
        return self.text.count(_RESERVING)

    def sent(self, *, table_prefix: str, code_key: str) -> str:
        """Return the text to send.

        A table that exists already is taken over by the stack only when its name is written out: AWS compares no
        name that a `!Sub` makes (user guide, "Import AWS resources into a CloudFormation stack automatically"). And
        the transform names each published version after the key of the code as it reads it, so the key is written
        out too: whatever does the transform, a new key is a new version.
        """
        text = _TABLE_NAME.sub(lambda found: f'"{table_prefix}{found[1]}"', self.text)
        return text.replace(_CODE_KEY, f'"{code_key}"')


def read_template(path: Path) -> Template:
    """Return the template at `path`; raises `DeploymentStopped`."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as bad:
        raise DeploymentStopped(f"The template can't be read ({bad}): run this command in LINDA's repository.") from bad
    if len(text.encode()) > LIMIT - 2000:  # the names that are written out need some room
        raise DeploymentStopped(f"{path} is too long: AWS takes a template of {LIMIT} bytes with a request.")
    return Template(text)


def declared(aws: Aws, template: Template) -> dict[str, str | None]:
    """Return the parameters AWS reads in the template, with their defaults; raises `DeploymentStopped`."""
    with explained("reading the template", aws.region):
        summary = aws.client("cloudformation").get_template_summary(TemplateBody=template.text)
    return {each["ParameterKey"]: each.get("DefaultValue") for each in summary["Parameters"]}
