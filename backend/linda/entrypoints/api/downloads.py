"""Answers that are files."""

from base64 import b64encode

from aws_lambda_powertools.event_handler import Response


def download(name: str, content_type: str, body: str) -> Response[str]:
    """Return `body` as a file that the browser saves under `name` (ASCII)."""
    return Response(200, content_type, body, headers={"content-disposition": f'attachment; filename="{name}"'})


def picture(content_type: str, body: bytes) -> Response[str]:
    """Return `body` as the bytes it is."""
    response = Response(200, content_type, b64encode(body).decode())
    response.base64_encoded = True
    return response
