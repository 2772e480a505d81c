"""What the owner calls a customer."""

from linda.domain.phone_number import display, is_e164
from linda.domain.visitor import is_hidden_caller
from linda.records.leads import Lead

VISITOR = "A visitor of the web page"
HIDDEN_CALLER = "A caller without a number"


def name_of(lead: Lead) -> str:
    """Return the name the customer gave, else the number, else how he came."""
    given = str(lead.facts.get("name") or "")
    number = number_of(lead)
    nobody = HIDDEN_CALLER if is_hidden_caller(lead.phone) else VISITOR
    return given or (display(number) if number else nobody)


def number_of(lead: Lead) -> str:
    """Return the number (E.164) at which the customer surely is, or "" when none is known."""
    return lead.phone if is_e164(lead.phone) else lead.contact_phone
