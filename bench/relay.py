"""How soon a caller hears the first sentence that a model has written, with many calls at once on one core.

LINDA runs in a process of her own on one core: uvicorn, WebSocket, turn, claim checker, SQLite with full durability.
The model and the callers share the other one. The clock runs from the moment the model sends the piece after its first
sentence, which shows that the sentence is over, until the caller's side has the frame with it. The reference is the
bare SDK, which reads the very same stream and does nothing with it.
"""

import contextlib
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from twilio.request_validator import RequestValidator
from websockets.sync.client import connect

from bench.table import median, percentile, show, verdict
from linda.adapters.simulated_phone import Line, post_over_http
from linda.adapters.twilio_phone.webhooks import SMS
from linda.bootstrap import join
from linda.settings import LOCAL_ACCOUNT, local_token
from linda.testing.responses_script import event, message, response
from linda.testing.responses_server import Exchange, ResponsesServer
from tests.shop_desk import local_settings

FIRST, SECOND = "An iPhone 13 screen starts at $79.", "What day and time would suit you?"
PUBLIC = "https://linda.example.com"
TURNS, BREATH_S, THOUGHT_S = 12, 1.0, 0.15
GOAL_MS = 20.0
_ASKED = re.compile(r"question (\d+)")


@dataclass
class Model:
    """Writes two sentences, and remembers when the first one was over, by the number of the question."""

    over: dict[str, float]

    def __call__(self, exchange: Exchange) -> None:
        """Answer one request."""
        number = _ASKED.findall(json.dumps(exchange.body["input"]))[-1]

        def events() -> Iterator[bytes]:
            time.sleep(THOUGHT_S)
            yield event("response.output_item.added", output_index=0, item={"type": "message"})
            yield event("response.output_text.delta", output_index=0, delta=FIRST)
            self.over[number] = time.perf_counter()
            yield event("response.output_text.delta", output_index=0, delta=f" {SECOND[:4]}")
            yield event("response.output_text.delta", output_index=0, delta=SECOND[4:])
            yield event("response.completed", response=response(message(f"{FIRST} {SECOND}")))

        exchange.stream(events())


@dataclass
class Shop:
    """LINDA in a process of her own."""

    port: int
    token: str

    @contextmanager
    def call(self, number: int) -> Iterator[Any]:
        """Call her, and yield the session that she asks for, begun."""
        line = Line(LOCAL_ACCOUNT, self.token, "+19045550100", PUBLIC, SMS)
        sid, caller = f"CA{number:032d}", f"+1904556{number:04d}"
        told = {"CallSid": sid, "From": caller, "To": line.number, "CallStatus": "ringing"}
        webhook = line.signed(line.url("/twilio/voice/dialed?step=1"), told)
        post = post_over_http(f"http://127.0.0.1:{self.port}")
        began = line.signed(line.url("/twilio/voice"), told)
        post(began.path, began.headers, began.body)
        document = ET.fromstring(post(webhook.path, webhook.headers, webhook.body)[2])  # noqa: S314 - our own document
        parameters = {each.attrib["name"]: each.attrib["value"] for each in document.iter("Parameter")}
        signed = RequestValidator(self.token).compute_signature("wss://linda.example.com/twilio/voice/relay", {})
        address = f"ws://127.0.0.1:{self.port}/twilio/voice/relay"
        with connect(address, additional_headers={"X-Twilio-Signature": signed}) as socket:
            setup = {"type": "setup", "accountSid": LOCAL_ACCOUNT, "callSid": sid, "to": line.number}
            socket.send(json.dumps({**setup, "customParameters": parameters}))
            yield socket


def talk(shop: Shop, model: Model, number: int, breath_s: float) -> list[float]:
    """Have one call, and return the milliseconds after which each first sentence was there."""
    dice, took = random.Random(number), []
    with shop.call(number) as socket:
        for turn in range(TURNS):
            time.sleep(breath_s * dice.random())
            asked = f"{number:04d}{turn:02d}"
            socket.send(json.dumps({"type": "prompt", "voicePrompt": f"question {asked}", "last": True}))
            frame = json.loads(socket.recv(20))
            took.append((time.perf_counter() - model.over[asked]) * 1e3)
            assert "seventy-nine" in frame["token"], frame
            while not frame["last"]:
                frame = json.loads(socket.recv(20))
    return took[2:]


def bare(url: str, model: Model) -> list[float]:
    """Return the same of the SDK alone."""
    import openai

    client, took = openai.OpenAI(api_key="none", base_url=url, max_retries=0), []
    for turn in range(60):
        asked = f"9999{turn:02d}"
        text = ""
        for each in client.responses.create(model="gpt-4o", input=f"question {asked}", stream=True):
            text += each.delta if each.type == "response.output_text.delta" else ""
            if text.startswith(f"{FIRST} ") and len(took) == turn:
                took.append((time.perf_counter() - model.over[asked]) * 1e3)
    return took[10:]


@contextmanager
def served(url: str) -> Iterator[Shop]:
    """Run LINDA on one core, and this process on the others."""
    cores = sorted(os.sched_getaffinity(0))
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bench.relay", "serve", url, folder, str(cores[0])]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        assert process.stdout is not None
        os.sched_setaffinity(0, set(cores[1:]) or {cores[0]})
        try:
            yield Shop(int(process.stdout.readline()), local_token(Path(folder)))
        finally:
            os.sched_setaffinity(0, set(cores))
            process.communicate()


def serve(url: str, folder: str, core: str) -> None:
    """Serve LINDA until the input closes; the first line printed is her port."""
    import uvicorn

    from linda.entrypoints.cli.up import listen
    from linda.entrypoints.cli.up import served as config

    os.sched_setaffinity(0, {int(core)})
    asked = local_settings(Path(folder), LINDA_PUBLIC_URL=PUBLIC, LINDA_VOICE_RELAY="true")
    settings = replace(asked, openai_api_key="none", openai_base_url=url)
    with listen("127.0.0.1", 0) as listening, closing(join(settings)) as linda:
        server = uvicorn.Server(config(linda))
        print(listening.getsockname()[1], flush=True)
        threading.Thread(target=_until_closed, args=(server,), daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


def _until_closed(server: Any) -> None:
    sys.stdin.read()
    server.should_exit = True


def main() -> bool:
    """Print the table; True when the goal is met."""
    model, first = Model({}), 0
    rows = []
    with ResponsesServer(otherwise=model) as stub, served(stub.base_url) as shop:
        reference = median(bare(stub.base_url, model))
        for calls, breath_s in ((1, BREATH_S), (8, BREATH_S), (32, BREATH_S), (32, 0.0)):
            numbers = range(first, first + calls)
            first += calls
            began = time.perf_counter()
            with ThreadPoolExecutor(calls) as pool:
                took = [ms for each in pool.map(lambda n, b=breath_s: talk(shop, model, n, b), numbers) for ms in each]
            rate = calls * TURNS / (time.perf_counter() - began)
            rows.append((calls, rate, median(took), percentile(took, 0.99)))
    table = [
        (calls, f"{rate:.1f}", f"{p50:.1f}", f"{p99:.1f}", f"{p50 / reference:.1f}") for calls, rate, p50, p99 in rows
    ]
    head = ("calls at once", "turns a second", "p50 ms", "p99 ms", "p50 to bare SDK")
    show(f"The first sentence of a model, heard over a relay on one core (bare SDK: {reference:.1f} ms)", head, table)
    return verdict(f"p99 of 8 calls <= {GOAL_MS:.0f} ms", met=rows[1][3] <= GOAL_MS)


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(*sys.argv[2:])
    else:
        sys.exit(not main())
