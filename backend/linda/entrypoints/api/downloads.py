"""Answers that are files: named, never kept by a cache, and taken for nothing but what they are."""

from aws_lambda_powertools.event_handler import Response


def download(name: str, content_type: str, body: str) -> Response[str]:
    """Return `body` as a file that the browser saves under `name` (ASCII)."""
    headers = {"content-disposition": f'attachment; filename="{name}"', **PRIVATE}
    return Response(200, content_type, body, headers=headers)


PRIVATE = {"cache-control": "private, no-store", "x-content-type-options": "nosniff"}
"""Headers of what only the owner may have."""
