"""Answers that are files: each taken for nothing but what it is."""

from base64 import b64encode

from aws_lambda_powertools.event_handler import Response

PRIVATE = {"cache-control": "private, no-store", "x-content-type-options": "nosniff"}
"""Headers of what only the owner may have."""

PUBLIC = {"cache-control": "public, max-age=300", "x-content-type-options": "nosniff"}
"""Headers of what everybody may have, and keep for a while."""


def download(name: str, content_type: str, body: str) -> Response[str]:
    """Return `body` as a file of the owner's, which the browser saves under `name` (ASCII)."""
    return Response(
        200, content_type, body, headers={"content-disposition": f'attachment; filename="{name}"', **PRIVATE}
    )


def picture(content_type: str, body: bytes) -> Response[str]:
    """Return `body` as bytes that everybody may see."""
    response = Response(200, content_type, b64encode(body).decode(), headers=dict(PUBLIC))
    response.base64_encoded = True
    return response
