"""People and safety: who answers, who complains, what is dangerous."""

from linda.language.intents.topics import Topic
from linda.language.intents.vocabulary.entry import Says

PEOPLE = {
    Topic.DANGER: Says(
        strong="""
        {swollen}
        puffed|puffing|swelling|swelled|blowing|blew|blown up|out
        smokeg|smokes|smoked
        on fire
        caught|catch|catching|started|start ?on fireg|burning
        fire >
        burning|burnt|burned|burn
        smell|smells|smelling|smelled|odor
        melted|melting|melts|melt
        explode|exploded|exploding|explosion|explodes|blow_up|blew_up|blow|pop
        spark|sparks|sparked|sparking|sparky
        hiss|hissing|sizzle|sizzling|crackling|fizzing|bubbling
        leak|leaks|leaked|leaking|leakage|oozing|seeping
        {very} hot|warm
        hot to|2 touch|hold|handle
        hot .. touch|hold|handle|pocket|charging|charge|charger|plug
        getting|gets|get|got|runs|running|is|was|feels|became|becomes|becoming|super|burning|boiling hot
        red|burning|boiling|scorching|scalding hot
        overheat|overheats|overheated|overheating|heats_up|heating_up|heating
        battery .. pushing|pushed|push|popping|popped|pop|lifting|coming|came|sticking|out|hot|expand|bent|warped|ruptured
        pushing|pushed|lifting|lifted|popping|popped|raising|raised|separating .. screen|glass|cover|display
        screen|back|glass|display|cover .. lifting|lifted|popping|popped|pushing|pushed|separating|separated|raised|rising
        screen|back|glass|display|cover .. coming|come|came off|up|out|apart|away|loose
        punctured|puncture|ruptured|pierced|stabbed .. battery
        battery .. punctured|pierced|ruptured|stabbed|acid|fluid|liquid|chemical
        shocked|shocks|shock|electrocuted|zapped me
        burned|burnt|burns|burning my|me
        fumes|flames|flame
        thermal
        """,
        against="""
        hot stuff|spot|deal|deals|pink|girl|topic|take|dog|dogs|mess|sauce|wings|coffee|tea|car|outside|weather|day|shower|tub|key|keys
        hotspot
        it is {very} hot outside|out|today
        {very} hot outside|out|today|in_here
        that is fire
        straight fire
        smoking deal|hot|area|allowed|break|section
        i|you|we smoke|smoked|quit
        smoke outside|weed|break|shop|a|after|before
        no smoke
        fire deal|price|sale|emoji|tv|stick|tablet|station|department|hd|him|her|you
        got|get|been fired
        blow|blown|blowing away|my_mind|me
        blowing up my|your phone
        blow|blowing|blew up .. texts|messages|calls
        data|memory|news leak
        """,
    ),
    Topic.HUMAN: Says(
        strong="""
        {talk} to|with|2|directly ?to ?you|a|an|the|your|with ?real|actual|live|human ?live {person}
        {talk} to|with ?a|an|the|your|actual|real ?real {person}
        {talk} to .. {person}
        real|actual|live|human|living ?live person|human|people|agent|being|guy|someone
        human
        {want_to} {talk} to|with
        {can} i {talk} to|with
        {person} .. to {talk}
        this conversation|chat is not
        team|staff please
        put|patch|get me through
        front|reception|help desk
        concierge|hotline|helpline|call_center
        not helping|helpful
        useless|annoying|annoyed|pointless|fed_up
        waste|wasting of|my time
        sick|tired of this|you|it
        had enough
        {can} ?a|an|any|some {person} ?please help|assist|contact|talk|answer|handle
        is there ?a|an|any ?real|actual|live {person} ?i ?to ?can {talk}|help|to|i|who
        not understand|listening me|what_i|to_me
        get|give|put|connect|transfer|forward|patch|send|pass|hand|let|switch me .. {person}
        connect|transfer|forward|patch|escalate me
        connect|transfer|forward|patch|escalate ?it|this|us to {person}
        get|have|let|ask .. {person} ?to call|text|contact|help|reach|talk|phone
        {can} {person} call|text|contact|help|reach|ring
        call|ring me|us $
        call|ring me|us back|at|on|when|later|today|tomorrow|please|as_soon|now|as
        call|text ?me back
        {give} me a call|ring
        {can} i|we call|speak|talk
        i want|need|like .. agent|representative|operator|supervisor|human|person|manager|brandon|owner
        want|need|like|ask|contact|reach|speak|see|get|find .. agent|representative|operator|supervisor|manager|brandon|owner
        is brandon|the_owner|the_manager|he|anyone|someone|anybody|somebody there|in|around|available|working
        ^ agent|representative|operator|supervisor|manager|owner|brandon >
        not ?a talk ?to robot|bot|machine
        stop ?the ?talking bot|robot|automated
        {talk} .. else|smarter|intelligent
        someone|somebody|anyone else ?there|who|to ?can|that help|talk|speak|there|i
        {talk} to you|him|brandon|someone|somebody|anyone directly|in_person|on_the_phone
        is this ?really|actually brandon
        customer service|support|care
        get brandon
        have brandon
        tell brandon
        phone number for|of
        what number {can} i call
        frustrating|frustrated|ridiculous
        you are useless|no_help|not_helping|not_helpful
        you can not help
        get someone
        help from .. {person}
        """,
        against="""
        {can} you talk me
        when|what_time does brandon
        my|his|her boss|manager|owner
        talk to you later|soon|tomorrow
        {good} .. talk|talking to|with you
        talking to you
        {can_not} talk|call|speak right_now|now
        customer service is great
        text me ?the|your|an address|price|when
        are you|this .. human|real
        am i .. {talk}
        got to talk
        """,
    ),
    Topic.COMPLAINT: Says(
        strong="""
        complaint|complain|unacceptable|unprofessional|scam|scammed|scammer|scammers|ripped_off|fraud|lawyer|sue
        terrible|horrible|awful|worst|bad|poor|shitty|crappy|disappointing|pathetic|trash|garbage ?customer service|job|experience|work|review|repair|customer|shop|place
        worst|terrible|horrible|awful
        disappointed|unhappy|dissatisfied|upset|pissed|furious|angry
        mad about|that
        not happy|satisfied|pleased|acceptable|ok_with
        {i} want|need ?a|my refund|money_back
        refund|money_back
        money back
        {you} .. broke|messed|screwed|ruined|damaged|scratched|lost .. {phone}|it|my|screen|up
        {you} fixed|replaced|repaired .. again|already|still|not|broken|stopped|but|and_now|now
        you just fixed|replaced|repaired
        still not
        still does|is|will not|broken|cracked|having|doing
        still broken|doing_it|not_working|does_not_work|messed_up|having
        stopped|quit working again|after
        broke|broken|stopped|cracked|messing|acting|dying|black again|already
        same|exact problem|issue again|as
        again same problem|issue
        after .. {repair} .. not|stopped|worse|broken
        after you|he {repair}
        worse than|now
        {you} never|did_not call|called|showed|answer|text|fix|answered|show
        no one|body showed|called|came|answers|answered|there
        nobody showed|called|came|answers|answered|there
        {repair} did not last
        waited|waiting .. hour|hours|days|week|weeks|forever
        one star|1_star|bad_review
        bad|negative|1 review
        since you|he {repair}
        """,
        against="""
        not bad
        bad battery|phone|screen|shape
        mad at|my
        """,
    ),
    Topic.ABOUT_LINDA: Says(
        strong="""
        {be} you|this ?really|actually|like|just ?a|an|the|some ?real|actual|live bot|robot|ai|human|person|machine|computer|real|automated|program|chatbot|chatgpt
        is this ?a|an|the|really ?real|actual bot|robot|ai|automated|machine|computer|auto|human|person
        who is this|that|linda
        who are you
        who am i
        who|what am i talking|speaking|texting to|with
        what is your name
        your name
        bot|robot|chatbot
        ^ linda ?who >
        is this linda
        are you linda
        did i get the right|wrong number
        wrong number
        is this the|emperorlinda|emperor|a|phone|that ?phone ?repair shop|place|store|repair
        """,
        weak="""
        bot|robot|chatbot
        """,
    ),
    Topic.SMALL_TALK: Says(
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
    ),
}
