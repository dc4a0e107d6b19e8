"""Tables of progress: last year's actions and what became of them, beside what indicators did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres.actions.progress import CARRIED, DONE, DROPPED, STOPPED, Fate, Progress
from wres.actions.words import of_chapter
from wres.chapters.reading import Action, Chapter, RegisterSettings
from wres.definitions.indicator_lists import indicator_words
from wres.definitions.indicators import Indicator, indicators
from wres.narrative.words import headline_row
from wres.tables.actions import TOGETHER, shaded
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable
from wres.tables.cells import NOTHING, travel_cell
from wres.tables.layout import Column, Table
from wres.tables.methods import indicator_title

__all__ = [
    "lookback_table",
    "objectives_table",
    "progress_table",
    "unplanned_table",
]

FATES = (DONE, CARRIED, STOPPED, DROPPED)


def progress_table(chapter: Chapter) -> TextTable | None:
    """Show each of last year's actions under what became of it, with what this year's plan says."""
    found = of_chapter(chapter)
    if found is None:
        return None
    settings = chapter.register_settings
    groups = [
        TextRows(name, [_line(fate, settings) for fate in found.of(name)])
        for name in FATES
        if found.of(name)
    ]
    year = chapter.facts.year
    columns = [
        TextColumn(f"Action of {year - 1}"),
        TextColumn("Indicators"),
        TextColumn("Lead"),
        TextColumn("Status"),
        TextColumn("What has been done"),
    ]
    caption = f"The actions of {year - 1} and what became of them, {chapter.facts.name}, {year}."
    return TextTable(caption, columns, groups).without_blanks()


def _line(fate: Fate, settings: RegisterSettings) -> list[Cell]:
    """Tell an action with the words of the plan that has the last word on it."""
    latest = fate.successors or (fate.action,)
    return [
        Cell(fate.action.action),
        _indicators(fate.action),
        Cell(_once(one.lead for one in latest)),
        _status(latest, settings),
        Cell(_once(one.update for one in latest)),
    ]


def _indicators(action: Action) -> Cell:
    return Cell("All" if len(action.numbers) == len(indicators()) else action.indicators)


def _status(actions: Sequence[Action], settings: RegisterSettings) -> Cell:
    states = [settings.state(one.status) for one in actions]
    symbols = [one.symbol if one and settings.key != "none" else "" for one in states]
    texts = [
        f"{symbol}{TOGETHER}{one.status}".strip()
        for symbol, one in zip(symbols, actions, strict=True)
    ]
    alike = states[0] if settings.key != "none" and len(set(states)) == 1 else None
    return Cell(_once(texts), shaded(alike) if alike else "")


def _once(texts: Iterable[str]) -> str:
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def lookback_table(chapter: Chapter) -> Table | None:
    """Show by indicator how last year's actions ended, and what its figure did meanwhile."""
    found = of_chapter(chapter)
    if found is None:
        return None
    year, term = chapter.facts.year, chapter.facts.term
    columns = [
        Column("Indicator"),
        *(Column(name, numeric=True) for name in FATES),
        Column(f"New in {year}", numeric=True),
        Column("Direction of travel"),
    ]
    lines = [_indicator_line(chapter, found, record) for record in indicators()]
    return Table(
        f"The actions of {year - 1} by indicator, and its figure since, {chapter.facts.name}. An "
        "action about several indicators counts for each. The figure of indicator 1 is the "
        f"{term} share of staff, of indicators 5 to 8 that of {term} respondents.",
        columns,
        lines,
    )


def _indicator_line(chapter: Chapter, found: Progress, record: Indicator) -> list[str]:
    fates = [fate for fate in found.fates if record.number in fate.action.numbers]
    new = sum(record.number in one.numbers for one in found.new)
    row = headline_row(chapter, record)
    return [
        indicator_title(record.number),
        *_counted(fates),
        _count(new),
        NOTHING if row is None else travel_cell(chapter, row),
    ]


def objectives_table(chapter: Chapter) -> Table | None:
    """Show by objective (where last year's plan had any) how its actions ended."""
    found = of_chapter(chapter)
    objectives = dict.fromkeys(
        " ".join(fate.action.objective.split()) for fate in (found.fates if found else ())
    )
    if found is None or not any(objectives):
        return None
    year = chapter.facts.year
    columns = [
        Column("Objective"),
        Column("Indicators"),
        *(Column(name, numeric=True) for name in FATES),
    ]
    lines = [_objective_line(found, objective) for objective in sorted(objectives, key=_blank)]
    caption = f"The actions of {year - 1} by objective, {chapter.facts.name}, {year}."
    return Table(caption, columns, lines)


def _blank(objective: str) -> bool:
    return not objective


def _objective_line(found: Progress, objective: str) -> list[str]:
    fates = [one for one in found.fates if " ".join(one.action.objective.split()) == objective]
    numbers = tuple(sorted({number for one in fates for number in one.action.numbers}))
    named = indicator_words(numbers).partition(" ")[2] if numbers else NOTHING
    whole = len(numbers) == len(indicators())
    return [objective or "No objective named", "All" if whole else named, *_counted(fates)]


def _counted(fates: Sequence[Fate]) -> list[str]:
    return [_count(sum(fate.name == name for fate in fates)) for name in FATES]


def _count(number: int) -> str:
    return str(number) if number else NOTHING


def unplanned_table(chapter: Chapter) -> TextTable | None:
    """Show what was done without having stood in last year's plan; None where nothing was."""
    found = of_chapter(chapter)
    if found is None or not found.unplanned:
        return None
    columns = [
        TextColumn("Action"),
        TextColumn("Indicators"),
        TextColumn("Lead"),
        TextColumn("What has been done"),
    ]
    rows = [
        [Cell(one.action), _indicators(one), Cell(one.lead), Cell(one.update)]
        for one in found.unplanned
    ]
    year = chapter.facts.year
    caption = f"Work done without a plan of {year - 1}, {chapter.facts.name}, {year}."
    return TextTable(caption, columns, [TextRows("", rows)]).without_blanks()
