"""The client: an operation in, AWS's answer out, with the names and the errors that boto3's clients have."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from linda.adapters.aws_wire.access import Access
from linda.adapters.aws_wire.connections import Connections
from linda.adapters.aws_wire.failures import json_object, refused, unreadable
from linda.adapters.aws_wire.services import Service
from linda.adapters.aws_wire.signing import signed


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one waits for a connection and for an answer, in seconds; and how many connections are kept."""

    connect_s: float
    read_s: float
    connections: int = 10


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a client, under boto3's names."""

    region_name: str
    endpoint_url: str


class Client:
    """Asks one service, safely from many threads; each request is made once: who asks decides what to repeat."""

    def __init__(
        self,
        service: Service,
        meta: Meta,
        access: Access,
        patience: Patience,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Ask `service` at the address of `meta`; nothing is asked yet."""
        self.meta = meta
        self._service, self._access, self._now = service, access, now
        self._connections = Connections(
            meta.endpoint_url,
            connect_s=patience.connect_s,
            read_s=patience.read_s,
            most=patience.connections,
            ca_bundle=access.ca_bundle,
        )

    def __getattr__(self, name: str) -> Callable[..., dict[str, Any]]:
        """Return the operation that boto3 calls `name`."""
        operation = self._service.operations.get(name)
        if operation is None:
            raise AttributeError(f"{self._service.name} is not asked for {name} here: take boto3.", name=name, obj=self)
        return lambda **request: self._ask(operation, request)

    def close(self) -> None:
        """Close the connections."""
        self._connections.close()

    def _ask(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to `request`; raises botocore's `ClientError` and `BotoCoreError`."""
        body = json.dumps(request).encode()
        headers = {
            "content-type": f"application/x-amz-json-{self._service.json_version}",
            "host": self._connections.host,
            "x-amz-target": f"{self._service.target}.{operation}",
        }
        at = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(self._now()))
        whole = signed(self._access, self._service.name, self.meta.region_name, headers, body, at=at)
        answer = self._connections.post(whole, body)
        if answer.status >= 300:
            raise refused(operation, answer.status, answer.headers, answer.body)
        found = json_object(answer.body)
        if found is None:
            raise unreadable(answer.body)
        return found


def connect(service: Service, region: str, access: Access, patience: Patience) -> Client | None:
    """Return a client of `service` in `region`; None where its address is not known here."""
    address = access.address(service.name, region)
    return Client(service, Meta(region, address), access, patience) if address else None
