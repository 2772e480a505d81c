"""Giving an appointment up."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    {cancel} .. {booking}
    {booking} .. {cancel}
    {cancel} it|that|this|everything|mine|me
    {cancel} the|my|this|that
    {cancel} all
    ^ ?please|just|yes|no|ok|actually ?please|just {cancel}
    want|need|have|like|going to {cancel}
    not going to ?my {booking}|dinner|lunch
    trash .. {booking}
    {can} i|you|we {cancel}
    delete|remove|erase|drop|scrap|scratch|void|annul|undo|unbook|unreserve|repeal|kill|nix|axe .. {booking}
    ^ ?please|just|yes|no|ok|actually delete|remove|erase|scrap|scratch|clear
    delete|remove|erase|scrap it|that|this|them|those
    {can} you|i ?please|just delete|remove|erase
    {want_to} delete|remove|erase
    clear ?out .. plans|schedule|calendar|{booking}
    get rid of .. {booking}|it|that
    abandon|withdraw .. {booking}
    a cancellation
    {cancel} .. {cancel}
    take me|it|that|us off
    call off|it_off
    not going|able to make it
    {can_not} make it
    {can_not} be ?able ?to make it|that|the|my
    {can_not} make it .. {booking}
    {can_not} make .. {booking}
    {can_not} come in|by|today|tomorrow|anymore|$
    {can_not} come ?in|by today|tomorrow|anymore
    {can_not} attend
    {can_not} keep .. {booking}
    {can_not} require|need .. {booking}
    do|does not need|want|require .. {booking} anymore
    do|does not need|want|require ?my|the|this {booking}
    no longer need|needs|want|require|needed|coming|able
    not coming
    {booking} .. not needed|necessary|required
    {booking} .. not need|want
    need to release
    forget ?about ?the|my|our {booking}
    let .. {booking} go
    back out of
    end ?my|the|our reservation|booking|appointment
    not be coming
    not be there|attending|showing
    {cancel} please
    {cancel} >
    no need to confirm .. {booking}
    give up my {booking}
    """,
    weak="""
    {cancel}
    delete|erase|scrap
    do not need
    {booking}|booked
    not want|need it|this|that anymore
    sick|emergency
    """,
    against="""
    cancellation fee|policy|charge
    delete|erase|remove|lose|wipe .. {data}
    remove|delete|change .. screen|battery|glass|lock|virus|passcode|icloud|account
    {cancel} {price}
    noise {cancel}
    school|class|work|practice|game|flight|meeting|job|church|concert .. was|is|got|been|has {cancel}
    {cancel} school|class|work|practice|game|flight
    school|class|work|boss|flight|job|kid {cancel}
    if .. {cancel}
    someone|anyone|anybody|somebody|people|person {cancel}
    any|a|get {cancel} .. {day}
    do|did not {cancel}
    not {want_to} {cancel}
    {can_not} make it .. before|until|till|earlier|sooner
    {can_not} make .. before|until|till
    """,
)
