"""LINDA as functions on AWS: what each may do, and how an event becomes an answer."""

from linda.entrypoints.functions.function import Function
from linda.entrypoints.functions.specs import DISPATCHER, FALLBACK, SCHEDULER, STATE_MANAGER

__all__ = ["DISPATCHER", "FALLBACK", "SCHEDULER", "STATE_MANAGER", "Function"]
