"""A model that answers at once, in a process of its own: first one tool call, then one sentence.

Run as a script it serves until its input closes; the first line it prints is its base URL.
"""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TEXT = "What day and time would suit you?"
USAGE = {
    "input_tokens": 1,
    "output_tokens": 1,
    "total_tokens": 2,
    "input_tokens_details": {"cached_tokens": 0},
    "output_tokens_details": {"reasoning_tokens": 0},
}


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return the response to `request`: a call of my_bookings until its result is in the input."""
    has_result = any(isinstance(item, dict) and item.get("type") == "function_call_output" for item in request["input"])
    return response([_message()] if has_result else [_call()])


def response(output: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a completed response with `output`."""
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 0,
        "status": "completed",
        "model": "gpt-4o",
        "output": output,
        "parallel_tool_calls": False,
        "tool_choice": "auto",
        "tools": [],
        "usage": USAGE,
    }


def _call() -> dict[str, Any]:
    return {
        "type": "function_call",
        "id": "fc_1",
        "call_id": "call_1",
        "name": "my_bookings",
        "arguments": "{}",
        "status": "completed",
    }


def _message() -> dict[str, Any]:
    content = [{"type": "output_text", "text": TEXT, "annotations": []}]
    return {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": content}


def _serve(connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    stream = connection.makefile("rb")
    while stream.readline():
        length = 0
        while (line := stream.readline().strip().lower()) not in {b""}:
            if line.startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        body = json.dumps(answer(json.loads(stream.read(length)))).encode()
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)


def main() -> None:
    """Serve on a free port of 127.0.0.1."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listener.getsockname()[1]}/v1", flush=True)

    def accept() -> None:
        while True:
            threading.Thread(target=_serve, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()


@contextmanager
def stub_model() -> Iterator[str]:
    """Run the stub and yield its base URL."""
    process = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, str(Path(__file__))], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.communicate()


if __name__ == "__main__":
    main()
