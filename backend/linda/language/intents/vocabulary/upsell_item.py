"""Protectors and cases."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    screen|tempered|glass|privacy protector|protectors
    protector|protectors
    tempered glass
    phone|a|new|any|some|good|iphone|otterbox|clear|nice|sell|have|get|buy|the|add|and case|cases
    cases
    case and
    otterbox
    case >
    """,
    against="""
    in case
    not|be|is ?not|really|always the case >
    in any|that|this case
    just in case
    court|legal|my case is
    """,
)
