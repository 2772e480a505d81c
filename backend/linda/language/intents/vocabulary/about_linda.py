"""Who or what is answering?"""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    {be} you|this ?really|actually|like|just ?a|an|the|some ?real|actual|live bot|robot|ai|human|person|machine
    {be} you|this ?really|actually|like|just ?a|an|the|some ?real|actual|live computer|real|automated
    {be} you|this ?really|actually|like|just ?a|an|the|some ?real|actual|live program|chatbot|chatgpt
    is this ?a|an|the|really ?real|actual bot|robot|ai|automated|machine|computer|auto|human|person
    who is this|that|linda
    who this
    {talk} to ?a|an|the computer|bot|robot|machine|ai|recording
    who are you
    who am i
    who|what am i talking|speaking|texting to|with
    what is your name
    your name
    bot|robot|chatbot
    ^ linda >
    is this linda
    are you linda
    did i get the right|wrong number
    wrong number
    is this the|emperorlinda|emperor|a|phone|that ?phone ?repair shop|place|store|repair
    """,
    weak="""
    bot|robot|chatbot
    """,
)
