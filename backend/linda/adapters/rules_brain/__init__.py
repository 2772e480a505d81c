"""The brain that needs no model, no key and no network: it reads, decides by rules, and speaks the shop's words."""

from linda.adapters.rules_brain.brain import RulesBrain

__all__ = ["RulesBrain"]
