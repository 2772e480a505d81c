"""What this shop does not do."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    unlock|unlocking|unlocked|jailbreak|sim_unlock|carrier_unlock
    sell|selling|sold ?me|my|you|a|old|you_my|phones {phone}
    do|{can} you|guys ?also sell|buy|trade|take_trade .. {phone}|used|phones|old
    buy|buying|purchase|trade ?in|back ?my|a|an|old|used|broken|new|your|from {phone}
    do|{can} you|guys ?also sell chargers|cables|earphones|headphones|cords|parts|accessories
    sell|buy {phone}
    trade in|ins
    tradein
    laptop|laptops|macbook|computer|computers|pc|desktop|imac
    chromebook|printer|tv|tvs|television|console|xbox|ps5|ps4
    ps5|ps4|playstation|xbox|nintendo|switch_repair|airpods|airpod|drone|hoverboard|camera_repair|vape|ipod|kindle
    apple watch|watches
    smart|apple|galaxy watch
    smartwatch
    bypass|remove|hack icloud|google|frp|lock|passcode
    icloud|google|activation|frp|account|carrier lock|locked
    frp
    hack|spy|track
    sim card
    new plan|line|service
    phone|prepaid plan|plans
    activate|activation
    data recovery
    solder|soldering|microsolder|motherboard|logic_board
    do you do|fix|repair cars|tablets|watches|consoles|anything_else
    are you hiring
    hiring|job_application
    macbooks|macs|consoles|headphones|earbuds|controllers|ipads_too
    """,
    against="""
    not|will_not unlock
    face|touch .. unlock
    unlock .. screen
    {talk} to .. computer
    """,
)
