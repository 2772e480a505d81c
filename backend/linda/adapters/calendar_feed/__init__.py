"""The calendar as other programs subscribe to it: iCalendar (RFC 5545)."""

from linda.adapters.calendar_feed.feed import appointment, calendar_feed

__all__ = ["appointment", "calendar_feed"]
