"""Looking at the phone from afar."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    remote|remotely|virtual|virtually
    over|through|by|on ?the|a phone|video|zoom|facetime|call diagnose|diagnostic|help|look|check|fix|figure
    diagnose|diagnostic|check|troubleshoot|fix|help|figure .. over|online|remotely|by_phone|through_the_phone
    video call|chat
    facetime
    without coming|bringing
    online|phone diagnostic|diagnosis|diagnostics
    """,
    against="""
    tv|roku|apple remote
    """,
)
