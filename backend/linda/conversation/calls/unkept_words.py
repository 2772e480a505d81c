"""What was said in a call of which only the outcome is to be kept: there while it lasts, gone when it is over.

A turn needs the words before it, and a webhook that comes again the same answer; nobody needs either once the call has
ended. What the customer is known by, and what was booked, stays.
"""

from dataclasses import replace

from linda.conversation.calls.step import MOST_WAITS, Step, Then
from linda.records import Records
from linda.records.calls import CallRecord, call_of, words_of
from linda.records.inbox import is_message
from linda.records.leads import UNKEPT, Lead
from linda.records.store import Delete, Item, Put, Update
from linda.records.tables import INBOX


def without_words(lead: Lead, call: CallRecord) -> Lead:
    """Return `lead` without the lines of `call` that are not to be kept."""
    return replace(lead, recent=tuple(each for each in lead.recent if each.get(UNKEPT) != call.call_sid))


def is_answered_now(lead: Lead, call: CallRecord) -> bool:
    """Tell whether a turn of `call` is under way, or waits for the sweeper."""
    return any(call_of(each["sid"]) == call.call_sid for each in lead.waiting)


def forget_words(records: Records, call: CallRecord) -> None:
    """Take the words out of the rows of a call that is over, if it was one that keeps none."""
    if call.keeps_words:
        return
    for key in words_of(call, MOST_WAITS):
        row = records.store.get(INBOX, {"key": key})
        if row is not None:
            records.store.transact(_wiped(row))


def _wiped(row: Item) -> Put | Update | Delete:
    if is_message(row["key"]):
        return Update(INBOX, {"key": row["key"]}, {"text": "", "reply": []})
    if "step" not in row:
        return Delete(INBOX, {"key": row["key"]})
    return Put(INBOX, {**row, "step": Step("", Then.HANG_UP).to_item()})
