"""How long a repair takes."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    how long {can}
    how long do|does|is|are|till|until|would .. take|takes|be|wait|{repair}
    how long .. take|takes|wait|leave|{part}|{repair}
    how much|many time|hours|minutes|days
    what is the|your wait|turnaround|turn_around|wait_time
    wait|turnaround time|times
    {can} i wait
    wait|waiting for it|while .. {repair}|it
    same day
    do i|we have to|2 leave|wait
    how long .. need|keep|have ?it|my {phone}|it
    ^ how long >
    how fast|quick|quickly {can} .. {repair}|done|do
    {repair} .. while i wait
    take ?very|too long
    done in|under an|half|# hour|minutes
    """,
    against="""
    how long .. open|warranty|been|guarantee|covered|ago|stay|last|lasts|good
    how long .. close|closed
    how long .. i have .. live|grow
    """,
)
