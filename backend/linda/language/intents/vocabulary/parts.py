"""Where the parts come from."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    original|genuine|oem|aftermarket|authentic|refurbished|knockoff|generic
    original|genuine|oem|aftermarket
    apple|samsung|real|quality|official|certified|fake part|parts|screen|screens|battery|batteries|certified
    apple certified
    kind|type|quality|brand|grade of part|parts|screen|screens|battery|batteries
    you have|carry|stock .. part|parts|screen|screens
    parts|part|screen|screens|battery in stock
    in stock
    parts
    quality .. screen|screens|part
    true tone|truetone
    """,
)
