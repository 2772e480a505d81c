"""What customers say is broken, by repair; an empty key marks words that name no repair."""

SYMPTOMS = {
    "": """
    screen|tempered protector|protectors|shot|shots|time|lock|record|recording|saver|size
    tempered|privacy glass
    glass protector|protectors
    battery life|pack|case|charger
    portable|car battery|charger
    go|come|be|get|call|text|right|been|am|came|going|coming|way|bring|take|give|write|hit back
    """,
    "screen": """
    screen|screens|display|displays|touchscreen
    front glass|screen|panel
    cracked|crack|cracks|shattered|smashed|busted ?my|the|her|his ?{phone} ?front ?screen|display|glass
    {phone} ?screen ?is|got|has ?all ?a|some|so|pretty ?badly|bad|completely|totally cracked|crack|cracks
    {phone} ?screen ?is|got|has ?all ?a|some|so|pretty ?badly|bad|completely|totally shattered|smashed|busted
    cracked|crack|shattered|smashed|cracks
    ?front|top glass is|got|was|has|are ?all|pretty|badly cracked|shattered|broken|smashed|busted
    {repair} ?my|the|front glass
    ?black|white|green|blue|blank|pink|dark|purple screen
    green|pink|black|white|purple|vertical|horizontal line|lines|spot|spots|blob|ink
    ghost touch|touching
    touch ?is|does|do|will|stopped|screen ?not work|working|respond|responding
    not respond|responding to ?my touch|finger|fingers
    unresponsive
    dropped .. cracked|broke|shattered|smashed
    spider web|webbed
    dead pixels
    """,
    "battery": """
    battery|batteries
    dies|dying|die|dead|drains|draining|drain|drained ?so|really|very|too|super|way fast|quick|quickly
    dies|died|dying|shuts_off|turns_off at|after|within|by|on|in #
    keeps|keep dying|draining
    dies all_the_time|constantly|every|after|throughout|halfway|before
    ?not hold|holding|holds|keep|keeping|keeps ?a|any|the charge
    charge does|do|will ?not last|stay|hold|lasts
    {phone} ?does|do|will ?not last|lasts ?only|all|a|an|the|like|more ?than ?#|a|an ?full day|hour|hours|night
    needs ?to ?be charged|charging constantly|all|every|#
    always|constantly dead|dying|charging|charge
    charge it|my ?{phone} ?like all_day|#|twice|constantly|every
    """,
    "charging_port": """
    charging|charge|charger|lightning|usb|usbc|power|dock|the|my|a|bad|loose port|ports|hole|jack|connector|slot
    port
    not ?be|even|really ?want|going ?to charging|charge|charges
    stopped|quit charging
    stopped|quit|stops|never charging|charges|charge
    charger|cable|cord|plug .. loose|wiggle|fit|fall|falls|work|working|plug|stay|in|recognize|move|angle
    loose charger|port|connection
    wiggle ?the|my ?charger|cord|cable
    {can_not} charge
    charges only|slow|slowly|when|if|sometimes|intermittently
    charging slow|slowly|issue|issues|problem|problems|trouble
    trouble|problem|problems|issue|issues ?with|while charging
    only charges|charge|charging
    only .. charges
    plug ?it|in ?in .. nothing
    takes|taking|take a charge
    no charge when
    lint ?in|stuck
    """,
    "back_glass": """
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?is|was|got ?all|so|completely cracked|shattered
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?is|was|got ?all|so|completely broken|smashed|busted
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?all|so|completely cracked|shattered
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?all|so|completely broken|smashed|busted
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely cracked|shattered
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely broken|smashed|busted
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely cracked|shattered
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely broken|smashed|busted
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?is|was|got ?totally|badly|a cracked|shattered
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?is|was|got ?totally|badly|a broken|smashed|busted
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?totally|badly|a cracked|shattered
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?totally|badly|a broken|smashed|busted
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a cracked|shattered
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a broken|smashed|busted
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a cracked|shattered
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a broken|smashed|busted
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?is|was|got ?all|so|completely broke|crack
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?is|was|got ?all|so|completely cracks|damaged|glass
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?all|so|completely broke|crack
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?all|so|completely cracks|damaged|glass
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely broke|crack
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely cracks|damaged|glass
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely broke|crack
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?all|so|completely cracks|damaged|glass
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?is|was|got ?totally|badly|a broke|crack|cracks|damaged|glass
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?totally|badly|a broke|crack
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?is|was|got ?totally|badly|a cracks|damaged|glass
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a broke|crack
    back|rear|backside ?is|was|got ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a cracks|damaged|glass
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a broke|crack
    back|rear|backside ?has|of|side ?it|my|the ?{phone} ?has|all|pretty ?totally|badly|a cracks|damaged|glass
    back|rear ?side|of ?my|the ?{phone} glass|cover|panel|plate|screen|housing|door|piece
    cracked|shattered|broken|smashed ?my|the|on ?on ?the|my ?{phone} ?glass ?on ?the back|backside|rear
    cracked|shattered|broken|smashed ?in|at|her|his ?on ?the|my ?{phone} ?glass ?on ?the back|backside|rear
    busted|broke|crack|cracks|damaged ?my|the|on ?on ?the|my ?{phone} ?glass ?on ?the back|backside|rear
    busted|broke|crack|cracks|damaged ?in|at|her|his ?on ?the|my ?{phone} ?glass ?on ?the back|backside|rear
    glass on|in ?the|my back|rear|backside ?is|was|got|all ?cracked|shattered|broken|broke|smashed
    {repair} ?my|the|her|his back|rear
    backglass
    screen|front and|& ?the|my back|rear
    """,
    "water_damage": """
    water|liquid|moisture ?damage|damaged
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing pool|toilet|tub
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing pool|toilet|tub
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot bath|bathtub|sink|lake
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing bath|bathtub|sink|lake
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot bath|bathtub|sink|lake
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing bath|bathtub|sink|lake
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing pool|toilet|tub
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot bath|bathtub|sink|lake
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing bath|bathtub|sink|lake
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing pool|toilet|tub
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing pool|toilet|tub
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot bath|bathtub|sink|lake
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing bath|bathtub|sink|lake
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot bath|bathtub|sink|lake
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing bath|bathtub|sink|lake
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing ocean|river|sea
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing ocean|river|sea
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing water|washer
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing machine|puddle
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing water|washer
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing machine|puddle
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing ocean|river|sea
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing water|washer
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing machine|puddle
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing ocean|river|sea
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing ocean|river|sea
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing water|washer
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing machine|puddle
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing water|washer
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing machine|puddle
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot beer|coffee|drink
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing beer|coffee|drink
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing beer|coffee|drink
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot jacuzzi|creek|bucket|drain
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing jacuzzi|creek|bucket|drain
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot jacuzzi|creek|bucket|drain
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing jacuzzi|creek|bucket|drain
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing beer|coffee|drink
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot jacuzzi|creek|bucket|drain
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing jacuzzi|creek|bucket|drain
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing beer|coffee|drink
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing beer|coffee|drink
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot jacuzzi|creek|bucket|drain
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing jacuzzi|creek|bucket|drain
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot jacuzzi|creek|bucket|drain
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing jacuzzi|creek|bucket|drain
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot shower|laundry|soup
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing shower|laundry|soup
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot shower|laundry|soup
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing shower|laundry|soup
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot beach|fountain|rain|mud
    dropped|fell|drop ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing beach|fountain|rain|mud
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot beach|fountain|rain|mud
    fall|falls|went ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing beach|fountain|rain|mud
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot shower|laundry|soup
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing shower|laundry|soup
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot beach|fountain|rain|mud
    sank|jumped|left ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing beach|fountain|rain|mud
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing shower|laundry|soup
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot|wash|washing shower|laundry|soup
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot beach|fountain|rain|mud
    threw|knocked ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing beach|fountain|rain|mud
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?swimming|hot beach|fountain|rain|mud
    put|submerged ?it|my ?{phone} in|into|inside|down ?the|a|my|some ?wash|washing beach|fountain|rain|mud
    pool|toilet|ocean|lake|river|washer|laundry|washing_machine|puddle .. {phone}
    {phone} .. pool|toilet|ocean|lake|river|washer|laundry|washing_machine|puddle|wet|swim|swimming|bath
    got|get|is|was|all|soaking ?all|soaked|really|so wet|soaked|drenched|submerged|flooded
    wet
    soaked|drenched
    spilled|spilt|spill .. ?water|coffee|soda|beer|juice|drink|milk|tea|wine|something
    spilled|spilt .. on
    went|took|go ?for ?a swimming|swim|dip
    got caught in ?the rain
    submerged|drowned
    washed my|it|the ?{phone}
    """,
    "diagnostics": """
    diagnostic|diagnostics|diagnose|diagnosis|diagnosed|troubleshoot
    not ?even turn|turning|power|powering|start|boot|booting|come|coming ?back on|up
    not turn|boot|start|power
    {can_not} turn|get|power ?it|my ?{phone} ?to ?turn ?back on
    wrong with ?it|my|the|this
    not|no sure|know|idea|clue .. wrong|happened|problem|issue
    figure|find|tell .. wrong
    what is|the ?the wrong|issue|problem
    boot|reboot loop|looping
    stuck on ?the ?apple|samsung|white|boot|start logo|screen|loading
    apple logo
    keeps ?on restarting|rebooting|freezing|crashing|glitching|shutting|turning|acting|lagging
    freezes|freezing|froze|frozen|glitching|glitchy|glitches|glitch|restarts|restarting|rebooting|crashing
    acting up|weird|crazy|funny|strange
    completely|totally|just|went|is|suddenly|all dead
    {phone} dead|died
    dead {phone}
    turns|shuts|turned|shut ?itself|it off ?by|on ?itself ?own
    no service|signal|sound|audio|power|display
    ?no|not microphone|mic|speaker|speakers|earpiece|camera|cameras|lens|button
    ?no|not buttons|wifi|bluetooth|sim|vibrate|flashlight|face|fingerprint|volume
    ?not hear|heard me|anything|anyone|people|callers|them
    check|look at|over ?my {phone}|it
    check my|the {phone}
    something|somethings ?is wrong
    virus|malware|hacked
    stopped|quit|not working ?right|properly|anymore
    """,
    "remote_diagnostic": """
    remote|remotely|virtual ?diagnostic|diagnostics|diagnosis|check|help|support|fix|session|look
    diagnose|diagnostic|diagnostics .. over|through|by|on ?the|video|a phone|text|video|call|facetime|zoom
    check|troubleshoot|look .. over|through|by|on ?the|video|a phone|text|video|call|facetime|zoom
    diagnose|diagnostic|troubleshoot .. online|remotely|virtually
    online|phone|video diagnostic|diagnosis|diagnostics
    """,
}
