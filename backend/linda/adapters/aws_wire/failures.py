"""What went wrong, as boto3 would raise it: who asks AWS has one understanding of failures.

Only the exceptions of botocore are imported, which takes three milliseconds, and that when one is needed.
"""

import json
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any


def unconnected(bad: OSError, address: str) -> Exception:
    """Return the error for a connection that could not be made: nothing was sent."""
    import ssl

    from botocore import exceptions  # type: ignore[import-untyped]

    if isinstance(bad, TimeoutError):
        return exceptions.ConnectTimeoutError(endpoint_url=address, error=bad)  # type: ignore[no-any-return]
    if isinstance(bad, ssl.SSLError):
        return exceptions.SSLError(endpoint_url=address, error=bad)  # type: ignore[no-any-return]
    return exceptions.EndpointConnectionError(endpoint_url=address, error=bad)  # type: ignore[no-any-return]


def unheard(bad: OSError | HTTPException, address: str) -> Exception:
    """Return the error for an answer that did not come: nobody knows whether the request was carried out."""
    from botocore import exceptions

    if isinstance(bad, TimeoutError):
        return exceptions.ReadTimeoutError(endpoint_url=address, error=bad)  # type: ignore[no-any-return]
    return exceptions.ConnectionClosedError(endpoint_url=address, error=bad)  # type: ignore[no-any-return]


def unreadable(said: bytes) -> Exception:
    """Return the error for an answer that is no JSON object: as good as none."""
    from botocore import exceptions

    return exceptions.HTTPClientError(error=f"no JSON came: {said[:80]!r}")  # type: ignore[no-any-return]


def refused(operation: str, status: int, headers: Mapping[str, str], body: bytes) -> Exception:
    """Return the error for an answer that refuses."""
    from botocore import exceptions

    told = json_object(body) or {}
    kind = headers.get("x-amzn-errortype") or str(told.get("__type") or told.get("code") or status)
    code = kind.partition(":")[0].rpartition("#")[2]
    message = str(told.get("message") or told.get("Message") or "")
    answer = {
        **told,
        "Error": {"Code": code, "Message": message},
        "ResponseMetadata": {"HTTPStatusCode": status, "RequestId": headers.get("x-amzn-requestid", "")},
    }
    return exceptions.ClientError(answer, operation)  # type: ignore[no-any-return]


def json_object(body: bytes) -> dict[str, Any] | None:
    """Return the object that `body` is, None when it is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
