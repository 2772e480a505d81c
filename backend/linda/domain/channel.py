"""The ways a customer comes."""

SMS = "sms"
VOICE = "voice"
WEB = "web"
