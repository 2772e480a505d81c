"""A program that answers one step of a call, or is killed on the way: FILE TEXT POINT [DEFECT].

The call was picked up before; POINT and DEFECT are those of `tests.faults.one_turn`. What the caller hears goes to
standard output, so a killed process has told nobody anything.
"""

import sys
from pathlib import Path

from linda.adapters.sqlite_store import engine
from linda.conversation.calls import Heard, IncomingCall
from tests.faults.one_turn import CountingStore, KilledAt, live_with
from tests.house import CUSTOMER, SHOP_PHONE, House

CALL = IncomingCall("CA" + "0" * 32, CUSTOMER, SHOP_PHONE)


def main(file: str, text: str, point: str, defect: str = "") -> None:
    """Answer `text`, said at the first step of the call, on the database `file`, as far as it goes."""
    if defect:
        live_with(defect)
    passed = KilledAt(point)
    store = CountingStore(Path(file), passed)
    vars(engine)["carry_out"] = store.written
    sys.stdout.write(House(store, checkpoint=passed).calls.heard(CALL, 1, 0, Heard(text)).says)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
