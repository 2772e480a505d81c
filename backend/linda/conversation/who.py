"""What the owner calls a customer."""

from linda.domain.phone_number import display, is_e164
from linda.records.leads import Lead

VISITOR = "A visitor of the web page"


def name_of(lead: Lead) -> str:
    """Return the name the customer gave, else the number, else that he came through the web page."""
    given = str(lead.facts.get("name") or "")
    number = number_of(lead)
    return given or (display(number) if number else VISITOR)


def number_of(lead: Lead) -> str:
    """Return the number (E.164) at which the customer surely is, or "" when none is known."""
    return lead.phone if is_e164(lead.phone) else lead.contact_phone
