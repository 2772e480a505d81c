"""The played model, and the switch between it and the brain that answers otherwise."""

from dataclasses import dataclass

from linda.conversation.brain import Brain, Deadline, Draft, Turn
from linda.conversation.toolbox import Toolbox
from linda.domain.clock import Clock
from linda.domain.errors import BrainFailed


@dataclass(slots=True)
class ModelFaults:
    """What is wrong with the model until it is switched off again."""

    down: bool = False
    slow: bool = False

    @property
    def are_on(self) -> bool:
        """Tell whether anything is wrong with it."""
        return self.down or self.slow


@dataclass(slots=True)
class PlayedModel:
    """A model that can't be reached, or that takes all the time it has and then has no answer."""

    faults: ModelFaults
    clock: Clock
    name: str = "played"

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Fail as the switches say; raises `BrainFailed`."""
        del turn, tools
        if self.faults.down:
            raise BrainFailed("unreachable", "switched off in the simulator")
        self.clock.sleep(deadline.remaining())
        raise BrainFailed("timeout", "slowed down in the simulator")


@dataclass(slots=True)
class FaultyBrain:
    """Answers by `usual`; while a fault is switched on by `failing`, which asks the played model first."""

    usual: Brain
    failing: Brain
    faults: ModelFaults
    name: str = "guarded"

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Return the draft of the one in charge."""
        brain = self.failing if self.faults.are_on else self.usual
        return brain.reply(turn, tools, deadline)
