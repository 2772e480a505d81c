"""A person, please."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    {talk} to|with|2|directly ?to ?you|a|an|the|your|with ?real|actual|live|human ?live {person}
    {talk} to|with ?a|an|the|your|actual|real ?real {person}
    {talk} to .. {person}
    real|actual|live|human|living ?live person|human|people|agent|being|guy|someone
    human
    {want_to} {talk} to|with
    bot|robot|machine|computer|ai is|are ?so|really stupid|dumb|useless|trash|annoying
    bot|robot|machine|computer|ai is|are ?so|really bad|horrible|terrible|no_help|wrong
    bot|robot|machine sucks|does_not|can_not|is_not
    with|to|from a machine|robot|bot|computer
    you are ?so|really ?getting|a ?it ?all useless|stupid|dumb|wrong|no_help|not_helpful|idiot
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
    number .. {can} ?i call
    number to call|reach
    call|ring me|us $
    call|ring me|us back|at|on|when|later|today|tomorrow|please|as_soon|now|as
    call|text ?me back
    {give} me a call|ring
    {can} i|we call|speak|talk
    i want|need|like .. agent|representative|operator|supervisor|human|person|manager|brandon|owner
    want|need|like|ask|contact .. agent|representative|operator|supervisor|manager|brandon|owner
    reach|speak|see|get|find .. agent|representative|operator|supervisor|manager|brandon|owner
    ^ brandon|owner please|$
    where is brandon|the_owner|the_manager|your_boss
    brandons|owners number|phone|line
    is brandon|the_owner|the_manager|he|anyone|someone|anybody|somebody there|in|around|available|working
    ^ agent|representative|operator|supervisor|manager|owner|brandon $
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
    how long .. deal with
    {good} .. talk|talking to|with you
    talking to you
    {can_not} talk|call|speak right_now|now
    customer service is great
    text me ?the|your|an address|price|when
    are you|this .. human|real
    am i .. {talk} ?to|with ?a|an|the ?real human|person|people|bot|robot|computer|ai|machine
    is this ?a|an ?real|actual human|person|bot|robot
    got to talk
    """,
)
