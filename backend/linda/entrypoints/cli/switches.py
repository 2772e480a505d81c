"""What is switched on, in words: the same for the banner of `linda up` and the doctor's list."""

from linda.settings import Settings


def store_words(settings: Settings) -> str:
    """Say where everything is remembered."""
    if settings.store == "sqlite":
        return f"SQLite, {settings.database}"
    return f"DynamoDB in {settings.aws_region}, tables {settings.table_prefix}Repairs_Lead_Log and so on"


def brain_words(settings: Settings) -> str:
    """Say which brain answers, and how to switch the model on."""
    if settings.has_model:
        return f"model {settings.openai_model}, the rules when it fails"
    return "rules (offline); set OPENAI_API_KEY to add a model"


def phone_words(settings: Settings) -> str:
    """Say which phone is connected, and how to connect a real one."""
    if settings.local:
        names = "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, LINDA_PUBLIC_URL and LINDA_OWNER_PHONE"
        return f"simulated; set {names} for a real one"
    calls = ", calls over a WebSocket" if settings.voice_relay else ""
    return f"Twilio, {settings.twilio_phone_number}, called at {settings.public_url}{calls}"


def reach_words(settings: Settings) -> str:
    """Say who is answered in local mode, and otherwise whose word on a client's address counts."""
    if settings.local:
        return "only this machine is answered, through no tunnel and no proxy (docs/tunnels.md)"
    proxies = [str(each).removesuffix(f"/{each.max_prefixlen}") for each in settings.trusted_proxies]
    believed = [*proxies, *(["whoever sends LINDA_PROXY_SECRET"] if settings.proxy_secret else [])]
    if not believed:
        return "no proxy is believed: a limit by address counts the one that has the connection"
    return f"addresses are believed from {', '.join(believed)}"
