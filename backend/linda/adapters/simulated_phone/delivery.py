"""How Twilio brings a webhook to its address.

After Twilio's pages "Webhook connection overrides" and "Availability and Reliability": it waits 15 s in all; by
default it tries once more, and only when it could not connect (`rc=1`, `rp=ct`). A timeout or an error status is not
repeated unless the installer asks for it in the fragment of the webhook's URL (`#rc=2&rp=all`); otherwise the text
stays unanswered (a fallback URL, which would be asked once, is not played). Each attempt is the same request, with
the same MessageSid.
"""

from dataclasses import dataclass

from linda.adapters.simulated_phone.webhook import Post, Webhook


@dataclass(frozen=True, slots=True)
class Retries:
    """How often a webhook is repeated, and after which outcomes ("ct", "rt", "4xx", "5xx")."""

    count: int = 1
    after: frozenset[str] = frozenset({"ct"})


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request and its outcome: "ok", "ct" (not connected), "rt" (no answer in time), "4xx", "5xx"."""

    outcome: str
    content_type: str = ""
    document: bytes = b""


def deliver(post: Post, webhook: Webhook, retries: Retries, *, lose_first_answer: bool) -> list[Attempt]:
    """Return the attempts made, of which only the last can be "ok"."""
    attempts: list[Attempt] = []
    while len(attempts) <= retries.count:
        made = attempt(post, webhook)
        if lose_first_answer and not attempts:
            made = Attempt("rt")
        attempts.append(made)
        if made.outcome not in retries.after:
            break
    return attempts


def attempt(post: Post, webhook: Webhook) -> Attempt:
    """Make the request once."""
    try:
        status, content_type, document = post(webhook.path, webhook.headers, webhook.body)
    except ConnectionError:
        return Attempt("ct")
    except TimeoutError:
        return Attempt("rt")
    if 200 <= status < 300:
        return Attempt("ok", content_type, document)
    return Attempt(f"{status // 100}xx")
