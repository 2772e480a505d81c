"""Many who want one slot at the same moment: one gets it, wholly, and everybody else hears of two that are free."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

from linda.adapters.sqlite_store import SqliteStore
from linda.conversation.acceptance import receive
from linda.conversation.desk import Desk
from linda.conversation.toolbox import Toolbox, ToolRun
from linda.conversation.tools import tools_for
from linda.conversation.tools.reading import opening_words
from linda.domain.errors import Conflict
from linda.domain.owner_state import OwnerState
from linda.domain.shop import ServiceMode
from linda.records.schedule import Schedule, book
from linda.records.store import Store
from tests.calendar_entries import NOW, a_booking
from tests.child_process import start
from tests.house import House, a_text, the_shop
from tests.running.proof import in_proof

RACERS, ROUNDS, PROCESSES = 64, in_proof(1_000), 8
FIRST_DAY = date(2026, 3, 2)


def day_of(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def race(store: Store, rounds: int) -> list[list[int]]:
    """Let 64 threads claim a place of each day, some of them a quarter of an hour apart; return the winners."""
    line = threading.Barrier(RACERS)
    winners: list[list[int]] = [[] for _ in range(rounds)]

    def claim(who: int) -> None:
        for number in range(rounds):
            wanted = a_booking(str(who), starts=600 + 15 * (who % 3), day=day_of(number).isoformat())
            line.wait()
            try:
                store.transact(*book(wanted, NOW))
            except Conflict:
                continue
            winners[number].append(who)

    with ThreadPoolExecutor(RACERS) as pool:
        list(pool.map(claim, range(RACERS)))
    return winners


def has_one_whole_booking(store: Store, day: date, who: object) -> bool:
    rows = Schedule(store).rows(day)
    bookings = Schedule(store).bookings(day)
    return (
        [each.booking_id for each in bookings] == [f"book_{who}"]
        and {row["owner"] for row in rows} == {f"book_{who}"}
        and [row["slot"] for row in rows] == bookings[0].claim.slots()
    )


def test_1_000_times_64_threads_claim_one_slot_and_one_gets_it(store: Store) -> None:
    winners = race(store, ROUNDS)
    assert [len(each) for each in winners] == [1] * ROUNDS
    assert all(has_one_whole_booking(store, day_of(number), who) for number, (who,) in enumerate(winners))
    assert len({who for (who,) in winners}) > 1


def test_1_000_times_8_processes_claim_one_slot_and_one_gets_it(tmp_path: Path) -> None:
    path = tmp_path / "linda.db"
    racers = [start("tests.contract.claim_racer", path, who) for who in range(PROCESSES)]
    lines = [(racer.stdin, racer.stdout) for racer in racers]
    winners: list[list[int]] = []
    for number in range(-1, ROUNDS):
        said = []
        for given, heard in lines:
            assert given is not None
            assert heard is not None
            if number >= 0:
                given.write(f"{day_of(number)}\n")
                given.flush()
        for _, heard in lines:
            assert heard is not None
            said.append(heard.readline().strip())
        if number >= 0:
            assert sorted(said) == ["lost"] * (PROCESSES - 1) + ["won"]
            winners.append([said.index("won")])
    for racer in racers:
        racer.communicate(timeout=30)
    store = SqliteStore(path)
    assert all(has_one_whole_booking(store, day_of(number), who) for number, (who,) in enumerate(winners))
    assert len({who for (who,) in winners}) > 1
    store.close()


def customer(number: int) -> str:
    """Return one of the numbers that are kept for stories (555-0100 to 555-0199 of an area code)."""
    return f"+1{904 + number // 100}55501{number % 100:02}"


def test_each_of_63_losers_hears_of_two_openings_that_are_real(store: Store) -> None:
    house, rounds = House(store), 4
    line = threading.Barrier(RACERS)
    days = [date(2026, 2, 11) + timedelta(days=number) for number in range(rounds)]
    runs: dict[tuple[int, int], ToolRun] = {}

    def desk(who: int) -> Desk:
        arrival = receive(house.records, house.clock, a_text(f"SM{who}-{threading.get_ident()}", "hi", customer(who)))
        assert arrival.session is not None
        return Desk(the_shop(), OwnerState(), house.records, house.clock, arrival.session, (f"SM{who}",))

    def claim(who: int) -> None:
        mine = desk(who)
        for number, day in enumerate(days):
            box = Toolbox(tools_for(mine), house.clock)
            wanted = {"date": day.isoformat(), "time": "12:00", "repair_type": "iphone_screen", "device": "iPhone 13"}
            line.wait()
            runs[number, who] = box.call("book_slot", wanted)

    with ThreadPoolExecutor(RACERS) as pool:
        list(pool.map(claim, range(RACERS)))
    judge = desk(RACERS)
    for number, day in enumerate(days):
        outcomes = [runs[number, who] for who in range(RACERS)]
        assert sum(run.wrote for run in outcomes) == 1
        free = set(opening_words(judge.openings(day, 45, ServiceMode.IN_SHOP)))
        offered = [run.outcome.data["nearest"] for run in outcomes if "nearest" in run.outcome.data]
        assert len(offered) == RACERS - 1 - number, "who won an earlier day is told that one booking is enough"
        for nearest in offered:
            assert [each["date"] for each in nearest] == [day.isoformat()] * 2
            assert len({each["time"] for each in nearest} & free) == 2
