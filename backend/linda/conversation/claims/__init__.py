"""No false claim leaves the house: each figure and deed of a reply is traced to its source."""

from linda.conversation.claims.checker import false_claims

__all__ = ["false_claims"]
