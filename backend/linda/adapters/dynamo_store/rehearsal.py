"""Going through boto3 without sending anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from linda.adapters.dynamo_store.client import Client

_BEFORE_SEND = "before-send.dynamodb"
_NOTHING = b'{"Items": [], "Count": 0}'


@contextmanager
def unsent(client: Client) -> Iterator[None]:
    """Let whatever boto3's own `client` would send inside the `with` be answered with nothing, here."""
    from botocore.awsrequest import AWSResponse  # type: ignore[import-untyped]

    def answer(request: Any, **_: Any) -> Any:
        return AWSResponse(request.url, 200, {"content-type": "application/x-amz-json-1.0"}, _Body(_NOTHING))

    client.meta.events.register(_BEFORE_SEND, answer)
    try:
        yield
    finally:
        client.meta.events.unregister(_BEFORE_SEND, answer)


class _Body(BytesIO):
    """What botocore expects of an answer's body."""

    def stream(self, **_: Any) -> Iterator[bytes]:
        """Yield it in one piece."""
        yield self.read()
