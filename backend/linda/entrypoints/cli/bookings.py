"""The calendar from the terminal: what is open, and a booking by the owner's hand."""

from datetime import date
from datetime import time as wall_clock
from pathlib import Path

import click

from linda.conversation.by_hand import ByHand
from linda.conversation.toolbox import Status
from linda.domain.errors import InvalidInput, Refused
from linda.domain.openings import day_openings
from linda.domain.phone_number import display, to_e164
from linda.domain.time_words import clock_time, date_words, list_words
from linda.entrypoints.cli.shared import as_json, data_folder, fixed_clock, local_now, opened, show
from linda.records import epoch_ms
from linda.records.schedule import taken


@click.command()
@click.argument("day", required=False, metavar="[DATE]")
@click.option(
    "--minutes", default=45, show_default=True, type=click.IntRange(1, 24 * 60), help="How long the work takes."
)
@as_json
@fixed_clock
@data_folder
def slots(*, day: str | None, minutes: int, as_json: bool, at: str | None, data: Path | None) -> None:
    """Show a day's openings and bookings (today, or DATE as 2026-02-10)."""
    with opened(data, at) as linda:
        on = read_date(day) if day else local_now(linda.clock, linda.shop).date()
        state = linda.records.states.current(fresh=True)
        busy = taken(linda.records.schedule.rows(on), epoch_ms(linda.clock))
        found = day_openings(linda.shop, state, on, minutes, busy, now=linda.clock.now())
        booked = linda.records.schedule.bookings(on)
        item = {
            "date": on.isoformat(),
            "openings": [each.start.isoformat() for each in found],
            "bookings": [
                {"code": b.code, "starts": b.starts, "device": b.device, "customer": b.customer} for b in booked
            ],
        }
        lines = [f"{date_words(on)}: {len(found)} openings for {minutes} min"]
        lines += [f"  {', '.join(clock_time(each.start.time()) for each in found)}"] if found else []
        for each in booked:
            starts = clock_time(wall_clock(*divmod(each.starts, 60)))
            lines.append(
                f"  booked {starts} {each.device} ({', '.join(each.services)}) {display(each.customer)} {each.code}"
            )
        show(item, lambda: "\n".join(lines), as_json=as_json)


@click.command()
@click.argument("day", metavar="DATE")
@click.argument("time")
@click.argument("repair")
@click.argument("device")
@click.option("--for", "customer", required=True, help="The customer's number.")
@click.option("--name", help="The customer's name.")
@as_json
@fixed_clock
@data_folder
def book(
    *,
    day: str,
    time: str,
    repair: str,
    device: str,
    customer: str,
    name: str | None,
    as_json: bool,
    at: str | None,
    data: Path | None,
) -> None:
    """Book DATE TIME for REPAIR (an id of the price book) on DEVICE."""
    with opened(data, at) as linda:
        arguments = {"date": day, "time": time, "repair_type": repair, "device": device, "name": name}
        run = ByHand(linda.shop, linda.records, linda.clock, "cli").run(to_e164(customer), "book_slot", arguments)
        data_of = dict(run.outcome.data)
        if run.outcome.status is not Status.DONE:
            nearest = [f"{each['date']} {each['time']}" for each in data_of.get("nearest", [])]
            raise Refused(f"{run.outcome.sentence} {'Nearest: ' + list_words(nearest) if nearest else ''}".strip())
        show(data_of, lambda: f"Booked {data_of['date']} {data_of['time']}, code {data_of['code']}.", as_json=as_json)


def read_date(text: str) -> date:
    """Read an ISO date; raises `InvalidInput`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(f"{text!r} is no date; write it like 2026-02-10.") from None
