"""Turns of OpenAI's Agents SDK with its SQLite session; runs in an environment of its own (see model_turn.py).

Reads {"url", "instructions", "rounds", "warm_up"} and prints the milliseconds of each turn, as JSON.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from agents import Agent, OpenAIResponsesModel, Runner, SQLiteSession, function_tool, set_tracing_disabled
from openai import AsyncOpenAI


@function_tool
def my_bookings() -> str:
    """Look up the bookings of the customer who is writing."""
    return '{"bookings": []}'


def main() -> None:
    """Take turns, each in a conversation of its own."""
    given = json.load(sys.stdin)
    set_tracing_disabled(disabled=True)
    client = AsyncOpenAI(api_key="none", base_url=given["url"], max_retries=0)
    model = OpenAIResponsesModel(model="gpt-4o", openai_client=client)
    agent = Agent(name="LINDA", instructions=given["instructions"], tools=[my_bookings], model=model)
    with tempfile.TemporaryDirectory() as folder:
        took = []
        for number in range(given["warm_up"] + given["rounds"]):
            session = SQLiteSession(f"customer{number}", Path(folder) / "sessions.db")
            started = time.perf_counter()
            result = Runner.run_sync(agent, "hi there", session=session)
            took.append((time.perf_counter() - started) * 1e3)
            assert result.final_output
    print(json.dumps(took[given["warm_up"] :]))


if __name__ == "__main__":
    main()
