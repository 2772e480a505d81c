"""Step five: nothing leaves that the turn can't prove.

A draft that fails is replaced, first by the rules brain's, then by a promise to ask the owner.
"""

from dataclasses import dataclass, replace

from linda.conversation.brain import Brain, Deadline, Draft, Turn
from linda.conversation.claims import false_claims, untold_deed
from linda.conversation.evidence import Evidence, joined
from linda.conversation.finishing import MOST_SEGMENTS, finished, prompts_reserved_word
from linda.conversation.learned import learned
from linda.conversation.receipt import Receipt
from linda.conversation.toolbox import Toolbox
from linda.domain.channel import VOICE
from linda.domain.clock import Clock
from linda.domain.sms_text import fits

RULES_BUDGET_S = 1.0


@dataclass(slots=True)
class Checker:
    """Checks drafts; `rules` is the brain whose words replace a model's that fail."""

    rules: Brain
    clock: Clock

    def checked(self, turn: Turn, draft: Draft, tools: Toolbox, receipt: Receipt) -> tuple[str, Draft]:
        """Return the text that may leave, and the draft whose memory goes with it."""
        receipt.brain, receipt.usage = draft.brain, draft.usage
        receipt.rules += draft.notes
        text, faults = self._judged(turn, draft, tools)
        if not faults:
            return text, draft
        receipt.rules += [f"{draft.brain} was not sent: {fault}" for fault in faults]
        if draft.brain != self.rules.name:
            facts = learned(turn.facts, tools.runs, turn.shop)
            told = replace(turn, facts=facts, effects=(*turn.effects, *(run for run in tools.runs if run.wrote)))
            tools.begin_fallback()
            draft = self.rules.reply(told, tools, Deadline.after(self.clock, RULES_BUDGET_S))
            receipt.brain = draft.brain
            text, faults = self._judged(turn, draft, tools)
            if not faults:
                return text, draft
            receipt.rules += [f"{draft.brain} was not sent: {fault}" for fault in faults]
        tools.begin_fallback()
        tools.call("hand_to_owner", {"reason": "LINDA found no answer she could prove", "urgent": False})
        safe = f"I've passed this on to {turn.shop.owner}, he'll get back to you."
        return _finished(safe, turn), draft

    def may_say(self, turn: Turn, text: str, tools: Toolbox) -> bool:
        """Tell whether `text`, the beginning of a reply, may be said before the rest is written."""
        is_false = false_claims(text, turn, evidence_of(turn, tools), tools.runs)
        return not is_false and not prompts_reserved_word(text) and fits(text, MOST_SEGMENTS)

    def _judged(self, turn: Turn, draft: Draft, tools: Toolbox) -> tuple[str, list[str]]:
        text = _finished(draft.text, turn)
        faults = false_claims(text, turn, evidence_of(turn, tools), tools.runs)
        untold = untold_deed(text, turn, (*turn.effects, *tools.runs)) if draft.brain != self.rules.name else None
        if untold:
            faults.append(untold)
        if not text:
            faults.append("it says nothing")
        if prompts_reserved_word(text):
            faults.append("it asks for a word that the provider takes for itself")
        return text, faults


def _finished(text: str, turn: Turn) -> str:
    # A call begins with who is talking.
    said_who = turn.channel == VOICE
    return finished(text, turn.shop, turn.state, first_contact=turn.first_contact, said_who=said_who)


def evidence_of(turn: Turn, tools: Toolbox) -> Evidence:
    """Return what this turn's tool runs, earlier ones included, entitle to say."""
    return joined(run.outcome.evidence for run in (*turn.effects, *tools.runs))
