"""A battery that may burn: it is better to ask once too often."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    {swollen}
    puffed|puffing|swelling|swelled|blowing|blew|blown up|out
    smoke|smoking|smokes|smoked
    on fire
    caught|catch|catching|started|start ?on fire|smoking|burning
    fire >
    burning|burnt|burned|burn
    smell|smells|smelling|smelled|odor
    melted|melting|melts|melt
    explode|exploded|exploding|explosion|explodes|blow_up|blew_up|blow|pop
    spark|sparks|sparked|sparking|sparky
    hiss|hissed|sizzled|hissing|sizzle|sizzling|crackling|fizzing|bubbling
    leak|leaks|leaked|leaking|leakage|oozing|seeping
    {very} hot|warm
    hot to|2 touch|hold|handle
    hot .. touch|hold|handle|pocket|charging|charge|charger|plug
    getting|gets|get|got|runs|running|is|was|feels|became|becomes|becoming|super|burning|boiling hot
    red|burning|boiling|scorching|scalding hot
    {phone}|battery|charger .. hot|warm
    gets|getting|runs|running|feels|is .. warm
    battery|{phone} .. fat|thick|lump|bubble|bubbled|rounded|puff
    overheat|overheats|overheated|overheating|heats_up|heating_up|heating
    battery .. pushing|pushed|push|popping|popped|pop|lifting|coming
    battery .. came|sticking|out|hot|expand|bent|warped|ruptured
    pushing|pushed|lifting|lifted|popping|popped|raising|raised|separating .. screen|glass|cover|display
    screen|back|glass|display|cover .. lifting|lifted|popping|popped|pushing
    screen|back|glass|display|cover .. pushed|separating|separated|raised|rising
    screen|back|glass|display|cover .. coming|come|came off|up|out|apart|away|loose
    punctured|puncture|ruptured|pierced|stabbed .. battery
    fluid|liquid|acid|chemicals|goo|gunk .. battery|out
    battery .. punctured|pierced|ruptured|stabbed|acid|fluid|liquid|chemical
    shocked|shocks|shock|electrocuted|zapped me
    burned|burnt|burns|burning my|me
    fumes|flames|flame
    thermal
    """,
    against="""
    hot stuff|spot|deal|deals|pink|girl|topic|take|dog|dogs|mess
    hot sauce|wings|coffee|tea|car|outside|weather|day|shower|tub|key|keys
    hotspot
    it is {very} hot outside|out|today
    {very} hot outside|out|today|in_here
    that is fire
    quit|stopped|hate|from smoking
    hot out|outside today|here|there|now|$
    warm up|welcome|weather|outside|day
    shop|there|here .. hot|warm
    straight fire
    smoking deal|hot|area|allowed|break|section
    i|you|we smoke|smoked|quit
    smoke outside|weed|break|shop|a|after|before
    no|not ?really|even|actually ?any {swollen}|smoke|smoking|hot|leaking
    no|not ?really|even|actually ?any leak|burning|overheating|smell|fire|dangerous
    weather|sun|summer|day|coffee|room .. hot
    price|prices|deal|that|shop|store|work|screen|case|phone is fire
    cold sweat
    fire deal|price|sale|emoji|tv|stick|tablet|station|department|hd|him|her|you
    got|get|been fired
    blow|blown|blowing away|my_mind|me
    blowing up my|your phone
    blow|blowing|blew up .. texts|messages|calls
    data|memory|news leak
    """,
)
