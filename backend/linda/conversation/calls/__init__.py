"""Phone calls: who picks up, what is said step by step, and what becomes of a call that nobody answered."""

from linda.conversation.calls.call import IncomingCall
from linda.conversation.calls.call_ends import CallEnds
from linda.conversation.calls.hearing import Heard
from linda.conversation.calls.phone_calls import PhoneCalls
from linda.conversation.calls.step import Step, Then
from linda.conversation.calls.thinking import PATIENCE_S, Thinking

__all__ = ["PATIENCE_S", "CallEnds", "Heard", "IncomingCall", "PhoneCalls", "Step", "Then", "Thinking"]
