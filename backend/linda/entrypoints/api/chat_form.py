"""What the chat of the web page sends and gets."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from linda.domain.visitor import LONGEST

Author = Literal["you", "linda", "owner"]


class ChatText(BaseModel):
    """A visitor's text. `visitor` is the token he was given, null before; `id` is made by the page for each text."""

    model_config = ConfigDict(extra="forbid")

    visitor: Annotated[str, Field(strict=True, max_length=100)] | None = None
    id: Annotated[str, Field(strict=True, pattern=r"^[0-9a-f]{32}$")]
    text: Annotated[str, Field(strict=True, min_length=1, max_length=LONGEST)]


class ChatLine(BaseModel):
    """One line of the chat."""

    at: datetime
    who: Author
    text: str


class Chat(BaseModel):
    """Lines of the chat.

    `cursor` is what to ask with the next time. It stays where it was while a line is still on its way: then the lines
    that come next take the place of these.
    """

    visitor: str
    lines: list[ChatLine]
    cursor: int
    confirmed_phone_display: str | None


class NumberGiven(BaseModel):
    """The number a visitor names, and that he agrees to get texts there."""

    model_config = ConfigDict(extra="forbid")

    phone: Annotated[str, Field(strict=True, max_length=40)]
    consent: Literal[True]


class NumberCode(BaseModel):
    """The code that was texted to the number."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(strict=True, max_length=40)]


class NumberConfirmed(BaseModel):
    """The number that is the visitor's."""

    confirmed: bool
    phone_display: str
