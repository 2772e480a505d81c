"""Bringing the stack to a release: the package built, the changes shown, asked for, and made."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from linda.deployment import release, secrets
from linda.deployment.aws import Aws, explained
from linda.deployment.change_set import ChangeSet, drawn_up, execute
from linda.deployment.checks import Checked
from linda.deployment.operation import Operation
from linda.deployment.order import Order
from linda.deployment.pace import Pace
from linda.deployment.package import Package
from linda.deployment.stack import NEVER_MADE
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.terminal import Terminal


class Build(Protocol):
    """Builds the functions' package, as `linda.deployment.build` does."""

    def __call__(
        self, root: Path, target: Path, *, architecture: str, python: str, tell: Callable[[str], None]
    ) -> Package:
        """Build it."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release that can be deployed: its name, and where its package is and will be."""

    name: str
    bucket: str
    package: Path


def _new_token() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Bringing:
    """How a stack is brought up: in which account, in front of whom, with which package, and how patiently.

    `token` makes what marks the events of one operation.
    """

    aws: Aws
    terminal: Terminal
    build: Build
    pace: Pace
    token: Callable[[], str] = _new_token

    def built(self, order: Order, checked: Checked, folder: Path) -> Package:
        """Build the functions' package in `folder`; raises `NotBuilt`."""
        return self.build(
            order.root,
            folder / "linda.zip",
            architecture=checked.parameters["Architecture"],
            python=checked.parameters["Runtime"].removeprefix("python"),
            tell=self.terminal.say,
        )

    def named(self, order: Order, checked: Checked, package: Package) -> Release:
        """Return the release that `package` makes with the template and its parameters."""
        name = release.release_of(package, checked.template, checked.parameters)
        self.terminal.say(f"Release {name}: {package.zipped_bytes / 1e6:.1f} MB.")
        return Release(name, release.bucket_name(order.name, checked.account, self.aws.region), package.path)

    @contextmanager
    def drawn(self, checked: Checked, made: Release) -> Iterator[ChangeSet]:
        """Yield the changes that bring the stack to the release; raises `DeploymentStopped`."""
        key = release.key_of(made.name)
        text = checked.template.sent(table_prefix=checked.parameters.get("TablePrefix", ""), code_key=key)
        packaged = {"CodeBucket": made.bucket, "CodeKey": key, "Release": made.name}
        with drawn_up(self.aws, checked.stack, text, {**checked.parameters, **packaged}, self.pace) as changes:
            yield changes

    def bring_up(self, order: Order, checked: Checked, package: Package) -> Release:
        """Make the changes, when somebody wants them; nothing is written before. Raises `DeploymentStopped`."""
        made = self.named(order, checked, package)
        if checked.stack.status == NEVER_MADE:
            self._clear(order)
        with self.drawn(checked, made) as changes:
            if not changes.changes:
                self.terminal.say("Nothing to change in the stack.")
                self.store_secrets(order, checked)
                return made
            self._show(changes)
            self._agreed(f"Deploy release {made.name}?")
            release.ensure_bucket(self.aws, made.bucket, checked.account)
            release.upload(self.aws, made.bucket, checked.account, made.name, made.package)
            self.store_secrets(order, checked)
            token = self.token()
            execute(self.aws, changes, token)
        self.operation(order, token).watch(self.terminal, parts=len(changes.changes))
        return made

    def operation(self, order: Order, token: str) -> Operation:
        """Return what AWS does to the stack under `token`."""
        return Operation(self.aws, order.name, token, self.pace)

    def store_secrets(self, order: Order, checked: Checked) -> None:
        """Store the secrets that changed, and say which are in use without being set here."""
        path = order.secrets_path(checked.stack)
        for name in secrets.put(self.aws, path, order.secrets(), rotates_key=order.rotates_key):
            self.terminal.say(f"Stored the secret {name}.")
        for name in secrets.left(self.aws, path, order.secrets()):
            self.terminal.say(
                f"{name} is not set here; the one stored before stays in use. To forget it: aws ssm delete-parameter "
                f"--name {path}/{name} --region {self.aws.region}"
            )

    def _clear(self, order: Order) -> None:
        """Remove the stack whose creation failed: AWS has removed what it held, and lets nothing be added to it."""
        self._agreed(f"The first deployment of stack {order.name} failed, and AWS left its empty shell. Remove it?")
        token = self.token()
        with explained(f"removing the shell of stack {order.name}", self.aws.region):
            self.aws.client("cloudformation").delete_stack(StackName=order.name, ClientRequestToken=token)
        self.operation(order, token).await_deleted()

    def _show(self, changes: ChangeSet) -> None:
        self.terminal.say(f"AWS will make {len(changes.changes)} changes:")
        for line in changes.changes:
            self.terminal.say(f"  {line}")

    def _agreed(self, question: str) -> None:
        if not self.terminal.ask(question):
            raise DeploymentStopped("Nothing was changed.")
