"""A DynamoDB that plays a script and remembers what it was asked; and errors as boto3 raises them."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.adapters.dynamo_store import DynamoStore

REGION, ADDRESS = "us-east-1", "http://127.0.0.1:8000"


class ScriptedDynamoDB:
    """Answers each call with the next of `script`: an error is raised. A call beyond the script is a defect."""

    def __init__(self, *script: object) -> None:
        """Play `script`."""
        self.meta = SimpleNamespace(region_name=REGION, endpoint_url=ADDRESS)
        self.script = list(script)
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, operation: str) -> Callable[..., object]:
        """Return the method that plays the next line."""

        def play(**request: Any) -> object:
            self.calls.append((operation, dict(request)))
            line = self.script.pop(0)
            if isinstance(line, Exception):
                raise line
            return line

        return play

    @property
    def requests(self) -> list[dict[str, Any]]:
        """Return what it was asked, in order."""
        return [request for _, request in self.calls]


class Pauses:
    """Waits that take no time, and are remembered, each of the longest that its bound allows."""

    def __init__(self) -> None:
        """Begin without a pause."""
        self.taken: list[float] = []

    def __call__(self, seconds: float) -> None:
        """Remember a pause."""
        self.taken.append(seconds)


def store_on(client: object, pauses: Pauses | None = None) -> DynamoStore:
    """Return a store on `client` that never really waits."""
    return DynamoStore(client, "p_", sleep=pauses or Pauses(), jitter=lambda: 1.0)


def refusal(code: str, message: str = "so it is", status: int = 400) -> ClientError:
    """Return the error that boto3 raises for DynamoDB's refusal `code`."""
    answer = {"Error": {"Code": code, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(answer, "Any")


def cancelled(*codes: str) -> ClientError:
    """Return the error of a transaction, with a reason for each of its writes."""
    bad = refusal("TransactionCanceledException")
    bad.response["CancellationReasons"] = [{"Code": code, "Message": f"about {code}"} for code in codes]
    return bad
