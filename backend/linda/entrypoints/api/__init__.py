"""The owner's API, for programs of the owner's own: JSON in, JSON or a problem document (RFC 9457) out.

Nothing here imports the resolver library or pydantic until a request has shown the owner's token.
"""

from linda.entrypoints.api.owner_api import OwnerApi

__all__ = ["OwnerApi"]
