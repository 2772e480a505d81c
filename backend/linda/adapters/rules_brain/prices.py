"""Quotes, the price list, and what is known about a job before its price is asked."""

from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.toolbox import ToolRun
from linda.domain.money import Cents, dollars, price_words
from linda.domain.shop import Service, ServiceMode
from linda.domain.time_words import duration_words, list_words
from linda.language.intents import Topic

LOOK = "diagnostics"
MOST_PHONES = 3
UNNAMED = {"other", "android"}
"""Makes that say too little to tell a second phone from a slip of the tongue."""


def know_the_job(talk: Talk) -> bool:
    """Match what was heard to the price book; asks what is missing, and tells whether the job is known."""
    if talk.facts.services:
        return True
    if not talk.facts.repairs:
        _ask_for_job(talk)
        return False
    run = look_up_price(talk)
    if succeeded(run):
        talk.know(services=tuple(run.outcome.data["services"]))
        return True
    return _without_price(talk, run)


def tell_price(talk: Talk) -> bool:
    """Say what the job costs and how long it takes; False when something had to be asked first."""
    if not know_the_job(talk):
        return False
    if talk.facts.services == (LOOK,) and talk.facts.repairs != (LOOK,) and talk.said:
        return True  # the free look was just explained
    run = look_up_price(talk)
    if not succeeded(run):
        talk.say("refused", reason=run.outcome.sentence)
        return False
    talk.quote = run.outcome.data
    _say_price(talk, run, talk.job_name)
    _tell_other_phones(talk)
    return True


def tell_price_list(talk: Talk) -> None:
    """Say the whole price book in one breath."""
    lines = [f"{_short(line)} {price_words(line.price)}" for line in talk.shop.services if not line.remote]
    talk.say("price_list", prices=", ".join(lines))


def tell_duration(talk: Talk) -> None:
    """Say how long the job takes."""
    if not know_the_job(talk):
        return
    run = look_up_price(talk)
    if succeeded(run):
        talk.say("duration", job=talk.job_name, minutes=duration_words(run.outcome.data["minutes"]))


def look_up_price(talk: Talk) -> ToolRun:
    """Return the quote of the job as far as it is known."""
    facts = talk.facts
    kinds = facts.services or facts.repairs * facts.quantity
    mode = None if talk.mode is ServiceMode.IN_SHOP else talk.mode.value
    return talk.call("quote_repair", repair_type="+".join(kinds), device=facts.device, service_mode=mode)


def _say_price(talk: Talk, run: ToolRun, job: str) -> None:
    data = run.outcome.data
    price = price_words(Cents(data["total_cents"]))
    minutes = duration_words(data["minutes"])
    if data["discount_percent"]:
        talk.say("quote_discounted", job=job, price=price, minutes=minutes, percent=data["discount_percent"])
    else:
        talk.say("quote" if data["starting_at"] else "quote_fixed", job=job, price=price, minutes=minutes)
    if data["surcharge_cents"] and not talk.heard.asks(Topic.ON_SITE):
        talk.say_once("quote_on_site", surcharge=dollars(Cents(data["surcharge_cents"])))


def _tell_other_phones(talk: Talk) -> None:
    """Price the further phones of one text; they are booked one after the other."""
    first = talk.facts
    for place, phone in enumerate(talk.heard.devices[1:MOST_PHONES], 1):
        if phone.brand in UNNAMED:
            continue
        repairs = (talk.heard.repairs[place],) if talk.heard.are_pairs else first.repairs
        talk.know(device=phone.label, brand=phone.brand, quantity=phone.quantity, repairs=repairs, services=())
        run = look_up_price(talk)
        if succeeded(run):
            _say_price(talk, run, talk.job_name)
    talk.facts = first
    if len(talk.heard.devices) > 1 and first.device:
        talk.say("first_phone", device=first.device)


def _ask_for_job(talk: Talk) -> None:
    if talk.facts.device:
        talk.ask("ask_repair", "repair", device=talk.facts.device)
    else:
        talk.ask("ask_job", "job")


def _without_price(talk: Talk, run: ToolRun) -> bool:
    data = run.outcome.data
    if data.get("reason") == "which_brand":
        lines = [talk.shop.service(each) for each in data["choices"]]
        named = [f"{_article(line)} ({dollars(line.price)})" for line in lines if line]
        talk.ask("ask_brand", "device", choices=list_words(named))
        return False
    look = talk.shop.service(data.get("instead") or "")
    if look is None:
        talk.say("refused", reason=run.outcome.sentence)
        return False
    talk.say("needs_look", job=talk.job_name, minutes=duration_words(look.minutes))
    talk.know(services=(look.id,))
    return True


def _article(line: Service) -> str:
    brand = line.name.split()[0]
    return f"{'an' if brand[:1].lower() in 'aeiou' else 'a'} {brand}"


def _short(line: Service) -> str:
    return line.name.replace(" assessment", "")
