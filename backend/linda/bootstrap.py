"""The only place where parts are joined: settings in, a working LINDA out."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from linda.adapters.key_file import KeyFile
from linda.adapters.played_model import FaultyBrain, ModelFaults, PlayedModel
from linda.adapters.rules_brain import RulesBrain
from linda.adapters.shop_file.load import read_shop_file
from linda.adapters.shop_file.shops import Shops
from linda.adapters.twilio_phone.calls.documents import RELAY
from linda.adapters.twilio_phone.calls.webhooks import CallWebhooks
from linda.adapters.twilio_phone.webhooks import SMS, TwilioWebhooks
from linda.conversation.answering import Answering
from linda.conversation.brain import Brain
from linda.conversation.breaker import Breaker
from linda.conversation.calls import PATIENCE_S, CallEnds, PhoneCalls, Thinking
from linda.conversation.checking import Checker
from linda.conversation.guarded import GuardedBrain
from linda.conversation.phone_sender import PhoneSender
from linda.conversation.spend import SpendCap
from linda.conversation.turn import TurnEngine
from linda.domain.clock import Clock, SystemClock
from linda.domain.shop import Shop
from linda.entrypoints.api import Api, Parts
from linda.entrypoints.api.door import PREFIX
from linda.entrypoints.health import health_handler
from linda.entrypoints.jobs import Job, Sweeper, jobs
from linda.entrypoints.lambda_call import Handler, post_in_process
from linda.private_files import narrow
from linda.records import Records
from linda.records.counters import DailySums
from linda.records.relay_connections import RelayConnections
from linda.records.secret_box import SecretBox
from linda.records.store import Store
from linda.refusals import Refusals
from linda.settings import LOCAL_ACCOUNT, Settings, signing_token

if TYPE_CHECKING:
    from linda.adapters.twilio_phone.relay.events import RelayEvents
    from linda.adapters.twilio_phone.relay.session import Relay


WORKERS = 4
"""So many texts may be on their way to a slow carrier while their requests are answered."""


@dataclass(frozen=True, slots=True)
class Linda:
    """Everything that answers, joined.

    `relay` is there where calls are answered over a WebSocket, `relay_events` where API Gateway holds it for us.
    """

    settings: Settings
    shops: Shops
    clock: Clock
    records: Records
    engine: TurnEngine
    webhooks: TwilioWebhooks
    sender: PhoneSender
    sweeper: Sweeper
    parts: Parts
    api: Api
    closers: tuple[Callable[[], None], ...]
    relay: "Relay | None" = None
    relay_events: "RelayEvents | None" = None

    @property
    def shop(self) -> Shop:
        """Return the shop as it is right now; raises `StoreUnavailable`."""
        return self.shops.current()

    @property
    def routes(self) -> dict[str, Handler]:
        """Return the handlers by path, as the gateway and API Gateway serve them."""
        health = health_handler(self.records, self.shops.file.shop.name, self.settings.release)
        return {"/twilio": self.webhooks.handle, PREFIX: self.api.handle, "/": health}

    @property
    def jobs(self) -> dict[str, Job]:
        """Return what runs by the clock, by the name a schedule calls it by."""
        return jobs(self.sweeper)

    def close(self) -> None:
        """Let go of the store, if it was opened here, and of the model's connections."""
        for close in self.closers:
            close()


def join(
    settings: Settings,
    *,
    clock: Clock | None = None,
    model: Brain | None = None,
    store: Store | None = None,
    checkpoint: Callable[[str], None] | None = None,
    rules_only: bool = False,
) -> Linda:
    """Join the parts that `settings` ask for; what is passed in takes the place of the real part.

    Whoever passes a store in closes it. With `rules_only` no model is asked, whatever the settings say, and none is
    imported.

    Raises `InvalidShop`, `StoreUnavailable`.
    """
    now = clock or SystemClock()
    file = read_shop_file(settings.shop_file)
    records = Records.on(store or open_store(settings), now, secret_box(settings))
    shops = Shops(file, records)
    rules = RulesBrain()
    spend = SpendCap(DailySums(records.store, "model"), settings.model_daily_cents)
    closers = [] if store else [records.store.close]
    asked = None if rules_only else model or _model(settings, closers)
    faults = ModelFaults()
    brain: Brain = GuardedBrain(asked, rules, Breaker(now), spend, now)
    if settings.local:
        played = GuardedBrain(PlayedModel(faults, now), rules, Breaker(now), spend, now)
        brain = FaultyBrain(brain, played, faults)
    answering = Answering(shops, records, now, brain, Checker(rules, now), settings.owner_phone, settings.public_url)
    engine = TurnEngine(records, now, answering, checkpoint or (lambda step: None))
    last_resort = replace(engine, answering=replace(answering, brain=rules))
    url, token, shop, fallback = settings.public_url, signing_token(settings), file.shop, settings.on_lambda

    def answer(event: Mapping[str, Any], context: object) -> dict[str, Any]:
        return webhooks.handle(event, context)

    sender = _sender(settings, answer, shop, now)
    ends = CallEnds(shops, records, now, sender, settings.owner_phone)
    thinking = Thinking(engine, last_resort, lambda: PATIENCE_S if asked or faults.are_on else None)
    closers.append(thinking.close)
    phone_calls = PhoneCalls(shops, records, now, thinking, ends, settings.owner_phone)
    last_calls = replace(phone_calls, thinking=replace(thinking, seizes=True))
    # Where the rules stand in for a function that failed, a call goes on in the plainest way.
    address = "" if rules_only else relay_url(settings)
    calls = CallWebhooks(phone_calls, last_calls, url, settings.owner_phone, fallback, address, token)
    refusals = Refusals(now.monotonic)
    closers.append(refusals.close)
    webhooks = TwilioWebhooks(engine, last_resort, records, now, url, token, shop, calls, fallback, refusals)
    sweeper = Sweeper(engine, records, now, sender, ends)
    workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="aside")
    closers.append(lambda: workers.shutdown(wait=False))
    parts = Parts(settings, shops, records, now, engine, sender, sweeper, faults, workers)
    api = Api(parts)
    closers.append(api.close)
    linda = Linda(settings, shops, now, records, engine, webhooks, sender, sweeper, parts, api, tuple(closers))
    return _with_relay(linda, phone_calls) if address else linda


def open_store(settings: Settings, *, narrows: bool = True) -> Store:
    """Open the store that `settings` name; raises `StoreUnavailable`.

    With `narrows` nobody else may read its files from now on, those that were there included.
    """
    if settings.store == "dynamodb":
        from linda.adapters.dynamo_store import DynamoStore, connect

        return DynamoStore(connect(settings.aws_region, settings.aws_access), settings.table_prefix)
    from linda.adapters.sqlite_store import SqliteStore

    if narrows:
        narrow(*settings.private_paths)
    return SqliteStore(settings.database, narrows=narrows)


def secret_box(settings: Settings) -> SecretBox:
    """Return what seals secrets of the store, with the keys of the settings or of a file that is made at first."""
    if settings.secret_keys or settings.on_lambda:
        return SecretBox(lambda: settings.secret_keys)
    file = KeyFile(settings.data_dir)
    file.make()
    return SecretBox(file.keys)


def _model(settings: Settings, closers: list[Callable[[], None]]) -> Brain | None:
    if not settings.has_model:
        return None
    from linda.adapters.openai_brain import OpenAIBrain
    from linda.conversation.schemas import function_schemas

    key = settings.openai_api_key or "none"
    brain = OpenAIBrain(key, function_schemas(), model=settings.openai_model, base_url=settings.openai_base_url or None)
    closers.append(brain.close)
    return brain


def relay_url(settings: Settings) -> str:
    """Return the address of the WebSocket over which calls are answered, "" where they are not."""
    at_home = f"wss://{settings.public_url.partition('://')[2]}{RELAY}"
    return at_home if settings.voice_relay == "true" else settings.voice_relay


def _with_relay(linda: Linda, calls: PhoneCalls) -> Linda:
    from linda.adapters.twilio_phone.relay.session import MOST_SESSIONS, Relay
    from linda.conversation.calls.relayed_call import AnsweringAloud

    workers = ThreadPoolExecutor(MOST_SESSIONS, thread_name_prefix="aloud")
    settings = linda.settings
    account = LOCAL_ACCOUNT if settings.local else settings.twilio_account_sid
    aloud = AnsweringAloud(calls, linda.engine, workers)
    relay = Relay(aloud, relay_url(settings), account, signing_token(settings), linda.webhooks.refusals)
    closers = (*linda.closers, lambda: workers.shutdown(wait=False, cancel_futures=True))
    at_home = replace(linda, relay=relay, closers=closers)
    return _with_relay_events(at_home, relay) if settings.on_lambda else at_home


def _with_relay_events(linda: Linda, relay: "Relay") -> Linda:
    from linda.adapters.api_gateway import ApiGatewaySockets
    from linda.adapters.twilio_phone.relay.events import RelayEvents

    settings = linda.settings
    elsewhere = dict(settings.aws_access.endpoints).get("", "") if settings.aws_access else ""
    sockets = ApiGatewaySockets(relay.url, region=settings.aws_region, aws_endpoint=elsewhere)
    events = RelayEvents(relay, RelayConnections(linda.records.store), sockets)
    return replace(linda, relay_events=events, closers=(*linda.closers, sockets.let_go))


def _sender(settings: Settings, answer: Handler, shop: Shop, clock: Clock) -> PhoneSender:
    if settings.local:
        from linda.adapters.simulated_phone import Line, SimulatedPhone

        line = Line(LOCAL_ACCOUNT, signing_token(settings), shop.phone, settings.public_url, SMS)
        host = settings.public_url.split("//", 1)[1]
        return SimulatedPhone(line, post_in_process(answer, clock, host=host), clock)
    from linda.adapters.twilio_phone.rest import TwilioSender

    return TwilioSender(
        account_sid=settings.twilio_account_sid,
        auth_token=settings.twilio_auth_token,
        number=settings.twilio_phone_number,
        api_url=settings.twilio_api_url or None,
    )
