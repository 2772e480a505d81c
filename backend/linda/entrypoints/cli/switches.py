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
