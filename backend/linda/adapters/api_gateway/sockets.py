"""Sending on a connection that API Gateway holds (AWS, "@connections")."""

import logging
from typing import Any
from urllib.parse import urlsplit

_GONE = 410
_log = logging.getLogger(__name__)


class ApiGatewaySockets:
    """Sends and closes through the management API of the WebSocket API at `url`."""

    def __init__(self, url: str, *, region: str, aws_endpoint: str = "") -> None:
        """Take the wss `url` of the API's stage; `aws_endpoint` is where an emulator of AWS is, "" for AWS itself."""
        parts = urlsplit(url)
        self._endpoint = f"{aws_endpoint.rstrip('/') or f'https://{parts.netloc}'}{parts.path}"
        self._region = region
        self._client: Any = None

    def send(self, connection_id: str, frame: str) -> None:
        """Send a frame; one to a connection that is gone is lost with it."""
        self._ask("post_to_connection", ConnectionId=connection_id, Data=frame.encode())

    def close(self, connection_id: str) -> None:
        """Close a connection, if it is still there."""
        self._ask("delete_connection", ConnectionId=connection_id)

    def let_go(self) -> None:
        """Close our own connections to the management API."""
        if self._client is not None:
            self._client.close()

    def _ask(self, operation: str, **given: Any) -> None:
        import boto3  # type: ignore[import-untyped]
        from botocore.exceptions import ClientError  # type: ignore[import-untyped]

        if self._client is None:
            # A session of its own: boto3's default one is shared, and keeps the credentials that it found first.
            self._client = boto3.session.Session(region_name=self._region).client(
                "apigatewaymanagementapi", endpoint_url=self._endpoint
            )
        try:
            getattr(self._client, operation)(**given)
        except ClientError as refused:
            if refused.response["ResponseMetadata"]["HTTPStatusCode"] != _GONE:
                raise
            _log.info("%s: the connection is gone", operation)
