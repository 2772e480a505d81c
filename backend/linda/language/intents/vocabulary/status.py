"""Is my phone ready?"""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    is|are my|the|our|it|his|her ?{phone}|one|repair ?done|all ?all ready|done|fixed
    is|are my|the|our|it|his|her ?{phone}|one|repair ?done|all ?all finished|repaired|complete|completed
    {phone} ready|done|fixed|finished
    is it|that ?all ready|done|fixed|finished
    status|progress of|on|update|for .. {phone}|repair|my|order|device
    status update|>
    any|an update|updates|word|news
    how is my|the {phone}|repair|it coming|going|doing|looking
    how is it coming|going_with|looking
    when {can} ?my|the|i|it ?{phone}|be|pick|get|come ?be|it|my|to ready|done|finished|up|back
    {can} i|we pick|come|get|grab .. {phone} up|back|yet
    {can} i|we pick it|my|the up
    {can} i come|swing|stop|pick ?by ?and|to get|pick|grab|up it|my
    did|have|has ?you|he|they fix|finish|fixed|finished .. {phone}|it
    get to ?my {phone}|it yet
    are you done|finished with
    you done|finished|fixed with|my yet|phone
    still waiting|working on ?my {phone}|it
    you done|finished with
    checking|check|following in|up|on ?on|about|with ?my {phone}|repair|it|status
    has my|the ?{phone}|part|parts|screen been|arrived|come|came
    did|has|is my|the part|parts|screen|order come|came|arrive|arrived|in
    dropped ?it|my|the ?{phone} off .. ready|done|yet
    ready yet|for_pickup|to_be_picked_up|to_pick_up
    """,
    against="""
    is my|the {phone} fixable|covered
    how long
    need|want .. {phone} fixed|repaired|done
    {want_to} get|have .. fixed|repaired|done
    """,
)
