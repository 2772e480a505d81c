"""The guarded brain: the model while it is well and within its means, else the rules, in the same turn."""

import logging
from dataclasses import replace

from linda.conversation.brain import Brain, Deadline, Draft, Turn, Usage
from linda.conversation.breaker import Breaker
from linda.conversation.learned import learned
from linda.conversation.model_failed import ModelFailed
from linda.conversation.spend import SpendCap
from linda.conversation.toolbox import Toolbox
from linda.domain.channel import VOICE
from linda.domain.clock import Clock
from linda.domain.errors import BrainFailed

logger = logging.getLogger(__name__)

CUT_SECONDS = 9.0
"""The model's budget for a text: Twilio gives up after 15 s and the reply must be out by 11.5."""

VOICE_CUT_SECONDS = 5.0
"""On a call a longer silence sounds like a dropped line."""

RULES_RESERVE = 1.0
"""What is kept of the deadline for the rules, whose slowest answer takes a fiftieth of it."""

LEAST_BUDGET = 1.0
"""With less than this a model can't answer; asking would only cost."""

LONGEST_PAUSE = 300.0
"""A vendor's wish to be left alone is granted up to here."""


class GuardedBrain:
    """Asks `model` within its budget and falls back on `rules`; without a model it is the rules."""

    name = "guarded"

    def __init__(self, model: Brain | None, rules: Brain, breaker: Breaker, spend: SpendCap, clock: Clock) -> None:
        """Join the two brains; `breaker` and `spend` decide when the model is left alone."""
        self._model = model
        self._rules = rules
        self._breaker = breaker
        self._spend = spend
        self._clock = clock

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Return a draft from the model, or one by the rules whose notes say why; raises what the rules raise."""
        if self._model is None:
            return self._rules.reply(turn, tools, deadline)
        budget = _model_budget(turn, deadline)
        obstacle = self._obstacle(turn, budget)
        if obstacle:
            return self._by_rules(turn, tools, deadline, obstacle, Usage())
        started = self._clock.monotonic()
        try:
            draft = self._model.reply(turn, tools, budget)
        except BrainFailed as failure:
            # Not the vendor's own words, which may repeat the customer's; the phases about the model show them.
            cause = type(failure.__cause__ or failure).__name__
            logger.warning("the model failed, the rules answer: %s (%s)", failure.reason, cause)
            usage = self._account(turn, failure)
            why = f"{failure.reason} after {self._clock.monotonic() - started:.1f} s"
            return self._by_rules(turn, tools, deadline, why, usage)
        self._breaker.succeeded()
        self._spend.count(turn.now.date(), draft.usage.cost_micros)
        return draft

    def _obstacle(self, turn: Turn, budget: Deadline) -> str:
        if budget.remaining() < LEAST_BUDGET:
            return "no time left"
        if not self._spend.allows(turn.now.date()):
            return "daily spend cap reached"
        if not self._spend.allows_customer(turn.spent_micros):
            return "customer's share of the money spent"
        return "" if self._breaker.allows() else "left alone after failures"

    def _account(self, turn: Turn, failure: BrainFailed) -> Usage:
        if not isinstance(failure, ModelFailed):
            self._breaker.failed()
            return Usage()
        if failure.retry_after is not None:
            self._breaker.failed(min(failure.retry_after, LONGEST_PAUSE))
        elif failure.vendor:
            self._breaker.failed()
        else:
            self._breaker.succeeded()
        self._spend.count(turn.now.date(), failure.usage.cost_micros)
        return failure.usage

    def _by_rules(self, turn: Turn, tools: Toolbox, deadline: Deadline, why: str, usage: Usage) -> Draft:
        tools.begin_fallback()
        written = tuple(run for run in tools.runs if run.wrote)
        facts = learned(turn.facts, written, turn.shop)
        told = replace(turn, effects=(*turn.effects, *written), facts=facts)
        draft = self._rules.reply(told, tools, deadline)
        return replace(draft, usage=usage, notes=(*draft.notes, f"model: {why}"))


def _model_budget(turn: Turn, deadline: Deadline) -> Deadline:
    cut = deadline.sooner(VOICE_CUT_SECONDS if turn.channel == VOICE else CUT_SECONDS)
    return replace(cut, at=min(cut.at, deadline.at - RULES_RESERVE))
