"""No false claim leaves the house: each figure and deed of a reply is traced to its source."""

from linda.conversation.claims.checker import false_claims
from linda.conversation.claims.untold import untold_deed

__all__ = ["false_claims", "untold_deed"]
