"""Taking LINDA off AWS again: all but the tables, which are what she knows."""

from linda.deployment import release, secrets
from linda.deployment.aws import explained
from linda.deployment.bringing_up import Bringing
from linda.deployment.order import Order
from linda.deployment.stack import ABSENT, IN_REVIEW, Stack, look
from linda.deployment.stopped import DeploymentStopped
from linda.records.tables import TABLES


def remove(by: Bringing, order: Order, *, rehearsal: bool = False) -> None:
    """Delete the stack, its packages and its secrets; the tables stay.

    What an interrupted run has deleted before is no mistake. Raises `DeploymentStopped`.
    """
    account = by.aws.account()
    stack = look(by.aws, order.name)
    if stack.status.endswith("_IN_PROGRESS") and stack.status != IN_REVIEW:
        raise DeploymentStopped(f"Stack {stack.name} is {stack.status}: run this command again when that is over.")
    bucket = release.bucket_name(order.name, account, by.aws.region)
    # What the stack says of itself counts: the settings here may be those of another LINDA.
    path = stack.parameters.get("SecretsPath") or order.secrets_path(stack)
    prefix = stack.parameters.get("TablePrefix", order.settings.table_prefix)
    say = by.terminal.say
    say(f"AWS account {account}, region {by.aws.region}. To be deleted:")
    say(f"  stack {order.name} ({stack.status or 'not there'}), with its functions and its API")
    say(f"  bucket {bucket}, with the packages")
    say(f"  the secrets under {path}")
    say(f"The tables stay, with all they hold: {', '.join(prefix + table.name for table in TABLES)}.")
    if rehearsal:
        say("Nothing was changed.")
        return
    if not by.terminal.ask(f"Delete LINDA from account {account}? She will answer nobody."):
        raise DeploymentStopped("Nothing was changed.")
    _delete(by, order, stack)
    release.remove_bucket(by.aws, bucket, account)
    secrets.remove(by.aws, path)
    say("LINDA is deleted. A number that called her still does, and whoever texts it gets no answer.")
    say("Deploy again, and she goes on with the tables as they are.")


def _delete(by: Bringing, order: Order, stack: Stack) -> None:
    if stack.status == ABSENT:
        return
    token = by.token()
    with explained(f"deleting stack {stack.name}", by.aws.region):
        by.aws.client("cloudformation").delete_stack(StackName=stack.name, ClientRequestToken=token)
    by.operation(order, token).await_deleted()
