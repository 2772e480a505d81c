"""Steps three to six of a turn: read, think, check, commit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from linda.conversation.brain import Brain, Deadline, Draft, Line, Turn
from linda.conversation.call_opening import call_opening
from linda.conversation.checking import Checker
from linda.conversation.commit import Answer, Said, commit
from linda.conversation.covered import Covered
from linda.conversation.desk import Desk
from linda.conversation.facts import Pending
from linda.conversation.owner_texts import OwnerTexts
from linda.conversation.receipt import Receipt, run_from_item
from linda.conversation.screening import Ruling, screen, screen_call, texts_too_often
from linda.conversation.session import Session
from linda.conversation.shops import Shops
from linda.conversation.toolbox import Toolbox
from linda.conversation.tools import tools_for
from linda.conversation.who import number_of
from linda.domain.channel import VOICE
from linda.domain.clock import Clock
from linda.domain.owner_state import OwnerState, describe
from linda.domain.shop import Shop
from linda.records import Records, epoch_ms
from linda.records.leads import Lead

if TYPE_CHECKING:
    from linda.conversation.sentence_gate import SentenceGate

BY_TEXT_ONLY = "I take your word by text or on your desk. On the phone anybody could show your number."
Checkpoint = Callable[[str], None]


@dataclass(slots=True)
class Answering:
    """Everything a reply needs, joined once."""

    shops: Shops
    records: Records
    clock: Clock
    brain: Brain
    checker: Checker
    owner_phone: str = ""
    public_url: str = ""

    @property
    def shop(self) -> Shop:
        """Return the shop as it is right now; a turn keeps the one it began with instead."""
        return self.shops.of(self.records.states.current())

    def answer(
        self,
        session: Session,
        covered: Covered,
        deadline: Deadline,
        checkpoint: Checkpoint,
        gate: "SentenceGate | None" = None,
    ) -> Said | None:
        """Answer what `covered` holds (at least one text), commit it, and return as `commit` does.

        Through `gate` the reply is heard while it is being written.
        """
        receipt = Receipt(covered.sids)
        state = self.records.states.current().at(self.clock.now())
        shop = self.shops.of(state)
        receipt.mode = state.mode.value
        receipt.owner_state = describe(shop, state, self.clock.now())
        ruling = self._ruling(shop, session.lead, covered, state)
        desk = self.desk(shop, state, session, covered)
        answer = self._ruled(ruling, receipt) if ruling else self._thought(desk, covered, deadline, receipt, gate)
        answer = replace(answer, keeps_words=state.keeps_words(covered.channel))
        checkpoint("thought")
        said = commit(self.records, self.clock, session, covered, answer)
        checkpoint("committed")
        return said

    def desk(self, shop: Shop, state: OwnerState, session: Session, covered: Covered) -> Desk:
        """Return what the tools of a turn work with."""
        return Desk(
            shop,
            state,
            self.records,
            self.clock,
            session,
            covered.sids,
            self.owner_phone,
            channel=covered.channel,
            public_url=self.public_url,
        )

    def _ruling(self, shop: Shop, lead: Lead, covered: Covered, state: OwnerState) -> Ruling | None:
        if lead.phone == self.owner_phone and covered.channel == VOICE:
            return Ruling("the owner's own call", BY_TEXT_ONLY, lambda unchanged: unchanged)
        if lead.phone == self.owner_phone:
            texts = OwnerTexts(shop, self.records, self.clock)
            said = [texts.answer(each["text"], each["sid"]) for each in covered.entries]
            # Anybody can show the owner's number: past the limit what is texted is done, and nobody is texted back.
            reply = "" if texts_too_often(lead, epoch_ms(self.clock)) else " ".join(said)
            return Ruling("the owner's own text", reply, lambda unchanged: unchanged)
        by_voice = covered.channel == VOICE
        return (screen_call if by_voice else screen)(shop, state, lead, covered.texts, epoch_ms(self.clock))

    def _ruled(self, ruling: Ruling, receipt: Receipt) -> Answer:
        receipt.brain = "rule"
        receipt.rules.append(ruling.rule)
        return Answer(ruling.reply, receipt, ruling.change)

    def _thought(
        self, desk: Desk, covered: Covered, deadline: Deadline, receipt: Receipt, gate: "SentenceGate | None"
    ) -> Answer:
        started = self.clock.monotonic()
        toolbox = Toolbox(tools_for(desk), self.clock)
        turn = read_turn(desk, covered)
        if gate:
            turn = replace(turn, listens=gate.opened(lambda text: self.checker.may_say(turn, text, toolbox)))
        draft = self.brain.reply(turn, toolbox, deadline)
        thought = self.clock.monotonic()
        draft = replace(draft, text=gate.joined(draft.text)) if gate else draft
        text, draft = self.checker.checked(turn, draft, toolbox, receipt)
        text = gate.joined(text) if gate else text
        receipt.steps = {"think": (thought - started) * 1e3, "check": (self.clock.monotonic() - thought) * 1e3}
        receipt.tools = [*turn.effects, *toolbox.runs]
        return Answer(text, receipt, _remembered(draft, turn))


def read_turn(desk: Desk, covered: Covered) -> Turn:
    """Return what a brain may know of this turn."""
    lead, mine = desk.lead, set(covered.sids)
    return Turn(
        text="\n".join(covered.texts),
        channel=desk.channel,
        customer=number_of(lead),
        shop=desk.shop,
        state=desk.state,
        now=desk.now,
        facts=desk.facts,
        pending=Pending.from_item(lead.pending),
        recent=_recent(desk),
        first_contact=not lead.greeted,
        media=sum(int(each.get("media", 0)) for each in covered.entries),
        unclear=lead.unclear,
        complained=lead.complained,
        discount_percent=desk.discount_percent,
        offered_add_ons=tuple(each["item"] for each in lead.upsells),
        spent_micros=spent_on(lead, desk.now.date()),
        effects=tuple(run_from_item(effect) for effect in lead.effects if not mine.isdisjoint(effect["sids"])),
    )


def spent_on(lead: Lead, day: date) -> int:
    """Return what the model has cost for this customer on `day`, in millionths of a dollar."""
    return int(lead.spent["micros"]) if lead.spent.get("day") == day.isoformat() else 0


def _recent(desk: Desk) -> tuple[Line, ...]:
    said = [Line(each["who"], each["text"], _moment(each["at"])) for each in desk.lead.recent]
    opening = call_opening(desk.records, desk.sids[-1]) if desk.channel == VOICE else ()
    return tuple(sorted([*opening, *said], key=lambda line: line.at))


def _remembered(draft: Draft, turn: Turn) -> Callable[[Lead], Lead]:
    spent = turn.spent_micros + draft.usage.cost_micros

    def change(lead: Lead) -> Lead:
        return replace(
            lead,
            facts=draft.facts.to_item(),
            pending=draft.pending.to_item() if draft.pending else None,
            unclear=draft.unclear,
            complained=lead.complained or draft.complained,
            quote=draft.quote or lead.quote,
            status="quoted" if draft.quote and lead.status == "new" else lead.status,
            greeted=True,
            spent={"day": turn.now.date().isoformat(), "micros": spent} if spent else {},
        )

    return change


def _moment(epoch: int) -> datetime:
    return datetime.fromtimestamp(epoch / 1000, UTC)
