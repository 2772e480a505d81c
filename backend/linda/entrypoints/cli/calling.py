"""Calling LINDA: a telephone in the terminal."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from linda.adapters.simulated_phone import Call, OwnerDoes, SimulatedPhone, Step
from linda.bootstrap import Linda
from linda.domain.errors import InvalidInput
from linda.domain.phone_number import display, to_e164
from linda.entrypoints.cli.shared import data_folder, fixed_clock, opened, read_typed
from linda.entrypoints.cli.texting import CUSTOMER, simulated
from linda.entrypoints.terminal import tell

_OWNER: Mapping[str, OwnerDoes] = {
    "takes": "takes",
    "declines": "declines",
    "rings-out": "rings_out",
    "busy": "busy",
    "voicemail": "voicemail",
}
_WORDS: Mapping[str, str] = {
    "takes": "he picks up",
    "declines": "he picks up",
    "rings_out": "nobody picks up",
    "busy": "it is busy",
    "voicemail": "his voicemail picks up",
    "is silent": "nothing is pressed",
}
_HOW = 'Type what you say, a digit to press it, nothing for silence; "hang up" or Ctrl-D ends the call.'
_SPEAKERS = {"shop": "LINDA", "carrier": "carrier"}


@click.command()
@click.option("--from", "caller", default=CUSTOMER, show_default=True, help="The customer's number.")
@click.option("--hidden", is_flag=True, help="Withhold the number.")
@click.option(
    "--owner",
    type=click.Choice(list(_OWNER)),
    default="rings-out",
    show_default=True,
    help="What the owner does when his phone rings.",
)
@click.option("--steps", is_flag=True, help="Print the TwiML verbs and how long each answer took.")
@fixed_clock
@data_folder
def call(*, caller: str, hidden: bool, owner: str, steps: bool, at: str | None, data: Path | None) -> None:
    """Call LINDA on a telephone in the terminal."""
    with opened(data, at) as linda:
        phone = simulated(linda)
        phone.owner_does = _OWNER[owner]
        number = to_e164(caller)
        who = "a withheld number" if hidden else display(number)
        tell(f"You call {linda.shop.name} from {who}. {_HOW}")
        shown = _Shown(linda, phone, with_steps=steps)
        made = phone.call(None if hidden else number)
        shown.show(made)
        while not made.is_over:
            _do(made, _line())
            shown.show(made)
        if made.problem:
            raise InvalidInput(made.problem)
        tell("(The call is over.)")


class _Shown:
    """What was printed of a call, and the texts that came meanwhile."""

    def __init__(self, linda: Linda, phone: SimulatedPhone, *, with_steps: bool) -> None:
        self._linda, self._phone, self._with_steps = linda, phone, with_steps
        self._steps, self._was_with_owner = 0, False
        self._texts = {text.sid for text in phone.threads.all()}

    def show(self, made: Call) -> None:
        """Print what is new."""
        new, self._steps = made.steps[self._steps :], len(made.steps)
        for step in new:
            for line in self._lines(step):
                tell(line)
        if made.is_with_owner and not self._was_with_owner:
            tell(f'({self._linda.shop.owner} is on the line; "owner: hang up" has him hang up.)')
        self._was_with_owner = made.is_with_owner
        self._linda.sweeper.sweep()
        for text in self._phone.threads.all():
            if text.sid not in self._texts:
                self._texts.add(text.sid)
                tell(f"text to {display(text.person)}: {text.body}")

    def _lines(self, step: Step) -> Iterator[str]:
        if self._with_steps:
            yield _told(step)
        if step.what == "Say":
            yield f"{_SPEAKERS[step.who]}{' to the owner' if step.leg == 'owner' else ''}: {step.text}"
        elif step.who == "owner":
            what = _WORDS.get(step.what, f"he {step.what} {step.text}".rstrip())
            yield f"({self._linda.shop.owner}'s phone: {what}.)"


def _told(step: Step) -> str:
    took = f" {step.ms:.0f} ms" if step.path and step.who == "carrier" else ""
    text = "" if step.what == "Say" else step.text
    return "  " + " ".join(part for part in (step.who, step.what, text, step.path) if part) + took


def _do(made: Call, typed: str | None) -> None:
    if typed is None or typed.lower() == "hang up":
        made.hang_up()
    elif typed.lower() == "owner: hang up":
        _unless_impossible(made.owner_hangs_up)
    elif not typed:
        made.stay_silent()
    elif len(typed) == 1 and typed in "0123456789*#":
        made.press(typed)
    else:
        made.say(read_typed(typed))


def _unless_impossible(do: Callable[[], object]) -> None:
    try:
        do()
    except ValueError as bad:
        said = str(bad)
        tell(f"({said[0].upper()}{said[1:]}.)")


def _line() -> str | None:
    try:
        return str(click.prompt("you", default="", show_default=False, prompt_suffix="> ")).strip()
    except (EOFError, click.Abort):
        tell("")
        return None
