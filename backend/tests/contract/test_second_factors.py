"""The second factor on every store: no code counts twice, no try is lost, whoever comes at once."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from linda.adapters.key_file import new_key
from linda.domain.errors import Conflict, SecretLost
from linda.domain.limits import TRIES_OF_THE_SECOND_FACTOR
from linda.domain.second_factor import MOST_DEVICES, Verdict
from linda.domain.sign_in import DEVICE_MS, HALFWAY_MS
from linda.records.enrolments import Enrolment, Enrolments
from linda.records.second_factors import KEY, RECOVERY_CODES, SecondFactors
from linda.records.secret_box import SecretBox
from linda.records.store import Put, Store, Write
from linda.records.tables import INBOX
from linda.testing.memory_store import MemoryStore
from tests.together import at_once

NOW = datetime(2026, 2, 10, 15, 0, 5, tzinfo=UTC)
NOW_MS = round(NOW.timestamp() * 1000)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - a made-up secret
KEY_OF_THE_BOX = new_key()
APP = pyotp.TOTP(SECRET)
STEP = APP.timecode(NOW)
LATER = NOW + timedelta(minutes=2)

BOX = SecretBox(lambda: [KEY_OF_THE_BOX])


@pytest.fixture
def factors(store: Store) -> SecondFactors:
    return SecondFactors(store, BOX)


def turn_on(factors: SecondFactors, replaces: str = "", device: str = "mine") -> list[str]:
    return factors.turn_on(Enrolment(SECRET, replaces, 0), STEP, NOW, device_key=device)


def test_without_a_factor_no_code_is_right(factors: SecondFactors) -> None:
    assert factors.check(APP.at(NOW), NOW) is Verdict.WRONG
    factors.forget_device("mine")
    with pytest.raises(Conflict):
        factors.renew_recovery_codes()
    assert factors.current() is None


def test_the_code_that_turned_it_on_is_used_and_the_next_one_is_right(factors: SecondFactors) -> None:
    turn_on(factors)
    assert factors.check(APP.at(NOW), NOW) is Verdict.WRONG
    assert factors.check(APP.at(LATER), LATER) is Verdict.RIGHT
    assert factors.check(APP.at(LATER), LATER) is Verdict.WRONG, "a second time"


def test_a_code_shown_by_many_at_once_is_right_once(factors: SecondFactors) -> None:
    turn_on(factors)
    verdicts = at_once(6, lambda _: factors.check(APP.at(LATER), LATER))
    assert verdicts.count(Verdict.RIGHT) == 1


def test_a_recovery_code_is_right_once_and_only_where_it_is_taken(factors: SecondFactors) -> None:
    first, second, *_ = codes = turn_on(factors)
    assert len(set(codes)) == RECOVERY_CODES
    assert factors.check(first, NOW, recovery=False) is Verdict.WRONG
    assert factors.check(first.upper().replace("-", " "), NOW) is Verdict.RIGHT
    assert factors.check(first, NOW) is Verdict.WRONG
    assert factors.check(second, NOW) is Verdict.RIGHT
    current = factors.current()
    assert current is not None
    assert len(current.recovery) == RECOVERY_CODES - 2


def test_new_recovery_codes_end_the_old_ones(factors: SecondFactors) -> None:
    old = turn_on(factors)
    new = factors.renew_recovery_codes()
    assert factors.check(old[0], NOW) is Verdict.WRONG
    assert factors.check(new[0], NOW) is Verdict.RIGHT


def test_ten_wrong_codes_are_enough_for_a_day_and_a_right_one_begins_anew(factors: SecondFactors) -> None:
    turn_on(factors)
    for _ in range(TRIES_OF_THE_SECOND_FACTOR.most - 1):
        assert factors.check("000000", NOW) is Verdict.WRONG
    assert factors.check(APP.at(LATER), LATER) is Verdict.RIGHT
    for _ in range(TRIES_OF_THE_SECOND_FACTOR.most):
        assert factors.check("nonsense", LATER) is Verdict.WRONG
    tomorrow = LATER + timedelta(days=1)
    just_before = tomorrow - timedelta(milliseconds=1)
    assert factors.check(APP.at(just_before), just_before) is Verdict.TOO_MANY
    assert factors.check(APP.at(tomorrow), tomorrow) is Verdict.RIGHT


def test_wrong_codes_at_once_are_all_counted(factors: SecondFactors) -> None:
    turn_on(factors)
    at_once(6, lambda _: factors.check("000000", NOW))
    current = factors.current()
    assert current is not None
    assert current.tries.count == 6


def test_a_device_that_showed_it_is_known_for_half_a_year(factors: SecondFactors) -> None:
    turn_on(factors, device="mine")
    assert factors.check(APP.at(LATER), LATER, device_key="other") is Verdict.RIGHT
    current = factors.current()
    assert current is not None
    assert current.knows("mine", NOW_MS + DEVICE_MS - 1)
    assert not current.knows("mine", NOW_MS + DEVICE_MS)
    assert current.knows("other", NOW_MS + DEVICE_MS)
    assert not current.knows("", NOW_MS)


def test_a_wrong_code_makes_no_device_known(factors: SecondFactors) -> None:
    turn_on(factors)
    factors.check("000000", NOW, device_key="theirs")
    current = factors.current()
    assert current is not None
    assert not current.knows("theirs", NOW_MS)


def test_a_device_is_forgotten_by_itself(factors: SecondFactors) -> None:
    turn_on(factors, device="mine")
    factors.check(APP.at(LATER), LATER, device_key="other")
    factors.forget_device("mine")
    current = factors.current()
    assert current is not None
    assert (current.knows("mine", NOW_MS), current.knows("other", NOW_MS)) == (False, True)


def test_one_more_device_than_are_kept_forgets_the_first(factors: SecondFactors) -> None:
    turn_on(factors, device="first")
    factor = factors.current()
    assert factor is not None
    for number in range(MOST_DEVICES):
        factor = factor.remembering(str(number), NOW_MS)
    assert len(factor.devices) == MOST_DEVICES
    assert not factor.knows("first", NOW_MS)


def test_a_second_factor_takes_no_place_that_it_was_not_begun_for(factors: SecondFactors) -> None:
    turn_on(factors)
    first = factors.current()
    assert first is not None
    with pytest.raises(Conflict):
        turn_on(factors)
    factors.check("000000", NOW)
    turn_on(factors, replaces=first.factor_id)
    with pytest.raises(Conflict):
        turn_on(factors, replaces=first.factor_id)


def test_of_two_who_turn_one_on_at_once_one_does(factors: SecondFactors) -> None:
    assert at_once(3, lambda _: turn_on(factors), (Conflict,)).count(None) == 2


def test_turned_off_it_leaves_nothing(factors: SecondFactors, store: Store) -> None:
    turn_on(factors)
    factors.remove()
    assert factors.current() is None
    assert store.get(INBOX, KEY) is None
    factors.remove()


def test_recovery_codes_are_not_in_the_store_and_the_secret_is_in_no_log(factors: SecondFactors, store: Store) -> None:
    codes = turn_on(factors)
    row = str(store.get(INBOX, KEY))
    assert not any(code in row or code.replace("-", "") in row for code in codes)
    assert SECRET not in repr(factors.current())
    assert SECRET not in repr(Enrolment(SECRET, "", 0))


class Restless(MemoryStore):
    """Lets somebody else write first, for ever, once it is `armed`."""

    armed = False

    def transact(self, *writes: Write) -> None:
        if self.armed:
            raise Conflict(0, "the factor")
        super().transact(*writes)


def test_a_row_that_is_never_left_alone_lets_nobody_in() -> None:
    store = Restless()
    factors = SecondFactors(store, BOX)
    turn_on(factors)
    store.armed = True
    assert factors.check(APP.at(LATER), LATER) is Verdict.TOO_MANY
    factors.forget_device("mine")
    with pytest.raises(Conflict):
        factors.renew_recovery_codes()


def test_a_page_that_is_loaded_twice_shows_one_secret_for_a_while(store: Store) -> None:
    enrolments = Enrolments(store, BOX)
    begun = enrolments.begin("session", NOW_MS)
    assert enrolments.begin("session", NOW_MS + HALFWAY_MS - 1) == begun == enrolments.pending("session", NOW_MS)
    assert enrolments.pending("other", NOW_MS) is None
    assert enrolments.pending("session", NOW_MS + HALFWAY_MS) is None
    assert enrolments.begin("session", NOW_MS + HALFWAY_MS).secret != begun.secret


def test_a_secret_that_takes_another_ones_place_is_another(store: Store) -> None:
    enrolments = Enrolments(store, BOX)
    first = enrolments.begin("session", NOW_MS)
    second = enrolments.begin("session", NOW_MS, replaces="factor")
    assert first.secret != second.secret
    assert len(pyotp.TOTP(first.secret).byte_secret()) == 20
    enrolments.over("session")
    assert enrolments.pending("session", NOW_MS) is None


def test_the_row_of_what_is_begun_goes_by_itself(store: Store) -> None:
    Enrolments(store, BOX).begin("session", NOW_MS)
    row = store.get(INBOX, {"key": "sign-in#enrolment#session"})
    assert row is not None
    assert 0 < row["expires_at"] * 1000 - (NOW_MS + HALFWAY_MS) <= 1000


def test_the_store_alone_does_not_hold_the_secret(factors: SecondFactors, store: Store) -> None:
    turn_on(factors)
    begun = Enrolments(store, BOX).begin("session", NOW_MS)
    kept = [store.get(INBOX, KEY), store.get(INBOX, {"key": "sign-in#enrolment#session"})]
    assert SECRET not in str(kept)
    assert begun.secret not in str(kept)
    assert factors.check(APP.at(LATER), LATER) is Verdict.RIGHT
    assert SECRET not in str(store.get(INBOX, KEY)), "nor after it was written again"


def test_a_new_key_opens_what_the_old_one_sealed_and_alone_once_it_was_sealed_anew(store: Store) -> None:
    old, new = new_key(), new_key()
    turn_on(SecondFactors(store, SecretBox(lambda: [old])))
    both = SecondFactors(store, SecretBox(lambda: [new, old]))
    alone = SecondFactors(store, SecretBox(lambda: [new]))
    assert not alone.reseal(), "there is nothing that it could open"
    assert both.reseal()
    assert alone.check(APP.at(LATER), LATER) is Verdict.RIGHT


def test_without_its_key_no_code_of_the_app_is_right_and_recovery_codes_still_are(store: Store) -> None:
    first, second, *_ = turn_on(SecondFactors(store, BOX))
    lost = SecondFactors(store, SecretBox(lambda: [new_key()]))
    factor = lost.current()
    assert factor is not None
    assert factor.is_lost
    assert lost.check(APP.at(LATER), LATER) is Verdict.WRONG
    assert lost.check(first, LATER) is Verdict.RIGHT
    assert lost.recover(second)
    assert SecondFactors(store, BOX).check(APP.at(LATER), LATER) is Verdict.RIGHT, "the key may come back"


def test_without_any_key_nothing_is_begun(store: Store) -> None:
    with pytest.raises(SecretLost):
        Enrolments(store, SecretBox(tuple)).begin("session", NOW_MS)


def test_what_was_begun_with_a_key_that_is_gone_is_begun_anew(store: Store) -> None:
    Enrolments(store, SecretBox(lambda: [new_key()])).begin("session", NOW_MS)
    assert Enrolments(store, BOX).pending("session", NOW_MS) is None


def test_a_recovery_code_is_taken_once_however_often_wrong_ones_were_tried(factors: SecondFactors) -> None:
    first, *_ = turn_on(factors)
    assert not any(factors.recover("aaaaa-aaaaa") for _ in range(TRIES_OF_THE_SECOND_FACTOR.most + 1))
    assert [factors.recover(first), factors.recover(first)] == [True, False]
    assert not factors.recover("123456")


def test_a_recovery_code_that_many_show_at_once_is_taken_once(factors: SecondFactors) -> None:
    first, *_ = turn_on(factors)
    assert at_once(6, lambda _: factors.recover(first)).count(True) == 1


def test_a_factor_of_before_secrets_were_sealed_goes_on_and_is_sealed_when_it_is_used(
    factors: SecondFactors, store: Store
) -> None:
    turn_on(factors)
    row = store.get(INBOX, KEY)
    assert row is not None
    plain = {name: value for name, value in row.items() if name != "sealed"} | {"secret": SECRET}
    store.transact(Put(INBOX, plain))
    assert factors.check(APP.at(LATER), LATER) is Verdict.RIGHT
    assert SECRET not in str(store.get(INBOX, KEY))
