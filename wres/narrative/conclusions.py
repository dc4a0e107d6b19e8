"""What improved, what did not and where to look: the report's conclusions, of its own results.

Every indicator is in them: what moved, what can't be said, and every figure that is adverse. Each
group that is empty says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicator, indicators
from wres.labels import (
    capitalise,
    decapitalise,
    escape_markdown,
    format_points,
    format_result,
    is_withheld,
    listed,
    round_half_up,
)
from wres.narrative.adverse import adverse, senior_goals
from wres.narrative.earlier import last_before, previous_figure, undivided, was_withheld
from wres.narrative.findings import Markdown, entry
from wres.narrative.moves import AS_PRINTED, Move, headline_move, moves
from wres.narrative.unseen import nothing_adverse, numbered, unseen
from wres.narrative.words import headline_row
from wres.stats import CROSSED, TOO_FEW

__all__ = ["conclusions"]

Moved = Mapping[Indicator, Sequence[Move]]

BETTER = ("improved", f"improved{AS_PRINTED}")
WORSE = ("worsened", f"worsened{AS_PRINTED}", CROSSED, f"{CROSSED}{AS_PRINTED}")
SURVEY = {record.number for record in indicators() if record.kind == "survey"}
ABOUT_SURVEY = (
    "Where indicators 5 to 8 are listed by their numbers alone, the figure for {} respondents is "
    "meant."
)
PRINTED_ONLY = (
    "Nobody can judge how certain these moves are, since they are of printed figures, without the "
    "counts of both years:"
)
# What can be said of a headline figure that is in neither list above.
REST = {
    "of staff": "Neither better nor worse by itself",
    "no clear change": "No clear change since the year before",
    TOO_FEW: "Too few cases to say whether it changed since the year before",
    "": "The same as printed the year before",
    "hardly": "Hardly moved since the year before",
    "undivided": (
        "No change can be given, since the ratio of one year, or of both, would be divided by zero"
    ),
    "withheld": "Withheld to protect people",
    "was withheld": "No change can be given, since the figure of the year before is withheld",
    "missing": "No figure of this year to compare",
    "older": "No figure of {year} to compare with, only of years before that",
    "older survey": "No figure of autumn {autumn} to compare with, only of surveys before that",
    "none": "No earlier figure to compare with",
}
# The share of staff moved: by how much, after its state.
OF_STAFF = "Since {year}, the {label} share of staff changed by {points} points."
CROSSED_TO = "the difference is now the other way round"
OTHER_WAY = "the other way"
NOTHING_BETTER = "No indicator is shown to have improved."
NOTHING_WORSE = "No indicator is shown to have worsened."
# Where a ratio over zero may have moved as well, nothing is denied of it.
OF_THE_OTHERS = "Of the indicators whose change can be given, none is shown to have {}."
HALF_A_PERSON = (
    "{} is listed here where it is half a person or more short of the workforce's {} share; with "
    "less missing, no other number of people would be nearer."
)


def conclusions(chapter: Chapter) -> Markdown:
    """Return what improved, what did not and where to look, as three lists.

    Parameters
    ----------
    chapter : Chapter
        As `wres.chapters.open_chapter` returns it.

    Notes
    -----
    A figure improved or worsened where the verdict of its change says so. Printed figures without
    counts are told after these, by the way they went, and first that nobody can judge them. Survey
    indicators improve or worsen by the figure for BME respondents or the gap.
    """
    moved = {record: moves(chapter, record) for record in indicators()}
    states = _states(chapter, moved)
    years = {"year": chapter.facts.year - 1, "autumn": chapter.facts.year - 2}
    rest = [
        numbered(REST[state].format(**years), numbers)
        + (_of_staff(chapter) if state == "of staff" else "")
        for state, numbers in states.items()
        if numbers
    ]
    listed_by_number = {number for numbers in states.values() for number in numbers}
    unknown = bool(states["undivided"])
    better = OF_THE_OTHERS.format("improved") if unknown else NOTHING_BETTER
    worse = OF_THE_OTHERS.format("worsened") if unknown else NOTHING_WORSE
    passages = [
        "**What improved**",
        _told(_moved(moved, BETTER), better, []),
        _printed(moved, BETTER),
        "**What did not**",
        _told(_moved(moved, WORSE), worse, [*rest, *_alone(chapter, moved)]),
        ABOUT_SURVEY.format(chapter.group_label("BME")) if listed_by_number & SURVEY else "",
        _printed(moved, WORSE),
        "**Where to look**",
        _told(_looked(chapter), nothing_adverse(chapter), unseen(chapter)),
        _listed_from(chapter),
    ]
    return Markdown("\n\n".join(filter(None, passages)))


def _told(entries: Sequence[str], nothing: str, rest: Sequence[str]) -> str:
    """Make one list of entries and of what is said of the others; without entries, say so first."""
    listed_below = "\n".join([*entries, *rest])
    return listed_below if entries else f"{nothing}\n\n{listed_below}".strip()


def _printed(moved: Moved, wanted: Sequence[str]) -> str:
    """Make a list of the moves that are only printed, begun by what nobody can judge of them."""
    told = _moved(moved, wanted, printed=True)
    return "\n\n".join([PRINTED_ONLY, "\n".join(told)]) if told else ""


def _moved(moved: Moved, wanted: Sequence[str], *, printed: bool = False) -> list[str]:
    """Make an entry of each indicator with a figure that moved one of the ways wanted.

    What is judged and what is only printed are told apart.
    """
    told = {
        record: [
            _turned(_marked(move, wanted), wanted)
            for move in some
            if _list_of(move, some) == wanted and _is_printed(move, some) is printed
        ]
        for record, some in moved.items()
    }
    return [entry(record, _sentences(some)) for record, some in told.items() if some]


def _is_printed(move: Move, some: Sequence[Move]) -> bool:
    """Say whether a move is told among those only printed: with the others since its year.

    A move of White respondents stands beside that of BME respondents or of the gap.
    """
    beside = [lead for lead in _leads(move, some) if _own_list(lead) == _list_of(move, some)]
    told = beside if move.is_reference and beside else [move]
    return all(one.shown.endswith(AS_PRINTED) for one in told)


def _list_of(move: Move, some: Sequence[Move]) -> Sequence[str]:
    """Say in which list a move is told; in neither where nothing clear is shown.

    A move of White respondents is told beside one of BME respondents or of the gap since the same
    survey, in the list of that one. By itself it is neither better nor worse for the indicator.
    """
    own = _own_list(move)
    if not own or not move.is_reference:
        return own
    beside = [_own_list(lead) for lead in _leads(move, some)]
    return own if own in beside else next(filter(None, beside), ())


def _own_list(move: Move) -> Sequence[str]:
    return next((wanted for wanted in (BETTER, WORSE) if move.shown in wanted), ())


def _leads(move: Move, some: Sequence[Move]) -> list[Move]:
    """Give the moves of an indicator's own figures, or its gap, since the same year."""
    return [lead for lead in some if lead.since == move.since and not lead.is_reference]


def _marked(move: Move, unsaid: Sequence[str] = ()) -> Move:
    """Say what a move shows where its list does not; what is only printed shows nothing."""
    if not move.shown or move.shown.endswith(AS_PRINTED) or move.shown in unsaid:
        return move
    return replace(move, words=_bracketed(move.words, move.shown))


def _turned(move: Move, wanted: Sequence[str]) -> Move:
    """Say of a printed move that it went the other way than its list: of White respondents.

    That it improved or worsened nobody can judge.
    """
    own = _own_list(move)
    if not own or own == wanted or not move.shown.endswith(AS_PRINTED):
        return move
    return replace(move, words=_bracketed(move.words, OTHER_WAY))


def _bracketed(words: str, more: str) -> str:
    """Add some words in brackets: to those that stand in brackets at the end, where some do."""
    return f"{words[:-1]}; {more})" if words.endswith(")") else f"{words} ({more})"


def _alone(chapter: Chapter, moved: Moved) -> list[str]:
    """Say where the figure for White respondents moved, and neither that for BME nor the gap."""
    lines = []
    for record, some in moved.items():
        alone = [move for move in some if _own_list(move) and not _list_of(move, some)]
        told = [_marked(one) for move in alone for one in (move, *_leads(move, some))]
        if told:
            label = chapter.group_label(record.comparator_group)
            said = escape_markdown(decapitalise(_sentences(told)))
            lines.append(f"- {label} respondents alone, indicator {record.number}: {said}")
    return lines


def _sentences(some: Iterable[Move]) -> str:
    """Say moves in a sentence for each year that they are since; those of printed figures apart."""
    told: dict[str, list[str]] = {}
    for move in some:
        printed = ", as printed" if move.shown.endswith(AS_PRINTED) else ""
        words = move.words
        if move.shown.startswith(CROSSED):
            words = _bracketed(words, CROSSED_TO)
        told.setdefault(f"Since {move.since}{printed}", []).append(words)
    return " ".join(f"{since}, {listed(words)}." for since, words in told.items())


def _looked(chapter: Chapter) -> list[str]:
    """Make an entry of each indicator with an adverse figure."""
    return [
        entry(record, " ".join(told))
        for record in indicators()
        if (told := adverse(chapter, record))
    ]


def _listed_from(chapter: Chapter) -> str:
    """Say from where on a board or a senior band is adverse: one may be listed, the next not."""
    goals = chapter.own_rows(measure="parity_headcount", group="BME")
    known = set(goals[goals["value"].notna()]["indicator"])
    known |= set(senior_goals(chapter)["indicator"])
    who = {"1": "a senior pay band", "9": "the board or a part of it"}
    named = [words for number, words in who.items() if number in known]
    label = chapter.group_label("BME")
    return HALF_A_PERSON.format(capitalise(", ".join(named)), label) if named else ""


def _states(chapter: Chapter, moved: Moved) -> dict[str, list[str]]:
    """Give the other indicators by what can be said of their change.

    It is told of the figure that stands for an indicator: of the survey's, that for BME people.
    """
    states: dict[str, list[str]] = {state: [] for state in REST}
    for record in indicators():
        state = _state(chapter, record, moved[record])
        if state in states:
            states[state].append(record.number)
    return states


def _state(chapter: Chapter, record: Indicator, some: Sequence[Move]) -> str | None:
    """Say what is known of the change of the figure that stands for an indicator."""
    move, row = headline_move(chapter, record), headline_row(chapter, record)
    if record.kind == "workforce" and (change := chapter.change_of(row)) is not None:
        # Neither a rise nor a fall of the share of staff is good or bad.
        return "of staff" if round_half_up(float(change["value"]), 1) else _unmoved(chapter, row)
    if move is not None:
        return move.shown or _unmoved(chapter, row)
    # Moves since the baseline say nothing of the year before.
    parts = [one for one in some if one.since == str(chapter.facts.year - 1)]
    if record.kind == "board" and parts and not (is_withheld(row) or was_withheld(row)):
        return _of_parts(parts)
    return _without_change(chapter, record, row)


def _of_staff(chapter: Chapter) -> str:
    """Say by how much the share of staff changed since the year before."""
    change = chapter.change_of(headline_row(chapter, indicator(1)))
    if change is None:
        return ""
    said = OF_STAFF.format(
        year=chapter.facts.year - 1,
        label=chapter.group_label("BME"),
        points=format_points(change["value"]),
    )
    return f" {escape_markdown(said)}"


def _without_change(chapter: Chapter, record: Indicator, row: pd.Series | None) -> str:
    """Say why a figure has no change since the year before."""
    if is_withheld(row) or was_withheld(row):
        return "withheld" if is_withheld(row) else "was withheld"
    if undivided(chapter, record, row):
        return "undivided"
    # A ratio over zero has no value, and an interval all the same.
    if row is None or (pd.isna(row["value"]) and pd.isna(row["lower"])):
        return "missing"
    if last_before(chapter, record, row) is None:
        return "none"
    return "older survey" if record.kind == "survey" else "older"


def _unmoved(chapter: Chapter, row: pd.Series | None) -> str:
    """Tell a figure that is printed as it was from one whose last place alone is another."""
    same = row is None or format_result(row) == previous_figure(chapter, row)
    return "" if same else "hardly"


def _of_parts(some: Sequence[Move]) -> str | None:
    """Say what parts of a board show where the whole had no figure; None where a list tells it."""
    return None if any(_own_list(move) for move in some) else some[0].shown
