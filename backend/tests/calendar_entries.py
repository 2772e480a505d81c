"""Bookings and claims for the tests of the calendar."""

from linda.records.schedule import Booking, Claim

DAY = "2026-02-10"
NOW = 1_770_750_000_000
CUSTOMER = "+19045550142"


def a_booking(name: str = "one", *, starts: int = 600, minutes: int = 45, day: str = DAY, bench: int = 0) -> Booking:
    """Return a booking called `name` at the minute `starts` of `day`."""
    return Booking(
        booking_id=f"book_{name}",
        code="4417",
        lead_id=f"lead_{name}",
        customer=CUSTOMER,
        day=day,
        starts=starts,
        minutes=minutes,
        bench=bench,
        claim_from=starts,
        claim_minutes=minutes,
        services=("iphone_screen",),
        device="iPhone 13",
        price=7900,
        service_mode="in_shop",
    )


def a_claim(owner: str = "hold#one", *, minute: int = 600, minutes: int = 45, day: str = DAY, bench: int = 0) -> Claim:
    """Return a claim of `owner` from the `minute` of `day`."""
    return Claim(day, minute, minutes, bench, owner)
