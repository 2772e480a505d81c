"""How long LINDA takes to import, in bare interpreter starts; and what she must not import for a rules answer."""

import subprocess
import sys

from bench.table import show, timed, verdict

ROUNDS = 11
GOAL = 30
PROGRAMS = {
    "bare interpreter": "pass",
    "LINDA (rules path)": "import linda.bootstrap",
    "naive": "import openai, twilio.rest, boto3",
}
HEAVY = ("openai", "twilio.rest", "boto3")


def starts() -> dict[str, float]:
    """Return the milliseconds of the fastest start of each program, taken in turns: a busy moment hits them all."""
    took: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(ROUNDS):
        for name, program in PROGRAMS.items():
            command = [sys.executable, "-c", program]
            took[name] += timed(lambda command=command: subprocess.run(command, check=True), 1)  # type: ignore[misc]  # noqa: S603
    return {name: min(each) for name, each in took.items()}


def main() -> bool:
    """Print the table; True when the goals are met."""
    took = starts()
    bare = took["bare interpreter"]
    rows = [(name, f"{each:.0f}", f"{each / bare:.1f}") for name, each in took.items()]
    show("Import time", ("", "ms", "to bare interpreter"), rows)
    loaded = f"import sys, linda.bootstrap; print([each for each in {HEAVY!r} if each in sys.modules])"
    heavy = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)  # noqa: S603
    none_loaded = verdict(f"none of {', '.join(HEAVY)} is loaded", met=heavy.stdout.strip() == "[]")
    return verdict(f"<= {GOAL} x bare", met=took["LINDA (rules path)"] <= GOAL * bare) and none_loaded


if __name__ == "__main__":
    sys.exit(not main())
