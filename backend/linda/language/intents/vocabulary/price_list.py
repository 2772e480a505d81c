"""All prices and services at once."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    price|prices|pricing|rate list|sheet|menu|chart|book|lists
    list of .. {price}|services|repairs
    what are|is your|the|all|you prices|rates|pricing|fees
    ^ ?your prices|pricing|rates please|$
    {give} me ?all ?your|the prices|pricing|rates
    what do|can|does you ?all fix|repair|offer|service
    what all do|can you
    what|which phones|devices|models do you
    what kind|type|types|sort of repairs|services|phones|things
    what services|repairs
    all|see ?of ?your prices|services|rates
    menu
    """,
    against="""
    what do|{can}|does you do .. {day}|#
    what time|times|day|days
    do .. about
    """,
)
