"""The first answer of a function that was just started: LINDA's package beside what one would write first.

Each figure is a whole process of the built package, from its start to the answer to one signed webhook, under AWS's
own runtime client, with DynamoDB Local and a model that answers at once. All of them in the same run, taken in turns.
SnapStart is simulated: the hooks run, the process waits, and the time is that from the restore to the first answer,
and "the call" that from the event to the answer; its connections live on, which a restored container's do not.
"""

import platform
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.cold_start_runtime import RuntimeApi
from bench.table import median, show, timed, verdict
from linda.adapters.simulated_phone import Line
from linda.deployment import build
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.testing.responses_script import says
from linda.testing.responses_server import ResponsesServer
from linda.testing.servers import dynamodb_local
from linda.testing.servers.lambda_emulator import function_command, function_environment, runtime_folder
from tests.shop_desk import OWNER, ROOT

ROUNDS = 9
HEAD = ("", "best ms", "p50 ms", "to bare interpreter", "to naive")
ARCHITECTURE = {"x86_64": "x86_64", "aarch64": "arm64"}[platform.machine()]
PYTHON = "{}.{}".format(*sys.version_info)
TOKEN = "token-of-the-bench"  # noqa: S105 - it protects nothing
URL = "https://linda.example"
NAIVE = "naive_leads"
RESTORED = ("LINDA, SnapStart, rules", "LINDA, SnapStart, model")
SIGNED = Line("AC00000000000000000000000000000000", TOKEN, "+19045550100", URL, "/twilio/sms")


@dataclass(frozen=True, slots=True)
class Function:
    """A handler of the package with its variables; `is_snapshot`: time counts from the restore."""

    handler: str
    environment: Mapping[str, str]
    is_snapshot: bool = False


def first_answer(package: Path, runtime: Path, function: Function, event: object) -> tuple[float, float]:
    """Return the milliseconds until a fresh process of `function` has answered `event`, and those of the call alone."""
    with RuntimeApi() as api:
        environment = function_environment(package, runtime, {**function.environment, **_lambda(api, function)})
        api.events.put(event)
        started = perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own program
            function_command(function.handler), cwd=package, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            if function.is_snapshot:
                assert api.is_snapshot.wait(60)
                started = perf_counter()
                api.is_restored.set()
            came, said = api.answer()
        finally:
            process.kill()
            process.wait()
    assert said["statusCode"] == 200, said
    assert "<Message" in said["body"], said
    return (came - started) * 1e3, (came - api.given_at) * 1e3


def _lambda(api: RuntimeApi, function: Function) -> dict[str, str]:
    kind = "snap-start" if function.is_snapshot else "on-demand"
    return {
        "AWS_LAMBDA_RUNTIME_API": api.address,
        "AWS_LAMBDA_INITIALIZATION_TYPE": kind,
        "AWS_LAMBDA_FUNCTION_NAME": "linda-dispatcher",
    }


def a_text(number: int) -> dict[str, Any]:
    """Return the event of a text from the customer `number` (1 to 98), signed as Twilio signs."""
    webhook = SIGNED.webhook(f"SM{number:032x}", f"+190455501{number:02d}", "how much to fix an iphone 13 screen?")
    headers = (("host", URL.removeprefix("https://")), *webhook.headers.items())
    request = HttpRequest("POST", webhook.path, headers=headers, body=webhook.body, scheme="https")
    return build_event(request, now=datetime.now(UTC), request_id="1")


@contextmanager
def functions() -> Iterator[dict[str, Function]]:
    """Yield what is measured, on a DynamoDB and a model of its own."""
    with dynamodb_local() as database, ResponsesServer(otherwise=says("What day suits you?")) as model:
        aws = {
            "AWS_ENDPOINT_URL": database,
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench",
        }
        _make_tables(aws)
        rules = {
            **aws,
            "LINDA_STORE": "dynamodb",
            "LINDA_PUBLIC_URL": URL,
            "LINDA_OWNER_PHONE": OWNER,
            "TWILIO_ACCOUNT_SID": SIGNED.account_sid,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_PHONE_NUMBER": SIGNED.number,
        }
        asking = {**rules, "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": model.base_url}
        yield {
            "naive": Function("cold_start_naive.handler", {**asking, "NAIVE_TABLE": NAIVE}),
            "LINDA, rules": Function("dispatcher.handler", rules),
            "LINDA, model": Function("dispatcher.handler", asking),
            "LINDA, SnapStart, rules": Function("dispatcher.handler", rules, is_snapshot=True),
            "LINDA, SnapStart, model": Function("dispatcher.handler", asking, is_snapshot=True),
        }


def _make_tables(aws: Mapping[str, str]) -> None:
    import boto3  # type: ignore[import-untyped]

    from linda.adapters.dynamo_store import create_missing

    keys = {"aws_access_key_id": aws["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": aws["AWS_SECRET_ACCESS_KEY"]}
    client = boto3.client("dynamodb", region_name=aws["AWS_REGION"], endpoint_url=aws["AWS_ENDPOINT_URL"], **keys)
    create_missing(client, "")
    client.create_table(
        TableName=NAIVE,
        KeySchema=[{"AttributeName": "lead_id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "lead_id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )


@contextmanager
def unzipped() -> Iterator[tuple[Path, Path]]:
    """Yield the built package as Lambda unpacks it, the naive function beside ours, and the runtime's libraries."""
    with TemporaryDirectory(prefix="linda-cold-start-") as temporary:
        target = Path(temporary, "linda.zip")
        done = build(ROOT, target, architecture=ARCHITECTURE, python=PYTHON, tell=lambda _: None)
        print(f"\nThe package: {done.zipped_bytes / 1e6:.1f} MB zipped, {done.unzipped_bytes / 1e6:.0f} MB unzipped")
        package = Path(temporary, "task")
        with zipfile.ZipFile(target) as packed:
            packed.extractall(package)
        shutil.copy(Path(__file__).with_name("cold_start_naive.py"), package)
        yield package, runtime_folder(Path(temporary))


def measure() -> dict[str, list[float]]:
    """Return the milliseconds of every round by name, the bare interpreter's among them."""
    took: dict[str, list[float]] = {}
    with unzipped() as (package, runtime), functions() as measured:
        customers = iter(range(1, 99))  # 100 is the shop's own number, 199 the owner's
        for each in range(ROUNDS + 1):
            starts: dict[str, Callable[[], tuple[float, float]]] = {"bare interpreter": _bare}
            for name, function in measured.items():
                event = a_text(next(customers))
                starts[name] = lambda function=function, event=event: first_answer(package, runtime, function, event)  # type: ignore[misc]
            for name, start in starts.items():
                milliseconds, of_the_call = start()
                if each:  # the first round warms the disk and the database
                    took.setdefault(name, []).append(milliseconds)
                    if name in RESTORED:
                        took.setdefault(f"{name}, the call", []).append(of_the_call)
    return took


def _bare() -> tuple[float, float]:
    return timed(lambda: subprocess.run([sys.executable, "-S", "-c", "pass"], check=True), 1)[0], 0.0


def main() -> bool:
    """Print the table; True when the goals are met."""
    took = measure()
    middle = {name: median(each) for name, each in took.items()}
    bare, naive = middle["bare interpreter"], middle["naive"]
    rows = [
        (name, f"{min(took[name]):.0f}", f"{each:.0f}", f"{each / bare:.1f}", f"{each / naive:.2f}")
        for name, each in middle.items()
    ]
    show(f"First answer of a function just started ({ROUNDS} starts each)", HEAD, rows)
    results = [
        verdict("rules <= 1/3 of naive", met=middle["LINDA, rules"] <= naive / 3),
        verdict("model <= 0.9 of naive", met=middle["LINDA, model"] <= 0.9 * naive),
        *(verdict(f"{name}: first call <= 50 ms", met=middle[f"{name}, the call"] <= 50) for name in RESTORED),
    ]
    return all(results)


if __name__ == "__main__":
    sys.exit(not main())
