"""The four tables, declared once: engines, the table script and the template test all read this."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Index:
    """A second way to find items, sparse: items without the fields are not in it. Never used for decisions."""

    name: str
    partition: str
    sort: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its key. `partition` is text; `sort`, where there is one, is a number."""

    name: str
    partition: str
    sort: str | None = None
    indexes: tuple[Index, ...] = ()
    expires: str | None = None


LEADS = Table(
    "Repairs_Lead_Log",
    "lead_id",
    "timestamp",
    indexes=(Index("leads_by_phone", "phone", "last_activity"), Index("leads_by_activity", "kind", "last_activity")),
)
STATE = Table("Brandon_State_Log", "state_id")
SCHEDULE = Table("Repairs_Schedule", "day", "slot")
INBOX = Table("Linda_Inbox", "key", indexes=(Index("inbox_due", "due", "due_at"),), expires="expires_at")

TABLES = (LEADS, STATE, SCHEDULE, INBOX)
