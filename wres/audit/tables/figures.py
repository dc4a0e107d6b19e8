"""Figures of a table with all that its headings, its caption and the text before it say of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from wres.audit.claim import ALL, SURVEY, Spot
from wres.audit.documents.contents import Block
from wres.audit.printed import Printed
from wres.audit.tables.cells import Part, read_parts
from wres.audit.tables.differences import settle_difference
from wres.audit.tables.figure import Figure
from wres.audit.tables.labels import Label, merged, read_label, year_in
from wres.audit.tables.layout import Placed, counts_actions, is_plan, place_figures
from wres.audit.words import is_any
from wres.claims.answers import RATIOS
from wres.definitions.ethnicity import GROUPS

__all__ = ["Context", "Figure", "is_beside", "read_figures"]

# Named in many tables of other indicators: the table's own indicator stands first.
_WEAK: Final = frozenset({"", "workforce", "1"})
_LARGEST_RATIO: Final = 20
_WHOLE_SHARE: Final = 100
_WHOLE: Final = re.compile(
    r"\b(?:all|total|overall|sum|trust|organisation|workforce)\b", re.IGNORECASE
)
# A table of one group's people: `Table 2: BME staff by pay band`.
_OF_GROUP: Final = re.compile(
    r"(?:table\s\w+\s?[:.–-]\s?)?(?:number of |our )?(?:[\w-]+ ){1,3}(?:staff|colleagues|employees"
    r"|people)\s(?:by|in each|across)\b",
    re.IGNORECASE,
)
# The indicator whose events people are counted in, where a table of several has no other word.
_COUNTED: Final = {"appointed": "2", "shortlisted": "2", "entered": "3", "accessed": "4"}
_IN_POINTS: Final = re.compile(r"\(.*\bpoints\)$|\bpp\b", re.IGNORECASE)
_KNOWN: Final = re.compile(
    r"(?<!not )\b(?:known|declared|stated|disclosed|recorded) ethnicity\b"
    r"|\bethnicity (?:is |was )?(?:known|declared|stated|disclosed|recorded)\b",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(r"[£$€]\s?\d")
_NATIONAL: Final = frozenset({"England", "benchmark group"})
_FIRST: Final = re.compile(r"(?<=[a-z\d)])[.;](?:\s|$)")
_DIFFERENCES: Final = frozenset({"change", "gap"})


@dataclass(frozen=True)
class Context:
    """What stands before a table: the heading's indicator, the report's own year, the headings.

    `texts` are the line before it and the nearest heading, `sections` all headings above it, the
    nearest first.
    """

    indicator: str = ""
    year: int | None = None
    texts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


def read_figures(block: Block, number: int, context: Context) -> list[Figure]:
    """Read the figures of a table.

    Parameters
    ----------
    block : Block
        The table.
    number : int
        Its place in the document.
    context : Context
    """
    grid = block.grid
    if grid is None or is_plan(grid) or counts_actions(grid):
        return []
    titles = " ".join((block.text, *context.texts[:1]))
    if is_beside(block, context) or (is_any("elsewhere", titles) and not is_any("here", titles)):
        return []
    placed = [cell for cell in place_figures(grid) if not _is_of_another_standard(cell)]
    around = [read_label(text) for text in (block.text, *context.texts) if text]
    own = _indicator_of_table(placed, around, context)
    years = _carried_years(placed)
    figures: list[Figure] = []
    whose = _comparator_of_table(placed, (block.text, *context.texts, *context.sections))
    for cell in placed:
        found = _Around(own, tuple(around), context, years.get(cell.column), whose)
        figures += _figures_of(cell, block, number, found)
    figures = _of_the_only_survey([_of_all(one, figures) for one in figures])
    figures = _of_one_group(figures, placed, block.text)
    return _told_apart([settle_difference(one, figures) for one in figures])


def is_beside(block: Block, context: Context) -> bool:
    """Say whether a table is of measures that a trust sets beside an indicator."""
    return any(is_any("besides", text) for text in (block.text, *context.texts) if text)


def _is_of_another_standard(cell: Placed) -> bool:
    """Say whether a figure is of disabled people, of whom this standard has no figure."""
    leading = " ".join((*cell.above, *cell.beside, cell.section))
    return is_any("elsewhere", leading) and not is_any("here", leading)


def _told_apart(figures: list[Figure]) -> list[Figure]:
    """Leave out figures that the headings, as read, don't tell apart: their reading is wrong."""
    alike: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for one in figures:
        alike[(*one.series, one.other, one.year, one.comparator)].append(one)
    unclear = {
        id(one)
        for found in alike.values()
        if any(not one.printed.span.meets(found[0].printed.span) for one in found)
        for one in found
        if one.measure != "change"
    }
    return [one for one in figures if id(one) not in unclear]


def _of_all(figure: Figure, figures: list[Figure]) -> Figure:
    """Take a count without a group, in a row with those of groups, as the count of all."""
    if figure.measure != "headcount" or figure.group:
        return figure
    beside = {one.group for one in figures if one.spot.row == figure.spot.row}
    return replace(figure, group="all") if beside & {"White", "BME"} else figure


def _of_one_group(figures: list[Figure], placed: list[Placed], title: str) -> list[Figure]:
    """Give head counts the one group that a table is of: `BME staff by pay group | Number`."""
    leading = {text for one in placed for text in (*one.above, *one.beside, one.section) if text}
    if {read_label(text).group for text in leading} & set(GROUPS):
        return figures
    titles = [title, *(text for one in placed[:1] for text in one.corner)]
    if any(_OF_GROUP.match(text) and is_any("others", text) for text in titles):
        return []  # of women, or of nurses: of whom this standard has no figure
    named = {read_label(text).group for text in titles if _OF_GROUP.match(text)} & set(GROUPS)
    if len(named) != 1:
        return figures
    group = named.pop()
    return [
        replace(one, group=group)
        if one.measure == "headcount" and one.group in {"", "all"}
        else one
        for one in figures
    ]


def _of_the_only_survey(figures: list[Figure]) -> list[Figure]:
    """Give counts and comparators without a year that of the one survey whose results are dated.

    `White 2020 | BME 2020 | BME respondents`: those who answered did so in 2020, whatever day
    stands above the table.
    """
    survey = [one for one in figures if one.indicator in SURVEY]
    undated = {one.spot for one in survey if not (year_in(one.heading) or year_in(one.row_text))}
    years = {one.year for one in survey if one.spot not in undated}
    own = {one.spot for one in survey if one.measure != "headcount" and not one.comparator}
    if len(years) != 1 or not own or own & undated:
        return figures
    year = years.pop()
    return [replace(one, year=year) if one.spot in undated else one for one in figures]


def _carried_years(placed: list[Placed]) -> dict[int, int]:
    """Give columns without a year that of the nearest to their left: `Staff 2020 | of whom BME`."""
    columns = {cell.column: merged(*(read_label(text) for text in cell.above)) for cell in placed}
    if len({label.year for label in columns.values() if label.year}) < 2:
        return {}
    carried: dict[int, int] = {}
    year = None
    for column, label in sorted(columns.items()):
        if label.year:
            year = label.year
        elif year and label.role not in _DIFFERENCES and not label.comparator and not label.when:
            carried[column] = year
    return carried


@dataclass(frozen=True)
class _Around:
    indicator: str
    labels: tuple[Label, ...]
    context: Context
    carried: int | None = None
    comparator: str = ""


def _comparator_of_table(placed: Sequence[Placed], titles: Sequence[str]) -> str:
    """Say of whom a table is that has no figure of the trust: `England's figures by year`.

    Its caption tells it, or the nearest heading that tells either. Where headings inside name a
    comparator, or the trust, the other figures are not the comparator's.
    """
    named = {text for cell in placed for text in (*cell.above, *cell.beside, *cell.corner)}
    if any(read_label(text).comparator in _NATIONAL or is_any("own", text) for text in named):
        return ""
    for title in titles:
        # What follows a caption's first words explains it.
        first = _FIRST.split(title, maxsplit=1)[0]
        if is_any("own", first):
            return ""
        if is_any("national", first):
            return "England"
    return ""


def _indicator_of_table(placed: list[Placed], around: list[Label], context: Context) -> str:
    """Say which indicator a table is about where its rows don't."""
    for label in around[:1]:
        if label.indicator not in _WEAK:
            return label.indicator
    votes: Counter[str] = Counter()
    for cell in placed:
        for text in {*cell.above, *cell.beside, *cell.corner, cell.section}:
            votes[read_label(text).indicator] += 1
    strong = {number: times for number, times in votes.items() if number not in _WEAK}
    if len(strong) == 1:
        return next(iter(strong))
    if strong:
        return context.indicator if context.indicator in strong else ""
    found = [label.indicator for label in around if label.indicator] + [context.indicator]
    best = next((one for one in found if one not in _WEAK), next((one for one in found if one), ""))
    return best or ("1" if votes["1"] else "workforce" if votes["workforce"] else "")


def _figures_of(cell: Placed, block: Block, number: int, around: _Around) -> Iterator[Figure]:
    above = [read_label(text) for text in cell.above]
    if len(cell.across) > 1:
        above = [_common(read_label(text) for texts in cell.across for text in texts)]
    beside = [read_label(text) for text in cell.beside]
    section = [read_label(cell.section)] if cell.section else []
    parts = [] if _MONEY.search(cell.text) else read_parts(cell.text)
    for part in parts:
        corner = [replace(read_label(text), group="", pair=None, role="") for text in cell.corner]
        own = [part.label, *above, *beside, *section, Label(year=around.carried), *corner]
        label = _settled(own, beside, around)
        place = _place(block, cell)
        spot = Spot(place, number, cell.row, cell.column)
        yield from _figure(part, _counted(part, parts, label), spot, cell, around)


def _common(labels: Iterable[Label]) -> Label:
    """Give what the headings of a merged cell have in common."""
    seen = list(labels)
    first = seen[0] if seen else Label()
    blank = Label()
    changes: dict[str, Any] = {
        name: getattr(blank, name)
        for name in ("indicator", "group", "year", "when", "role", "people", "band", "comparator")
        if any(getattr(one, name) != getattr(first, name) for one in seen)
    }
    return replace(first, **changes)


def _settled(own: list[Label], beside: list[Label], around: _Around) -> Label:
    label = merged(*own)
    strong = next((one.indicator for one in own if one.indicator not in _WEAK), "")
    strong = next((one.indicator for one in own if one.named), strong)
    counted = "" if strong else _COUNTED.get(label.people, "")
    if not around.indicator and label.people == "workforce":
        counted = "workforce"
    indicator = strong or around.indicator or counted or label.indicator
    staff_group = label.staff_group or merged(*around.labels[:2]).staff_group
    if indicator in _WEAK and (label.band or label.staff_group):
        indicator = "1"
    board = label.board or (merged(*around.labels).board if indicator == "9" else "")
    if (
        label.role not in _DIFFERENCES
        and any(one.people == "workforce" and one.indicator == "workforce" for one in own)
        and indicator == "9"
    ):
        indicator = (
            "workforce"
            if not board or any(one.indicator == "workforce" for one in beside + own[1:2])
            else indicator
        )
    year = label.year
    if year is None and label.when:
        year = _relative(label.when, around.context.year)
    if year is None:
        year = next((one.year for one in around.labels[:1] if one.year), None)
    comparator = label.comparator
    if comparator and _has_board_word(own) and comparator == "region":
        comparator = ""
    comparator = comparator or around.comparator
    return replace(
        label,
        indicator=indicator,
        year=year,
        board=board,
        staff_group=staff_group,
        comparator=comparator,
    )


def _has_board_word(own: list[Label]) -> bool:
    return any(one.indicator == "9" for one in own)


def _relative(when: str, year: int | None) -> int | None:
    if year is None:
        return None
    return year if when == "current" else year - 1


def _place(block: Block, cell: Placed) -> str:
    names = [*reversed(cell.above)]
    column = " ".join(names) if names else str(cell.column + 1)
    return f"{block.place} row {cell.row + 1} column {column[:60]}"


def _counted(part: Part, parts: list[Part], label: Label) -> Label:
    """Take the bare whole number beside a percentage as its count: `31.1% (61)`, `12 (4.5%)`."""
    bare = part.figure.unit == "" and part.figure.decimals == 0
    if not bare or not any(other.figure.unit == "%" for other in parts) or part.label.role:
        return label
    people = "respondents" if label.indicator in SURVEY else label.people
    return replace(label, role="count", people=people)


def _figure(
    part: Part, label: Label, spot: Spot, cell: Placed, around: _Around
) -> Iterator[Figure]:
    figure = part.figure
    if not label.indicator or label.indicator == "disparity" or label.role == "interval":
        return
    if around.comparator and label.year is None:
        return  # of a table of England's figures one without a year can be held to none
    group, other = _groups(label)
    measure = _measure(figure, label, group)
    if not measure or (measure == "share" and _is_in_points(cell)) or _is_of_known(label, cell):
        return
    indicator, breakdown = _broken_down(label, measure, _row_name(cell))
    if measure == "likelihood" and group in {"", "all"} and not label.role:
        return
    yield Figure(
        spot,
        figure,
        indicator,
        measure,
        breakdown,
        group,
        other,
        label.year or around.context.year,
        label.year is not None,
        label.comparator,
        " ".join(reversed(cell.beside)),
        " ".join(reversed(cell.above)),
        part.of,
        _along(cell),
    )


def _is_in_points(cell: Placed) -> bool:
    """Say whether a column is of points, as one of parts of a change: `Mix of bands (points)`."""
    return any(_IN_POINTS.search(text) for text in cell.above[:1])


def _is_of_known(label: Label, cell: Placed) -> bool:
    """Say whether staff of known ethnicity are counted, who are not all: `known, of all staff`."""
    named = (*cell.beside, *cell.above[:1])
    return label.indicator in {"1", "workforce"} and any(_KNOWN.search(one) for one in named)


def _row_name(cell: Placed) -> str:
    """Give a row's own words where they name neither a group nor a total."""
    for text in cell.beside:
        label = read_label(text)
        if (
            _WHOLE.search(text)
            or label.group
            or label.pair
            or label.year
            or label.staff_group
            or label.role
        ):
            return ""
    return cell.beside[0].casefold() if cell.beside else ""


def _groups(label: Label) -> tuple[str, str]:
    if label.pair:
        return label.pair
    return label.group, ""


def _along(cell: Placed) -> str:
    """Say where the word `difference` stands: at the column's head, so along the row, or beside."""
    if any(read_label(text).role in _DIFFERENCES for text in cell.above):
        return "row"
    return "column" if any(read_label(text).role in _DIFFERENCES for text in cell.beside) else ""


def _measure(figure: Printed, label: Label, group: str) -> str:
    """Say what a figure measures, from its indicator, its headings and how it is printed."""
    if label.role == "change" or (figure.unit == "points" and label.role != "gap"):
        return "change"
    whole = figure.decimals == 0 and figure.unit == "" and not figure.signed
    if label.indicator in RATIOS:
        return _ratio_measure(figure, label, group, whole)
    if label.indicator in SURVEY:
        return _survey_measure(label, group, whole)
    if label.role == "gap" or (label.indicator == "9" and figure.signed):
        return "difference" if label.indicator == "9" else "gap"
    if label.role == "distribution":
        return "headcount" if whole else "distribution"
    counted = whole and (label.role != "share" or figure.value > _WHOLE_SHARE)
    return "headcount" if counted else "share"


def _survey_measure(label: Label, group: str, whole: bool) -> str:
    if label.role == "gap" or label.pair:
        return "gap"
    if whole and (label.role == "count" or label.people == "respondents"):
        return "headcount"
    return "percentage" if group in {"White", "BME", "Unknown", "all"} else ""


def _ratio_measure(figure: Printed, label: Label, group: str, whole: bool) -> str:
    of_one = group in {"White", "BME", "Unknown", "all"} and not label.pair
    if label.role == "ratio" and not (of_one and figure.unit == "%"):
        return "relative_likelihood"
    if whole and of_one and (label.role in {"count", ""} or label.people):
        return "headcount" if label.role != "likelihood" else "likelihood"
    if of_one and (label.role in {"likelihood", "share"} or figure.unit == "%"):
        return "likelihood"
    if of_one:
        return "likelihood" if figure.value < 1 else ""
    if (
        not whole
        and _is_told_apart(label)
        and (figure.unit != "%" or label.role == "ratio" or not label.people)
        and figure.unit in {"", "ratio", "%"}
        and abs(figure.value) < _LARGEST_RATIO
        and group == ""
    ):
        return "relative_likelihood"
    return ""


def _is_told_apart(label: Label) -> bool:
    """Say whether a cell's own words make it more than a number under an indicator's heading."""
    return bool(
        label.role == "ratio" or label.pair or label.named or label.year or label.when
        or label.comparator
    )  # fmt: skip


def _broken_down(label: Label, measure: str, row: str) -> tuple[str, str]:
    """Give the indicator and the breakdown of a figure."""
    indicator = label.indicator
    if measure == "headcount" and indicator in RATIOS:
        people = label.people or ""
        if people == "workforce" and indicator in {"3", "4"}:
            return indicator, "people=workforce"
        return indicator, f"people={people}" if people else ALL
    if indicator in SURVEY:
        return indicator, "people=respondents" if measure == "headcount" else ALL
    if indicator == "9":
        return indicator, label.board or ALL
    if indicator == "1":
        parts = [f"staff_group={label.staff_group}"] if label.staff_group else []
        band = label.band or row
        parts += [f"band={band}"] if band else []
        return ("1", ";".join(parts)) if parts else ("workforce", ALL)
    return indicator, ALL
