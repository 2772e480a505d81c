"""What DynamoDB can't keep (AWS, "Quotas in Amazon DynamoDB"), said before it is sent: no retry would help."""

from collections.abc import Mapping, Sequence
from typing import Any

from linda.adapters.dynamo_store.codec import stored_name
from linda.records.store import Put, Update, Write, storable, target

KB = 1024
ITEM_BYTES = 400 * KB
TRANSACTION_BYTES = 4 * KB * KB
NAME_BYTES = 64 * KB - 1
KEY_BYTES = 2048
LEVELS = 32
DIGITS = 38


def can_be_key(partition: str) -> bool:
    """Tell whether an item can have this text as its partition key."""
    return 1 <= len(partition.encode()) <= KEY_BYTES


def refuse_oversize(writes: Sequence[Write]) -> None:
    """Raise `ValueError` for a key, a name, an item or a transaction that is beyond a limit, naming table and key.

    Sizes are counted as AWS counts them. What an update adds to is known to DynamoDB alone, which then refuses.
    """
    total = 0
    for write in writes:
        size = _size_of(write)
        total += size
        if size > ITEM_BYTES:
            raise ValueError(f"{_named(write)} has {size} bytes; DynamoDB keeps up to {ITEM_BYTES} in an item.")
    if total > TRANSACTION_BYTES:
        raise ValueError(f"These writes have {total} bytes; DynamoDB takes up to {TRANSACTION_BYTES} at once.")


def _size_of(write: Write) -> int:
    partition = str(target(write)[0])
    if not can_be_key(partition):
        raise ValueError(f"{_named(write)}: DynamoDB takes keys of 1 to {KEY_BYTES} bytes.")
    fields = write.item if isinstance(write, Put) else write.changes if isinstance(write, Update) else {}
    try:
        return _size_of_fields(storable(fields), LEVELS)
    except ValueError as bad:
        raise ValueError(f"{_named(write)} has {bad}") from None


def _size_of_fields(fields: Mapping[str, Any], levels: int) -> int:
    names = [len(stored_name(name).encode()) for name in fields]
    if max(names, default=0) > NAME_BYTES:
        raise ValueError(f"a field's name beyond DynamoDB's {NAME_BYTES} bytes.")
    return sum(names) + sum(_size(value, levels) for value in fields.values())


def _size(value: Any, levels: int) -> int:
    if not levels:
        raise ValueError(f"more than the {LEVELS} levels of lists and mappings that DynamoDB keeps.")
    match value:
        case str():
            return len(value.encode())
        case bool() | None:
            return 1
        case int():
            return _size_of_number(value)
        case list():
            return 3 + len(value) + sum(_size(each, levels - 1) for each in value)
    return 3 + len(value) + _size_of_fields(value, levels - 1)


def _size_of_number(value: int) -> int:
    if abs(value) >= 10**DIGITS:
        raise ValueError(f"a number beyond DynamoDB's {DIGITS} digits.")
    digits = str(abs(value)).rstrip("0")
    return (len(digits) + 1) // 2 + 1 + (value < 0)


def _named(write: Write) -> str:
    key = ", ".join(str(each)[:40] for each in target(write))
    return f"{type(write).__name__} {write.table.name} ({key})"
