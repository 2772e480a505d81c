"""One deployment from the first check to the number's webhook; repeated, it changes nothing more."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from linda.deployment import release, secrets, tables, versions
from linda.deployment.bringing_up import Bringing, Release
from linda.deployment.checks import Checked, examine
from linda.deployment.local import reachable, reachable_socket
from linda.deployment.order import Order
from linda.deployment.package import Package
from linda.deployment.stack import NEVER_MADE, functions, look
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.twilio_number import SMS, TwilioNumber


@dataclass(frozen=True, slots=True)
class Deployed:
    """What is deployed: the address of the API, the functions, and the release they are of."""

    url: str
    functions: tuple[str, ...]
    release: str


def deploy(by: Bringing, order: Order) -> Deployed:
    """Deploy `order`; raises `LindaError` with what went wrong and what is to be done."""
    checked = examine(by.aws, order, by.terminal)
    with _built(by, order, checked) as package:
        made = by.bring_up(order, checked, package)
        url = _url(by, order)
        here = _addresses_here(by, order, url) if order.local else {}
        if any(checked.parameters.get(name) != address for name, address in here.items()):
            by.terminal.say(f"On this machine the API answers at {url}: LINDA has to know that.")
            order = replace(order, options={**order.options, **here})
            checked = examine(by.aws, order, by.terminal)
            made = by.bring_up(order, checked, package)
    deployed = Deployed(url, tuple(functions(by.aws, order.name)), made.name)
    _settle(by, order, deployed, made, checked)
    called = checked.parameters.get("PublicUrl") or url
    _show(by, deployed, called, has_token=bool(order.settings.api_token))
    if checked.number:
        _connect(by, checked.number, order.settings.twilio_phone_number, called)
    return deployed


def rehearse(by: Bringing, order: Order) -> None:
    """Show what `deploy` would do, and leave no trace; raises `LindaError`."""
    checked = examine(by.aws, order, by.terminal)
    if checked.stack.status == NEVER_MADE:
        by.terminal.say(f"Would remove the shell of stack {order.name}, whose creation failed, and create it anew.")
        return
    with _built(by, order, checked) as package, by.drawn(checked, by.named(order, checked, package)) as drawn:
        for line in drawn.changes or ("change nothing in the stack",):
            by.terminal.say(f"Would {line}.")
    for name in secrets.changed(by.aws, order.secrets_path(checked.stack), order.secrets()):
        by.terminal.say(f"Would store the secret {name}.")
    url = checked.parameters.get("PublicUrl") or checked.stack.outputs.get("ApiUrl", "")
    if checked.number and (not url or checked.number.differs(url)):
        by.terminal.say(f"Would let {order.settings.twilio_phone_number} call {url or 'the new API'}{SMS}.")
    by.terminal.say("Nothing was changed.")


@contextmanager
def _built(by: Bringing, order: Order, checked: Checked) -> Iterator[Package]:
    with tempfile.TemporaryDirectory(prefix="linda-deploy-") as folder:
        yield by.built(order, checked, Path(folder))


def _url(by: Bringing, order: Order) -> str:
    url = look(by.aws, order.name).outputs.get("ApiUrl", "").rstrip("/")
    if not url:
        raise DeploymentStopped(f"Stack {order.name} has no output ApiUrl: its template is not LINDA's.")
    return reachable(by.aws, url) if order.local else url


def _addresses_here(by: Bringing, order: Order, url: str) -> dict[str, str]:
    """Return the parameters for addresses that no DNS of this machine knows: the API's, and that of its WebSockets."""
    relay = look(by.aws, order.name).outputs.get("RelayUrl", "")
    return {"PublicUrl": url, **({"RelayUrl": reachable_socket(by.aws, relay)} if relay else {})}


def _settle(by: Bringing, order: Order, deployed: Deployed, made: Release, checked: Checked) -> None:
    """Wait until every function answers as the release, guard the tables, and remove what is out of use."""
    for function in deployed.functions:
        versions.await_active(by.aws, function, by.pace)
    for line in tables.protect(by.aws, order.settings.table_prefix):
        by.terminal.say(line)
    gone = sum(versions.prune(by.aws, function) for function in deployed.functions)
    packages = release.prune(by.aws, made.bucket, checked.account, made.name)
    if gone or packages:
        by.terminal.say(f"Removed {gone} old versions and {packages} old packages.")


def _show(by: Bringing, deployed: Deployed, called: str, *, has_token: bool) -> None:
    by.terminal.say(f"LINDA is deployed, release {deployed.release}.")
    by.terminal.say(f"  API        {deployed.url}")
    for function in deployed.functions:
        by.terminal.say(f"  function   {function}")
    if not has_token:
        by.terminal.say("  The owner's API is closed to programs: LINDA_API_TOKEN opens it (see docs/aws.md).")
    by.terminal.say(f"For test_e2e.py and `linda doctor`, in .env: LINDA_STORE=dynamodb, LINDA_PUBLIC_URL={called}")
    invoke = f"aws lambda invoke --function-name {deployed.functions[0]} --region {by.aws.region} /dev/stdout"
    by.terminal.say(f"She tells how she is: {invoke}")


def _connect(by: Bringing, number: TwilioNumber, phone: str, url: str) -> None:
    if not number.differs(url):
        by.terminal.say(f"{phone} calls {url}{SMS}.")
        return
    if by.terminal.ask(f"{phone} calls {number.calls or 'nobody'} now. Let it call {url}{SMS}?"):
        number.connect(url)
        by.terminal.say(f"{phone} calls {url}{SMS}.")
    else:
        by.terminal.say(f"{phone} was left as it is: run this command again to connect it.")
