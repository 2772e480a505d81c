"""The phrasings of `opt_out`, as patterns over lower-case words without apostrophes or punctuation.

Two kinds. A `PIECE` counts when the whole message is made of nothing but pieces ("ok please stop, thanks"); what is
found by `ANYWHERE` says by itself who should stop doing what to whom ("... stop texting me ..."), and is vetoed by
`ABOUT_SOMETHING_ELSE`, where the sentence tells of other people's texts ("my phone wont stop texting me").
"""

from linda.domain.pattern import LongPattern, Pattern


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


_TEXTING = _any(
    r"te?xt(?:s|ing|in)?|texing|mess?ag(?:es?|ing)|msg(?:s|ing)?|sms|contact(?:ing)?|spam(?:ming)?",
    r"communicat(?:ing|ions?)(?: with)?|repl(?:y|ying|ies)(?: to)?",
)
_CALLING = r"calls?(?:ing)?"
_PESTERING = r"(?:bother|harass|bugg?|pester|annoy)(?:ing)?|hitting|blowing"
_TEXTS = r"(?:te?xts?|te?xt mess?ages?|mess?ages?|msgs?|sms|spam|promos?|promotions?|ads|offers|deals|reminders)"
_ME = r"(?:me|us|(?:this|my|our)(?: (?:cell|mobile|phone))? (?:number|phone|cell|line|no)|here)"
_YOU = r"(?:you|u|yall)(?: guys)?"
_YOUR = (
    r"(?:(?:all|any|of|the|these|those|this|your|ur|ya|more|further|such|so|many|unwanted|random|damn|stupid) ){0,4}"
)
_NOT = r"(?:dont|do not|do nt|never|dont ever|do not ever|dont you ever|please not)"
_POLITE = r"(?:please|pls|plz|plse|kindly|thanks|thank you|thx|ty)"
_ALWAYS = _any(
    "again|ever|any ?more|no more|at once|now|right now|already|immediately|asap|today|forever|for good|for real",
    "from now on|i mean it|or else|at all",
)
_WRONG = _any(
    "sorry|(?:this is the )?wrong (?:number|person|guy|one)",
    rf"{_YOU} (?:have|got|have got|hav|must have) the wrong (?:number|person|guy)",
    r"(?:i am |im )?not (?:interested|who you think|him|her)|who is this|this is(?:nt| not) \w+",
    "no thanks|no thank you|i (?:dont|do not) know (?:you|who you are)",
)
_OPENING = _any(
    "okay|ok|kk|k|hey|hi|hello|yo|sir|maam|nope|no|nah|um|just|dude|man|bro|buddy|you guys|guys|yall|linda",
    "seriously|really|omg|ffs|god|damn it|dammit|but|and|or|so|then|also|actually",
    rf"(?:can|could|would|will) {_YOU}|{_YOU} (?:can|need to|have to)|i (?:said|say)",
    rf"(?:i|im) (?:told|asked|want|need|wanted|asking) {_YOU} to|(?:id|i would) like (?:{_YOU} )?to",
    "i want to|i wanna|i wish to|let me|id like|i need to",
)
_END = rf"(?:$| (?:{_POLITE}|{_ALWAYS}|{_WRONG}|or i|or we|or any))"

_LIST = (
    r"(?:(?:your|the|this|these|those|ur|that|any|all|every) )*"
    r"(?:te?xt(?:ing)?|sms|mess?age|mailing|contact|phone|call|marketing|spam|distribution|notification)? ?"
    rf"(?:lists?|system|database|db|records?|contacts|directory|thread|group|subscriptions?|{_TEXTS})"
)
_MY_NUMBER = r"(?:my|this)(?: (?:cell|mobile|phone))? number"
_MY_ENTRY = rf"(?:me|us|{_MY_NUMBER}|my (?:info|name|contact info))"
_REMOVAL = _any(
    rf"(?:take|remove|delete|erase|get|drop|scratch|pull) (?:{_MY_ENTRY}|this phone)"
    rf" (?:off of|off|from|out of) {_LIST}",
    rf"(?:take|remove|delete|erase) {_MY_ENTRY} (?:off of|off|from|out of) (?:this|here)",
    rf"(?:remove|delete|erase) {_MY_ENTRY}|take {_MY_ENTRY} off|(?:lose|forget) {_MY_NUMBER}",
)
_LEAVING = (
    rf"(?:unsubscr?ibed?|unsuscribe|unsubcribe|unsub|opt (?:me |us )?out|optout|opting out)(?: {_ME})?"
    rf"(?: (?:of|from) (?:{_LIST}|this|here|everything|all))?"
)

# The longer ones first: a piece is taken as it is found, and never reconsidered. Each is written so that most texts
# lack what it needs ("how do i", not "how" and one of two words; "op" of a drawn-out stop): then none is compiled.
REQUEST = LongPattern(
    _any(
        r"no te?xt(?:s|ing)",
        rf"(?:quit|stop|end|cease|cancel|discontinue|halt|no more|enough with|enough) {_YOUR}"
        rf"(?:sending |with |getting |receiving )?{_YOUR}(?:{_TEXTS}(?: to {_ME})?|{_TEXTING})(?: {_ME})?",
        rf"(?:quit|stop|cease) (?:{_CALLING}|{_PESTERING})",
        r"(?:quit|stop|cease) sending(?: me| us)?(?: these| this| that| stuff| anything)?",
        rf"(?:cancel|end) (?:my|the|this) (?:te?xt |sms )?subscription(?: (?:to|for) {_YOUR}{_TEXTS})?",
        r"(?:(?:i|we) )?(?:revoke|withdraw|take back) (?:my |our )?(?:consent|permission)(?: to te?xt(?: me)?)?",
        rf"(?:how do i|how can i) (?:{_LEAVING}|get off (?:of )?{_LIST})",
        rf"(?:how do i|how can i) (?:stop|end|quit) (?:getting |receiving )?(?:these|your|all these|the) {_TEXTS}",
        _REMOVAL,
        _LEAVING,
        r"leave (?:me|us) (?:the \w+ )?(?:alone|be)|go away|get lost|(?:fuck|f|piss|buzz|screw|back) off",
        rf"{_NOT} {_TEXTING}(?: back)?",
        r"no mas (?:mensajes|textos)",
        r"no me (?:escriban?|escribas|manden?|mandes|envien?|envies)(?: mas)?(?: mensajes| textos)?",
        r"(?:s+t+o*op+|stp|stahp)(?: (?:it|this|that|all|everything))?",
        r"quit it|quit|cease and desist|cease|end|revoke|stopall|remove",
    )
)
PIECE = Pattern(rf"(?:(?P<request>{REQUEST.pattern})|{_POLITE}|{_ALWAYS}|{_WRONG}|{_OPENING})(?: |$)")

ANYWHERE = LongPattern(
    _any(
        rf"\b(?:stop|quit|cease|discontinue) (?:(?:all|the|with|fucking|your) )*(?:{_TEXTING}|{_CALLING}|{_PESTERING})"
        rf"(?: (?:and|or|n) (?:{_TEXTING}|{_CALLING}|{_PESTERING}))?(?: (?:to|up|at|on))? {_ME}\b",
        rf"\b(?:stop|quit|cease) sending (?:(?:me|us|to me) )?{_YOUR}{_TEXTS}\b",
        rf"\b{_NOT} (?:(?:want {_YOU} to|ever) )?(?:{_TEXTING}|bother|harass|reach out to|hit up|write(?: to)?)"
        rf"(?: (?:and|or|n) (?:{_TEXTING}|{_CALLING}))?(?: back)? {_ME}(?: back)?{_END}",
        rf"\b{_NOT} {_CALLING} (?:or|and|n) {_TEXTING} {_ME}{_END}",
        rf"\b{_NOT} {_CALLING} {_ME} (?:again|any ?more|ever)",
        rf"\b{_NOT} send (?:me|us) {_YOUR}{_TEXTS}{_END}",
        rf"(?:^|\b(?:please|pls|plz|so|you|guys) ){_NOT} send {_YOUR}{_TEXTS}(?: to {_ME})?{_END}",
        rf"\b{_NOT} hit {_ME} up{_END}",
        r"\b(?:dont|do not|never|no longer) (?:want|wanna|need|wish|care)"
        rf" (?:to (?:receive|get|be getting|keep getting|hear|have) )?{_YOUR}{_TEXTS}"
        rf"(?: from (?:{_YOU}|this number|here|linda))?{_END}",
        rf"\b(?:dont|do not|never|no longer) (?:want to|wanna|wish to|care to) (?:ever )?hear from {_YOU}",
        r"\b(?:dont|do not|no longer) (?:want to|wanna|wish to) be (?:te?xted|contacted|mess?aged)",
        rf"\bprefer not to (?:get|receive|be getting) {_YOUR}{_TEXTS}",
        rf"\b(?:take|remove|delete|get) (?:{_MY_ENTRY}|my phone|this phone) (?:off of|off|from|out of)"
        r" (?:(?:your|ur|this|the) )?(?:(?:text(?:ing)?|sms|mailing|marketing|contact|spam|call) )?"
        rf"(?:list|database){_END}",
        r"\bdo not (?:call|text|contact) list\b",
        rf"^(?:please )?(?:remove|delete|drop|erase|lose|forget) {_MY_NUMBER}{_END}",
        r"\b(?:do not|dont) (?:consent|agree) to"
        rf" (?:(?:these|receiv\w+|get\w*|your|being) )*(?:{_TEXTS}|te?xt(?:ed|ing)?)\b",
        r"\b(?:do not|dont) have (?:my |our )?(?:permission|consent) to (?:te?xt|mess?age|contact)",
        rf"\b(?:didnt|did not|never) (?:give|gave) {_YOU} (?:my |our )?(?:permission|consent)",
        rf"\b(?:te?xt|mess?age|msg|contact|call) {_ME} again\b.*"
        r"\b(?:report\w*|sue|suing|block\w*|lawyer|attorney|police|fcc)\b",
        rf"\b(?:im|i am|ill|i will) (?:gonna |going to |now )?(?:block|report)(?:ing)? (?:{_YOU}|this number)",
        r"\bleave (?:me|us) (?:the \w+ )?alone\b",
        r"\b(?:unsubscribe|opt) (?:me|us)\b",
    )
)

_OTHERS = _any(
    "i|we|they|people|folks|friends|contacts|customers|spammers|callers|it|phones?|iphone|android|apps?|siri",
    "he|she|that|which|who|why|everyone|somebody|someone",
)
ABOUT_SOMETHING_ELSE = LongPattern(
    _any(
        r"\b(?:wont|cant|cannot|can not|doesnt|didnt|does not|did not|will not|would not|wouldnt|couldnt|never|dont)"
        r" (?:stop|quit)\b",
        r"\b(?:it|them|him|her|phone|apps?|siri|screen|people|somebody|someone|callers) to (?:stop|quit)\b",
        rf"\b{_OTHERS} (?:stop|quit|stopped|{_NOT} (?:send|get|receive|{_TEXTING}|{_CALLING}))\b",
        r"\bhow (?:do|can|to|would|should) (?:(?:i|you|we) )?(?:stop|get|make|block)\b",
        r"\bmake (?:it|them|siri|my phone) stop\b",
        r"\b(?:text|message|msg|note|popup) (?:saying|that (?:says|said))\b",
        r"\b(?:wait|waiting) ?list\b|\bschedule\b|\bcalendar\b",
    )
)

RESUME = LongPattern(
    rf"(?:{_POLITE} |ok |okay |hey |hi )*"
    r"(?:resubscribe(?: me)?|subscribe me again|opt (?:me )?(?:back )?in"
    r"|(?:you can |start |resume )te?xt(?:ing)? me again|start te?xting(?: me)?(?: again)?)"
    rf"(?: {_POLITE}| again| now)*"
)
