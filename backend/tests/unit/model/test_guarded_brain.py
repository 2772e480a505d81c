"""The guarded brain: model first, rules whenever that fails, in the same turn."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from linda.conversation.brain import Brain, Deadline, Draft, Turn, Usage
from linda.conversation.breaker import Breaker
from linda.conversation.facts import Facts
from linda.conversation.guarded import GuardedBrain
from linda.conversation.model_failed import ModelFailed
from linda.conversation.spend import SpendCap
from linda.conversation.toolbox import Toolbox
from linda.domain.errors import BrainFailed, LeaseLost
from linda.testing.scripted_model import Fail, Say, ScriptedModel, Use
from tests.model_turns import NOW, Bench, a_turn

SLOT = {"date": "2026-02-11", "time": "14:00"}


class Sums:
    """A `DailySum` in memory."""

    def __init__(self) -> None:
        self.by_day: Counter[date] = Counter()

    def total(self, day: date) -> int:
        return self.by_day[day]

    def add(self, day: date, amount: int) -> None:
        self.by_day[day] += amount


class Rules:
    """A brain that always answers, and remembers what it was asked."""

    name = "rules"

    def __init__(self) -> None:
        self.turns: list[Turn] = []

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        del tools, deadline
        self.turns.append(turn)
        return Draft("by rules", turn.facts, turn.pending, self.name, notes=("quote",))


class Slow:
    """A model that remembers its deadline and takes `seconds` of the clock before it fails."""

    name = "slow"

    def __init__(self, bench: Bench, seconds: float = 0.0) -> None:
        self.bench, self.seconds, self.budgets = bench, seconds, list[float]()

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        del turn, tools
        self.budgets.append(deadline.remaining())
        self.bench.clock.sleep(self.seconds)
        raise ModelFailed("timeout", vendor=True)


class House:
    """A guarded brain with everything around it."""

    def __init__(
        self, model: Brain | None, bench: Bench | None = None, cap_cents: int = 100, rules: Rules | None = None
    ) -> None:
        self.bench = bench or Bench()
        self.rules, self.sums = rules or Rules(), Sums()
        breaker = Breaker(self.bench.clock)
        self.brain = GuardedBrain(model, self.rules, breaker, SpendCap(self.sums, cap_cents), self.bench.clock)

    def ask(self, seconds: float = 11.5, **changes: Any) -> Draft:
        return self.brain.reply(a_turn(**changes), self.bench.toolbox(), Deadline.after(self.bench.clock, seconds))


def failures(count: int, **given: Any) -> ScriptedModel:
    return ScriptedModel(*[Fail(ModelFailed("server_error", vendor=True, **given))] * count)


def test_without_a_model_the_rules_answer_and_nothing_is_noted() -> None:
    assert House(None).ask() == Draft("by rules", Facts(), None, "rules", notes=("quote",))


def test_a_good_model_answers_and_the_rules_are_not_asked() -> None:
    house = House(ScriptedModel(Say("Hi")))
    assert house.ask().text == "Hi"
    assert house.rules.turns == []


def test_a_failing_model_is_followed_by_rules_in_the_same_turn_with_the_same_facts() -> None:
    house = House(failures(1))
    draft = house.ask(facts=Facts(name="Ann"))
    assert (draft.text, draft.brain, draft.facts) == ("by rules", "rules", Facts(name="Ann"))


def test_the_receipt_says_why_and_after_how_long() -> None:
    bench = Bench()
    assert House(Slow(bench, 9.0), bench).ask().notes == ("quote", "model: timeout after 9.0 s")


@pytest.mark.parametrize(
    ("channel", "seconds", "budget"),
    [("sms", 11.5, 9.0), ("web", 60.0, 9.0), ("voice", 11.5, 5.0), ("sms", 6.0, 5.0), ("voice", 3.0, 2.0)],
)
def test_the_model_gets_its_cut_and_leaves_a_reserve_for_the_rules(channel: str, seconds: float, budget: float) -> None:
    model = Slow(bench := Bench())
    House(model, bench).ask(seconds, channel=channel)
    assert model.budgets == [budget]


def test_with_hardly_any_time_left_the_model_is_not_asked() -> None:
    house = House(ScriptedModel())
    assert house.ask(1.9).notes[-1] == "model: no time left"


def test_what_the_model_wrote_before_it_failed_is_told_to_the_rules_and_reads_are_not() -> None:
    day = {"date": "2026-02-11"}
    model = ScriptedModel(
        Use("check_availability", day),
        Use("book_slot", {**day, "time": "14:00"}),
        Use("book_slot", {**day, "time": "15:00"}, together=True),
        Fail(ModelFailed("timeout", vendor=True)),
    )
    house = House(model)
    house.ask()
    effects = house.rules.turns[0].effects
    assert [(run.tool, run.arguments["time"]) for run in effects] == [("book_slot", "14:00")]
    assert house.bench.bookings.written == [("2026-02-11", "14:00")]


def test_what_a_process_that_died_wrote_is_told_before_it() -> None:
    earlier = Bench().toolbox().call("book_slot", {"date": "2026-02-10", "time": "09:00"})
    house = House(ScriptedModel(Use("book_slot", SLOT), Fail(BrainFailed("odd"))))
    house.ask(effects=(earlier,))
    assert [run.arguments["date"] for run in house.rules.turns[0].effects] == ["2026-02-10", "2026-02-11"]


def test_what_the_model_noted_before_it_failed_is_not_forgotten() -> None:
    house = House(ScriptedModel(Use("book_slot", {**SLOT, "name": "Ann"}), Fail(BrainFailed("odd"))))
    house.ask(facts=Facts(device="iPhone 13"))
    assert house.rules.turns[0].facts == Facts(name="Ann", device="iPhone 13")


def test_what_the_model_only_asked_for_is_not_taken_for_the_customers_wish() -> None:
    house = House(ScriptedModel(Use("check_availability", {"date": "2026-02-11"}), Fail(BrainFailed("odd"))))
    house.ask()
    assert house.rules.turns[0].facts == Facts()


def test_rules_may_write_after_a_model_that_wrote() -> None:
    class Booker(Rules):
        def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
            tools.call("book_slot", {**SLOT, "time": "16:00"})
            return super().reply(turn, tools, deadline)

    house = House(ScriptedModel(Use("book_slot", SLOT), Fail(BrainFailed("odd"))), rules=Booker())
    house.ask()
    assert [when for _, when in house.bench.bookings.written] == ["14:00", "16:00"]


def test_five_failures_in_a_minute_and_the_model_is_left_alone_for_a_minute() -> None:
    house = House(failures(5))
    for _ in range(5):
        house.ask()
    assert house.ask().notes[-1] == "model: left alone after failures"


def test_after_the_pause_one_trial_decides() -> None:
    model = ScriptedModel(*[Fail(ModelFailed("server_error", vendor=True))] * 5, Say("back"), Say("again"))
    house = House(model)
    for _ in range(6):
        house.ask()
    house.bench.clock.advance(timedelta(seconds=60))
    assert [house.ask().text for _ in range(2)] == ["back", "again"]
    model.assert_done()


@pytest.mark.parametrize(("wish", "pause"), [(20.0, 20.0), (300.0, 300.0), (86_400.0, 300.0)])
def test_the_vendors_wish_for_a_pause_is_granted_up_to_five_minutes(wish: float, pause: float) -> None:
    house = House(ScriptedModel(Fail(ModelFailed("rate_limited", vendor=True, retry_after=wish)), Say("back")))
    house.ask()
    house.bench.clock.advance(timedelta(seconds=pause - 0.1))
    assert house.ask().brain == "rules"
    house.bench.clock.advance(timedelta(seconds=0.2))
    assert house.ask().text == "back"


def test_what_a_customer_brings_about_does_not_take_the_model_from_the_others() -> None:
    model = ScriptedModel(*[Fail(ModelFailed("refusal"))] * 20, Say("Hi"))
    house = House(model)
    for _ in range(20):
        assert house.ask().brain == "rules"
    assert house.ask().text == "Hi"


def test_a_plain_brain_failure_counts_against_the_model() -> None:
    house = House(ScriptedModel(*[Fail(BrainFailed("odd"))] * 5))
    for _ in range(5):
        house.ask()
    assert house.ask().notes[-1] == "model: left alone after failures"


def test_the_cost_is_counted_on_the_shops_day_and_at_the_cap_the_rules_serve() -> None:
    house = House(ScriptedModel(Say("a"), Say("b"), usage=Usage("m", 1, 1, 1, 6_000)), cap_cents=1)
    assert [house.ask().brain for _ in range(3)] == ["scripted", "scripted", "rules"]
    assert house.sums.by_day == {date(2026, 2, 10): 12_000}
    assert house.ask().notes[-1] == "model: daily spend cap reached"


def test_one_customer_has_a_fifth_of_the_days_money_and_the_model_goes_on_for_others() -> None:
    house = House(ScriptedModel(Say("a"), Say("b")), cap_cents=100)
    assert house.ask(spent_micros=199_999).text == "a"
    refused = house.ask(spent_micros=200_000)
    assert (refused.brain, refused.notes[-1]) == ("rules", "model: customer's share of the money spent")
    assert house.ask(spent_micros=0).text == "b"


def test_the_next_day_has_its_own_money() -> None:
    house = House(ScriptedModel(Say("a"), Say("b"), usage=Usage("m", 1, 1, 1, 10_000)), cap_cents=1)
    house.ask()
    assert house.ask(now=NOW + timedelta(days=1)).text == "b"


def test_a_cap_of_nothing_keeps_the_model_off() -> None:
    assert House(ScriptedModel(), cap_cents=0).ask().brain == "rules"


def test_a_failed_answer_is_paid_for_too_and_stands_in_the_receipt() -> None:
    failure = ModelFailed("endless")
    failure.usage = Usage("m", 4, 4000, 200, 12_000)
    house = House(ScriptedModel(Fail(failure)))
    assert house.ask().usage == failure.usage
    assert house.sums.by_day[date(2026, 2, 10)] == 12_000


def test_a_lost_lease_is_nobodys_to_repair() -> None:
    house = House(ScriptedModel(Fail(LeaseLost("taken over"))))
    with pytest.raises(LeaseLost):
        house.ask()
    assert house.rules.turns == []


def test_a_scripted_model_fails_on_an_unexpected_turn_and_on_leftovers() -> None:
    with pytest.raises(AssertionError, match="no step left"):
        House(ScriptedModel()).ask()
    with pytest.raises(AssertionError, match="left over"):
        ScriptedModel(Say("never said")).assert_done()


def test_a_scripted_model_may_quote_its_results() -> None:
    model = ScriptedModel(
        Use("check_availability", {"date": "2026-02-11"}), Say(lambda runs: ", ".join(runs[-1].outcome.data["slots"]))
    )
    draft = House(model).ask()
    assert draft.text == "2:00 PM, 3:30 PM"
    assert draft.facts.day == date(2026, 2, 11)
