"""What the phones showed before LINDA was started anew, read back from the conversations."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from linda.adapters.simulated_phone.threads import Author, Text, Threads
from linda.domain.sms_text import measure
from linda.domain.visitor import is_visitor
from linda.records import Records
from linda.records.leads import Lead

PHONES, TEXTS = 30, 60
"""So many of the latest conversations, and so many events of each, are shown again."""


_AUTHORS: Mapping[str, Author] = {
    "text_in": "person",
    "reply": "shop",
    "owner_text": "shop",
    "decision": "shop",
}


def refill(threads: Threads, records: Records) -> None:
    """Put the latest texts of the latest conversations into empty `threads`, in their order."""
    leads = records.leads.by_activity(limit=PHONES)
    texts = [text for lead in leads if not is_visitor(lead.phone) for text in _texts(records, lead)]
    for text in sorted(texts, key=lambda each: each.at):
        threads.add(text)


def _texts(records: Records, lead: Lead) -> Iterator[Text]:
    for event in records.leads.events(lead.lead_id, limit=TEXTS, newest_first=True):
        author = _AUTHORS.get(event["event"])
        if author is not None and event["text"]:
            at = datetime.fromtimestamp(int(event.get("received_at") or event["timestamp"]) / 1000, UTC)
            sid = event.get("sid") or f"{event['event']}-{event['timestamp']}"
            yield Text(sid, lead.phone, author, event["text"], at, measure(event["text"]).segments)
