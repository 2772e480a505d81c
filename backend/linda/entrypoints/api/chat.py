"""The chat of the web page: for everybody who has the page, each with a token of his own."""

from dataclasses import dataclass
from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from linda.conversation.thread import Speaker, ThreadLine
from linda.conversation.web_chat import WebChat
from linda.domain.errors import InvalidInput
from linda.domain.limits import CHAT_OF_ALL
from linda.domain.phone_number import display
from linda.domain.visitor import message_id, new_token, visitor_id
from linda.domain.xml_text import keep_xml_characters
from linda.entrypoints.api.asked import asked
from linda.entrypoints.api.chat_form import Author, Chat, ChatLine, ChatText
from linda.entrypoints.api.client_address import hashed_address
from linda.entrypoints.api.heads import local_time
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import too_many
from linda.entrypoints.api.proofs import address_of
from linda.entrypoints.api.visiting import lead_of_token, own_lead
from linda.records.inbox import Message
from linda.records.leads import Lead
from linda.settings import signing_token

_WHO: dict[Speaker, Author] = {Speaker.CUSTOMER: "you", Speaker.LINDA: "linda", Speaker.OWNER: "owner"}


@dataclass(frozen=True, slots=True)
class ChatRoutes:
    """The routes at /api/chat."""

    parts: Parts

    def say(self, given: ChatText) -> Chat:
        """Answer a text; the same id gets the same answer, and has no second effect."""
        body = keep_xml_characters(given.text).strip()
        if not body:
            raise InvalidInput("Write something first.")
        token = given.visitor or new_token(self._key, self._address, given.id, body)
        lead = lead_of_token(self.parts, token) if given.visitor else self._lead(token)
        visitor = visitor_id(token)
        sid = message_id(visitor, given.id)
        if self.parts.records.inbox.get(sid) is None:
            self._admit(lead, visitor)
        message = self._chat.say(visitor, sid, body, self.parts.shop.phone)
        return self._shown(token, [*self._answers(message)], message.receipt, self._lead(token))

    def read(self, after: Annotated[int, Query(ge=0, lt=2**53)] = 0) -> Chat:
        """Return what was said since `after`: all of it, the visitor's own texts too."""
        token, lead = own_lead(self.parts)
        transcript = self._chat.read(lead, after)
        lines = [self._line(each) for each in transcript.lines]
        return self._shown(token, lines, max(after, lead.last_event) if transcript.settled else after, lead)

    def _admit(self, lead: Lead | None, visitor: str) -> None:
        full = self._chat.admit(lead, visitor, hashed_address(self.parts))
        if full is not None:
            instead = f"text or call {display(self.parts.shop.phone)}"
            is_all = full.limit is CHAT_OF_ALL
            says = "The chat is full for today: please" if is_all else "That was a lot at once. Wait a while, or"
            raise too_many(full, f"{says} {instead}.")

    def _answers(self, message: Message) -> list[ChatLine]:
        at = local_time(self.parts, message.answered_at)
        return [ChatLine(at=at, who="linda", text=each) for each in message.reply]

    def _line(self, line: ThreadLine) -> ChatLine:
        return ChatLine(at=local_time(self.parts, line.at), who=_WHO[line.kind], text=line.text)

    def _shown(self, token: str, lines: list[ChatLine], cursor: int, lead: Lead | None) -> Chat:
        number = lead.contact_phone if lead else ""
        return Chat(
            visitor=token, lines=lines, cursor=cursor, confirmed_phone_display=display(number) if number else None
        )

    def _lead(self, token: str) -> Lead | None:
        return self.parts.records.leads.get(visitor_id(token))

    @property
    def _chat(self) -> WebChat:
        return WebChat(self.parts.records, self.parts.clock, self.parts.engine)

    @property
    def _address(self) -> str:
        return address_of(asked(), self.parts.settings)

    @property
    def _key(self) -> str:
        return signing_token(self.parts.settings)
