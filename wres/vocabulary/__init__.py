"""The words that a narrative cell may use inline, written as the report writes its figures.

A chapter's setup cell imports them all (``from wres.vocabulary import *``); in a sentence
`` `{python} ratio(3)` `` then prints the figure of the trust and year at hand. They read the
chapter that was opened last, as ``pyplot`` draws on the current figure.
"""

from wres.vocabulary.about import name, period, snapshot, term, wording
from wres.vocabulary.comparing import benchmark, compare
from wres.vocabulary.figures import (
    counts,
    gap,
    likelihood,
    percentage,
    ratio,
    respondents,
)
from wres.vocabulary.moving import change, previous, verdict_of_change
from wres.vocabulary.people import (
    board_members,
    board_share,
    difference,
    disparity,
    headcount,
    share,
)
from wres.vocabulary.sureness import interval, verdict

# A star import brings these and nothing else; docs/writing.md lists each.
__all__: list[str] = [  # noqa: RUF022 - in the order of the guide
    "name",
    "term",
    "snapshot",
    "wording",
    "period",
    "headcount",
    "share",
    "disparity",
    "board_members",
    "board_share",
    "difference",
    "ratio",
    "likelihood",
    "counts",
    "percentage",
    "gap",
    "respondents",
    "interval",
    "verdict",
    "previous",
    "change",
    "verdict_of_change",
    "benchmark",
    "compare",
]
