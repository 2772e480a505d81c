"""Plays a call on a whole LINDA: signed webhooks, the owner's phone, and the store at the end."""

import re
from datetime import timedelta
from itertools import count

import yaml

from linda.adapters.simulated_phone import Call
from linda.bootstrap import Linda
from linda.conversation.thread import read_thread
from linda.domain.ids import lead_id
from linda.records import epoch_ms
from tests.journeys.runner import FOLDER, Spec, end_problems, set_owner
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop, phone_of

MOST_SENTENCES = 2


def load_calls() -> list[Spec]:
    """Return every call of the folder, with the name of its file."""
    found = []
    for file in sorted((FOLDER / "calls").glob("*.yaml")):
        found += [{**each, "file": file.stem} for each in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return found


def play_call(journey: Spec) -> list[str]:
    """Play `journey` and return every way in which it is not as promised."""
    with open_shop(str(journey["at"])) as linda:
        numbers = count(1)
        phone_of(linda).new_id = lambda: f"{next(numbers):032x}"
        _prepare(linda, journey)
        call = phone_of(linda).call(None if journey.get("hidden") else journey.get("from", CUSTOMER))
        problems = [f"begins: {each}" for each in _heard_problems(journey.get("begins", {}), call.heard)]
        for number, step in enumerate(journey.get("steps", []), 1):
            problems += [f"step {number}: {each}" for each in _heard_problems(step, _do(linda, call, step))]
        problems += _manner_problems(call)
        if not call.is_over:
            call.hang_up()
        linda.sweeper.sweep()
        return [*problems, *_call_problems(linda, call, journey)]


def _prepare(linda: Linda, journey: Spec) -> None:
    if "owner" in journey:
        set_owner(linda, journey["owner"])
    phone_of(linda).owner_does = journey.get("owners_phone", "rings_out")
    for text in journey.get("texted_before", []):
        phone_of(linda).text(CUSTOMER, text)


def _do(linda: Linda, call: Call, step: Spec) -> tuple[str, ...]:
    clock_of(linda).advance(timedelta(seconds=step.get("after", 5)))
    if "says" in step:
        return call.say(step["says"])
    if "presses" in step:
        return call.press(str(step["presses"]))
    if step.get("owner_hangs_up"):
        return call.owner_hangs_up()
    return call.stay_silent()


def _heard_problems(step: Spec, heard: tuple[str, ...]) -> list[str]:
    said = " ".join(heard)
    problems = [f"{each!r} is not said: {said!r}" for each in step.get("hears", []) if each not in said]
    return problems + [f"{each!r} is said: {said!r}" for each in step.get("never", []) if each in said]


def _manner_problems(call: Call) -> list[str]:
    """Hold everything that is said to what no journey needs to say: words only, two sentences, one question."""
    problems = [call.problem] if call.problem else []
    for said in call.heard:
        if re.search(r"[^A-Za-z ',.!?-]", said) or len(re.findall(r"[.!?]", said)) > MOST_SENTENCES:
            problems.append(f"not spoken style: {said!r}")
        if said.count("?") > 1:
            problems.append(f"asks more than once: {said!r}")
    return problems


def _call_problems(linda: Linda, call: Call, journey: Spec) -> list[str]:
    end = journey.get("end", {})
    verbs = [step.what for step in call.steps if step.who == "shop" and step.leg == "caller"]
    texts = [each.body for each in phone_of(linda).threads.of(CUSTOMER) if each.author == "shop"]
    texts = texts[len(journey.get("texted_before", [])) :]
    owner = [each.body for each in phone_of(linda).threads.of(OWNER)]
    lines = [each.text for each in read_thread(linda.records, lead_id(CUSTOMER), epoch_ms(linda.clock))]
    record = linda.records.calls.get(call.sid)
    problems = [] if record and record.is_over else ["the call's row is not ended"]
    problems += _missing("verb", end.get("does", []), verbs)
    problems += _missing("line of the conversation", end.get("lines", []), lines)
    problems += _missing("text to the owner", end.get("owner_told", []), owner)
    problems += [f"{each!r} is in {lines}" for each in end.get("no_lines", []) if any(each in line for line in lines)]
    wanted = end.get("texts", [])
    if len(texts) != len(wanted) or not all(each in text for each, text in zip(wanted, texts, strict=True)):
        problems.append(f"texts to the caller are {texts}, not {wanted}")
    return problems + (end_problems(linda, end) if linda.records.leads.get(CUSTOMER) else [])


def _missing(what: str, wanted: list[str], there: list[str]) -> list[str]:
    return [f"no {what} {each!r} in {there}" for each in wanted if not any(each in line for line in there)]
