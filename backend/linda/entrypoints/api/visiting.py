"""Whose chat a request is about: the visitor is whoever has the token, and nobody else learns that there is one."""

from linda.domain.visitor import visitor_id
from linda.entrypoints.api.asked import asked
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.records.leads import Lead

VISITOR = "x-visitor"

_UNKNOWN = "This chat isn't known here. Begin a new one."


def own_lead(parts: Parts) -> tuple[str, Lead]:
    """Return the token in the header of the request at hand, and the lead of its visitor; 404 for any other."""
    token = asked().headers.get(VISITOR, "")
    return token, lead_of_token(parts, token)


def lead_of_token(parts: Parts, token: str) -> Lead:
    """Return the lead of the visitor with this token; raises the problem of one who has none."""
    lead = parts.records.leads.get(visitor_id(token))
    if lead is None:
        raise Problem(404, _UNKNOWN)
    return lead
