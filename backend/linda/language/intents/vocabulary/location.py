"""Where the shop is."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    address|directions|location
    where is|are|was|exactly|abouts|at {shop}|your|the|that|this|you|it|we
    where do|can|will|should i|we|you|it ?be find|go|come|meet|drop|bring|park|staying|stay|located
    where .. located|located_at|at|based|find|shop|store|go|come|meet
    located
    where you|are at|located
    where >
    street|house number|name
    what place is
    how do|{can} i|we get|find there|to|it|you
    how do i get
    what part|side|area|street|city|town|road
    are you near|by|close|close_to|in|on|around|far
    cross street|streets
    near me
    parking|park
    {give} me|us ?your|the ?a location|address|pin|directions
    drop|send ?me ?a ?the pin
    is it|that|the_shop near|far|close
    how far
    """,
    against="""
    ip|email|mac|my|billing|home address
    address on|in|of my
    wrong address
    where .. problem|reason|point|money|score|form|credit
    where .. hurts|crack|cracked|broke
    my location
    share .. location
    """,
)
