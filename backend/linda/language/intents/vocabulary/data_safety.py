"""Photos, passcodes, privacy."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    lose|lost|erase|erased|wipe|wiped|delete|deleted .. {data}
    keep|save|safe|recover|retrieve|back_up|backup|transfer .. {data}
    {data} .. safe|lost|erased|deleted|gone|wiped|stay|saved|kept|private|recovered
    data|photo|photos|picture|pictures|files|contacts recovery
    data
    everything|anything .. lost|erased|deleted|wiped|be_gone
    wipe|erase|reset|factory_reset my|the|it
    lose everything|anything|my|all
    back up|backup
    everything .. still|stay ?be on|there|saved
    need|give|want|have .. passcode|password|pin|code
    passcode|privacy|backup|icloud
    {can} .. see|look .. {data}
    """,
    against="""
    delete .. {booking}
    """,
)
