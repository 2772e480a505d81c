"""Signs and symbols: those with a name are named, brackets and colons are breaths, the rest is dropped."""

from linda.domain.pattern import Pattern
from linda.domain.speech.rewriting import Rule

SIGNS: tuple[Rule, ...] = (
    (Pattern(r"(?<!\w)\+ ?(?=\$?\d)"), "plus "),
    (Pattern(r"(?<![\w.)$])-(?=\$?\d)"), "minus "),
    (Pattern(r"(?<![\w.])~ ?(?=\$?\d)"), "about "),
)
SYMBOLS: tuple[Rule, ...] = (
    (Pattern(r"(?<=\w) ?%"), " percent"),
    (Pattern(r"(?<=\w) ?\u00a2"), " cents"),
    (Pattern(r"(?<=\w)\+"), " plus"),
    (Pattern(r"\band/or\b"), "and or"),
    (Pattern(r"(?<=dollars)/(?=\w)|(?<=dollar)/(?=\w)"), " per "),
    (Pattern(r"(?<=\w) ?/ ?(?=\w)"), " or "),
    (Pattern(r"&+"), " and "),
    (Pattern(r"(?<=\w) ?= ?(?=\w)"), " is "),
    (Pattern(r"(?<!\S)@(?!\S)"), " at "),
    (Pattern(r"\.{2,}"), ", "),
    (Pattern(r"\s*[;:()\[\]{}|]+\s*|\s-+\s|-{2,}"), ", "),
    (Pattern(r"[^\W_]-(?![^\W_])|(?<![^\W_])-"), lambda match: match[0][:-1] + " "),
    (Pattern(r"[^\w\s'.,!?-]|_"), " "),
)
TIDY: tuple[Rule, ...] = (
    (Pattern(r"\s+"), " "),
    (Pattern(r"(?: ?,)+ ?(?=[.!?])|^[ ,.]+|[ ,]+$"), ""),
    (Pattern(r"(?: ?,)+"), ","),
    (Pattern(r",(?=[^ ])"), ", "),
    (Pattern(r" (?=[.!?])"), ""),
    (Pattern(r"\.(?= (?!i[A-Z])[a-z])"), ","),
    (Pattern(r"\.(?=[A-Z][a-z])"), ". "),
    (Pattern(r"\.(?=[^\W\d_])"), " "),
)
