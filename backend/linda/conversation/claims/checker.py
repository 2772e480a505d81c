"""Every claim of a text, each by the reader that knows its kind."""

from collections.abc import Callable, Iterator, Sequence

from linda.conversation.brain import Turn
from linda.conversation.claims.agreements import false_agreements
from linda.conversation.claims.counts import false_counts
from linda.conversation.claims.days import false_days
from linda.conversation.claims.deeds import false_deeds
from linda.conversation.claims.durations import false_durations
from linda.conversation.claims.leftovers import false_contacts, unread_figures
from linda.conversation.claims.letters import has_other_script, plain_letters
from linda.conversation.claims.moments import false_times
from linda.conversation.claims.owner_claims import false_states
from linda.conversation.claims.prices import false_prices
from linda.conversation.claims.promises import false_promises, false_warranty
from linda.conversation.claims.reading import LONGEST, read_page
from linda.conversation.claims.sentences import Sentence, sentences
from linda.conversation.claims.sources import Sources
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import ToolRun

MOST_FIGURES = 60
"""A price list with hours and openings has some thirty; the work of tracing grows faster than their number."""

_CHECKS: tuple[Callable[[Sequence[Sentence], Sources], Iterator[str]], ...] = (
    false_contacts,
    false_prices,
    false_times,
    false_days,
    false_agreements,
    false_durations,
    false_counts,
    false_deeds,
    false_promises,
    false_warranty,
    false_states,
    unread_figures,
)


def false_claims(text: str, turn: Turn, evidence: Evidence, runs: Sequence[ToolRun] = ()) -> list[str]:
    """Return a short sentence for each claim of the outgoing `text` that has no source; none when all are traced.

    Sources are `evidence` and `runs` (the tool runs of this turn), the shop's own data, the owner's state, and for
    questions back what the customer wrote himself. Whatever looks like a figure and can't be read is a false claim.
    """
    if len(text) > LONGEST:
        return [f"it is longer than {LONGEST} characters"]
    if has_other_script(plain_letters(text)):
        return ["it has letters that can't be read"]
    sources = Sources(turn, evidence, (*turn.effects, *runs))
    page = read_page(text, turn.now, turn.shop.owner, sources.verbatim)
    read = sentences(page)
    if len(page.figures) > MOST_FIGURES or len(read) > MOST_FIGURES:
        return ["it has more figures or sentences than anybody would text"]
    return list(dict.fromkeys(fault for check in _CHECKS for fault in check(read, sources)))
