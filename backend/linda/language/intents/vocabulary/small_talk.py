"""Chat."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    how is|are|has|have|was your day|week|weekend|night|morning|evening
    lol|lmao|haha|hahaha|hehe|rofl
    weather
    how about those|them
    joke|funny
    happy birthday|holidays|friday|new|easter|thanksgiving|monday
    merry christmas
    did you see|watch the game
    go jags
    you are ?so|very funny|cute
    """,
    against="""
    {you} .. the|best help
    """,
)
