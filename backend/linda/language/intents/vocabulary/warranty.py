"""What happens when it breaks again."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    warranty|warranties|guarantee|guaranteed|guarantees
    what if|happens .. breaks|broke|break|cracks|crack|stops|dies|fails|again
    is|are|was it|that|this|my|the ?repair|screen ?still covered|under
    {repair}|screen .. come with
    stand behind .. work
    if it breaks|stops|fails
    """,
)
