"""What improved, what did not and where to look: the report's conclusions, of its own results.

Every indicator is in them: what moved, what can't be said, and every figure that is adverse. Each
group that is empty says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.labels import is_withheld, listed
from wres.narrative.adverse import adverse, is_unjudged
from wres.narrative.findings import Markdown, entry
from wres.narrative.moves import AS_PRINTED, Move, headline_move, moves
from wres.narrative.words import capitalised, headline_row
from wres.stats import CROSSED, TOO_FEW

__all__ = ["conclusions"]

Moved = Mapping[Indicator, Sequence[Move]]

BETTER = ("improved", f"improved{AS_PRINTED}")
WORSE = ("worsened", f"worsened{AS_PRINTED}", CROSSED, f"{CROSSED}{AS_PRINTED}")
PRINTED_ONLY = (
    "*As printed* means that the counts of both years are not at hand. So nobody can judge how "
    "certain such a move is."
)
# What can be said of a headline figure that is in neither list above.
REST = {
    "no clear change": "No clear change",
    TOO_FEW: "Too few cases to say",
    "": "The same as printed",
    "withheld": "Withheld to protect people",
    "none": "No earlier figure to compare with",
}
CROSSED_TO = ", to the other side of equality"
NOTHING_BETTER = "No figure is shown to have improved."
NOTHING_WORSE = "No figure is shown to have worsened."
NOTHING_ADVERSE = "No figure of this report shows a difference to anybody's disadvantage."


def conclusions(chapter: Chapter) -> Markdown:
    """Return what improved, what did not and where to look, as three lists.

    Parameters
    ----------
    chapter : Chapter
        As `wres.chapters.open_chapter` returns it.

    Notes
    -----
    A figure improved or worsened where the verdict of its change says so. Printed figures without
    counts are told by the way they went, and that nobody can judge how certain it is.
    """
    moved = {record: moves(chapter, record) for record in indicators()}
    passages = [
        "**What improved**",
        _told(_moved(moved, BETTER), NOTHING_BETTER, []),
        "**What did not**",
        _told(_moved(moved, WORSE), NOTHING_WORSE, _rest(chapter)),
        PRINTED_ONLY if _has_printed(moved) else "",
        "**Where to look**",
        _told(_looked(chapter), NOTHING_ADVERSE, _unseen(chapter)),
    ]
    return Markdown("\n\n".join(filter(None, passages)))


def _told(entries: Sequence[str], nothing: str, rest: Sequence[str]) -> str:
    """Make one list of entries and of what is said of the others; without entries, say so first."""
    listed_below = "\n".join([*entries, *rest])
    return listed_below if entries else f"{nothing}\n\n{listed_below}".strip()


def _moved(moved: Moved, wanted: Sequence[str]) -> list[str]:
    """Make an entry of each indicator with a figure that moved one of the ways wanted."""
    told = {
        record: [move for move in some if move.shown in wanted] for record, some in moved.items()
    }
    return [entry(record, _sentences(some)) for record, some in told.items() if some]


def _sentences(some: Iterable[Move]) -> str:
    """Say the moves that were judged, then those of printed figures."""
    judged: list[str] = []
    printed: list[str] = []
    for move in some:
        into = printed if move.shown.endswith(AS_PRINTED) else judged
        into.append(f"{move.words}{CROSSED_TO if move.shown.startswith(CROSSED) else ''}")
    told = [capitalised("; ".join(judged)), f"As printed, {'; '.join(printed)}"]
    return " ".join(f"{text}." for text, held in zip(told, (judged, printed), strict=True) if held)


def _has_printed(moved: Moved) -> bool:
    return any(move.shown.endswith(AS_PRINTED) for some in moved.values() for move in some)


def _looked(chapter: Chapter) -> list[str]:
    """Make an entry of each indicator with an adverse figure."""
    return [
        entry(record, " ".join(told))
        for record in indicators()
        if (told := adverse(chapter, record))
    ]


def _rest(chapter: Chapter) -> list[str]:
    """Say of every other indicator what can be said of its change, in a line for each state."""
    states: dict[str, list[Indicator]] = {state: [] for state in REST}
    for record in indicators():
        state = _state(chapter, record)
        if state in states:
            states[state].append(record)
    return [
        f"- {REST[state]}: {_figures(chapter, records)}."
        for state, records in states.items()
        if records
    ]


def _state(chapter: Chapter, record: Indicator) -> str | None:
    """Say what is known of the change of the figure that stands for an indicator."""
    if record.kind == "workforce":
        return None  # neither a rise nor a fall of the share of staff is good or bad
    move = headline_move(chapter, record)
    if move is not None:
        return move.shown
    row = headline_row(chapter, record)
    before = row is not None and pd.isna(row["previous"]) and pd.notna(row["previous_year"])
    return "withheld" if is_withheld(row) or before else "none"


def _figures(chapter: Chapter, records: Iterable[Indicator]) -> str:
    """Name the figures that stand for indicators, those of a kind together."""
    kinds: dict[str, list[str]] = {}
    for record in records:
        kinds.setdefault(record.kind, []).append(record.number)
    group = chapter.group_label("BME")
    named = {
        "ratio": "the ratio{s} of indicator{s} {numbers}",
        "survey": f"the figure{{s}} for {group} respondents of indicator{{s}} {{numbers}}",
        "board": "the board (indicator {numbers})",
    }
    return "; ".join(
        named[kind].format(s="s" if len(numbers) > 1 else "", numbers=listed(numbers))
        for kind, numbers in kinds.items()
    )


def _unseen(chapter: Chapter) -> list[str]:
    """Name the indicators of which less can be said this year, or nothing, and why."""
    unjudged = [one.number for one in indicators() if is_unjudged(chapter, one)]
    hidden, absent, few = [], [], []
    for record in indicators():
        row = headline_row(chapter, record)
        if is_withheld(row):
            hidden.append(record.number)
        elif row is None or (pd.isna(row["value"]) and pd.isna(row["lower"])):
            absent.append(record.number)
        elif row["verdict"] == TOO_FEW:
            few.append(record.number)
    lines = (
        ("Certainty can't be judged, for counts were not published", unjudged),
        ("Too few cases to say", few),
        ("Withheld to protect people", hidden),
        ("Not available", absent),
    )
    return [
        f"- {why}: indicator{'s' if len(numbers) > 1 else ''} {listed(numbers)}."
        for why, numbers in lines
        if numbers
    ]
