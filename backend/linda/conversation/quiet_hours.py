"""Hours in which nothing we start leaves, but for danger."""

from datetime import datetime, timedelta

QUIET_FROM, QUIET_UNTIL = 20, 8


def after_quiet_hours(local: datetime) -> int:
    """Return `local` (aware, shop zone) in epoch ms, or eight in the morning after it when it lies in quiet hours."""
    if not QUIET_UNTIL <= local.hour < QUIET_FROM:
        morning = local.replace(hour=QUIET_UNTIL, minute=0, second=0, microsecond=0)
        local = morning if morning > local else morning + timedelta(days=1)
    return round(local.timestamp() * 1000)
