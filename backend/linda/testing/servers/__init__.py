"""Servers that stand in for AWS and Twilio, each started by a `with` and gone after it.

`make servers` installs them into `infra/local/`; none of them is LINDA's own code.
"""

from linda.testing.servers.dynamodb import dynamodb_local
from linda.testing.servers.lambda_emulator import LambdaFunction, lambda_emulator
from linda.testing.servers.ministack import Ministack, ministack
from linda.testing.servers.process import ServerMissing
from linda.testing.servers.twilio import TwilioEmulator, twilio_emulator

__all__ = [
    "LambdaFunction",
    "Ministack",
    "ServerMissing",
    "TwilioEmulator",
    "dynamodb_local",
    "lambda_emulator",
    "ministack",
    "twilio_emulator",
]
