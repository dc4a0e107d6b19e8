"""Sentences of a plan's chapters: what is in it, what is missing in it, what became of the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from wres.actions.adverse import adverse_indicators
from wres.actions.arrangement import asks_for, called
from wres.actions.progress import CARRIED, DONE, DROPPED, STOPPED, Progress, has_state, progress
from wres.chapters.reading import Chapter, RegisterSettings
from wres.chapters.register import Action, Register
from wres.definitions.days import read_period
from wres.definitions.indicators import indicator
from wres.labels import escape_markdown, format_day, listed
from wres.narrative.findings import Markdown, entry
from wres.narrative.unseen import ALL_WITHHELD, nothing_adverse

__all__ = [
    "ASKED",
    "answers",
    "due_day",
    "is_open",
    "key",
    "notes",
    "of_chapter",
    "overdue",
    "progress_key",
    "summary",
    "unplanned",
    "without",
]

MISSING = "The register is printed as it was written. This is missing in it, or overdue:"
ASKING = (
    "These figures show a difference to somebody's disadvantage, or a ratio outside the range from "
    "0.80 to 1.25. Beside each stand the actions that name its indicator."
)
NONE_OUTSIDE = "No ratio that is shown lies outside the range from 0.80 to 1.25."
# What a plan is asked for by row: the column, and what to say of actions without it.
ASKED = {
    "lead": "Nobody is named as lead",
    "due": "No date is given",
    "measure": "No measure of success is given",
    "status": "No status is given",
    "indicators": "No indicator is named",
}


def of_chapter(chapter: Chapter) -> Progress | None:
    """Set the chapter's register beside last year's; None where either is not there."""
    if not (chapter.register and chapter.register_before):
        return None
    return progress(
        chapter.register, chapter.register_before, chapter.facts.year, chapter.register_settings
    )


def key(chapter: Chapter) -> Markdown | None:
    """Return what the symbols beside a status mean; None where none is shown."""
    return _key(chapter.register, chapter.register_settings)


def progress_key(chapter: Chapter) -> Markdown | None:
    """Return the same for last year's actions; None where there is no plan to look back on."""
    found = of_chapter(chapter)
    if found is None:
        return None
    told = [one for fate in found.fates for one in fate.successors or (fate.action,)]
    return _key(told, chapter.register_settings)


def _key(actions: Iterable[Action], settings: RegisterSettings) -> Markdown | None:
    states = [settings.state(one.status) for one in actions]
    shown = [one for one in dict.fromkeys(states) if one is not None]
    if settings.key == "none" or not shown:
        return None
    told = [
        f"{one.symbol} {one.colour}: {one.title.lower()}"
        if settings.key == "RAG"
        else f"{one.symbol} {one.title.lower()}"
        for one in shown
    ]
    return Markdown(f"**Key.** {escape_markdown('; '.join(told))}.")


def notes(chapter: Chapter) -> Markdown | None:
    """Return what is missing in the plan or overdue, as a list; None where nothing is.

    A column that the plan has not at all is `wres check`'s to name.
    """
    register, settings = chapter.register, chapter.register_settings
    if not settings.missing:
        return None
    lines = [
        f"- {text}: {_named(lacking, chapter)}."
        for column, text in ASKED.items()
        if asks_for(register, settings, column) and (lacking := without(register, column))
    ]
    day = chapter.as_at
    if day is not None:
        late = overdue(register, settings, day)
        lines += [f"- Overdue on {format_day(day)}: {_named(late, chapter)}."] if late else []
    return Markdown("\n".join([MISSING, "", *lines])) if lines else None


def answers(chapter: Chapter) -> Markdown | None:
    """Return each indicator that calls for an action, why, and the actions that name it."""
    register = chapter.register
    if not register or not chapter.register_settings.figures:
        return None
    asking = adverse_indicators(chapter)
    if not asking:
        told = nothing_adverse(chapter)
        return Markdown(told if told == ALL_WITHHELD else f"{told} {NONE_OUTSIDE}")
    entries = [
        entry(indicator(number), f"{why} {_served(number, chapter)}")
        for number, why in asking.items()
    ]
    return Markdown("\n".join([ASKING, "", *entries]))


def _served(number: str, chapter: Chapter) -> str:
    register, settings = chapter.register, chapter.register_settings
    names = [
        called(one, register, settings)
        + (" (stopped)" if has_state(one, "stopped", settings) else "")
        for one in register
        if number in one.numbers
    ]
    if not names:
        return "No action names it."
    return f"Action{'s' if len(names) > 1 else ''}: {listed(names)}."


def unplanned(chapter: Chapter) -> Markdown | None:
    """Return what is said of work that was done without having been planned."""
    found = of_chapter(chapter)
    if found is None:
        return None
    year = chapter.facts.year
    if not found.unplanned:
        return Markdown(f"Everything that is complete stood in the plan of {year - 1} as well.")
    done = _actions(len(found.unplanned))
    verb = _is(len(found.unplanned))
    return Markdown(f"{done} {verb} complete without having stood in the plan of {year - 1}.")


def without(register: Register, column: str) -> Register:
    """Give the actions that say nothing in a column; a due date may stand in either of two."""
    columns = ("due", "due_date") if column == "due" else (column,)
    return tuple(one for one in register if not any(getattr(one, name) for name in columns))


def overdue(register: Register, settings: RegisterSettings, day: date) -> Register:
    """Give the open actions whose due date has passed, as far as it says a day."""
    return tuple(
        one
        for one in register
        if is_open(one, settings) and (due := due_day(one)) is not None and due < day
    )


def due_day(action: Action) -> date | None:
    """Give the last day on which an action is due; None where its date says none ('Ongoing')."""
    if action.due_date:
        return date.fromisoformat(action.due_date)
    period = read_period(action.due)
    return period[1] if period else None


def is_open(action: Action, settings: RegisterSettings) -> bool:
    """Say whether an action is neither complete nor stopped; a status unread leaves it open."""
    state = settings.state(action.status)
    return state is None or not state.closed


def summary(chapter: Chapter) -> Markdown | None:
    """Return what became of last year's actions, and how many are new, in a few sentences."""
    found = of_chapter(chapter)
    if found is None:
        return None
    year = chapter.facts.year
    whole = len(found.fates)
    told = [
        f"{len(found.of(name))} {_is(len(found.of(name)))} {words}"
        for name, words in _FATES
        if found.of(name)
    ]
    sentences = [
        f"The plan of {year - 1} had {_actions(whole)}. Of these, {listed(told)}.",
        f"The plan of {year} adds {_actions(len(found.new)) if found.new else 'none'}.",
    ]
    lost = found.of_unknown_origin
    if lost:
        names = (
            "says that it goes on with one" if len(lost) == 1 else "say that they go on with some"
        )
        sentences.append(
            f"{_actions(len(lost))} of it {names} that the plan of {year - 1} has not."
        )
    return Markdown(escape_markdown(" ".join(sentences)))


_FATES = (
    (DONE, "done"),
    (CARRIED, "carried over"),
    (STOPPED, "stopped"),
    (DROPPED, "dropped, not said to be complete or stopped last year and not in this year's plan"),
)


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _actions(number: int) -> str:
    return "1 action" if number == 1 else f"{number} actions"


def _named(actions: Sequence[Action], chapter: Chapter) -> str:
    register = chapter.register
    if len(actions) == len(register) > 1:
        return "all actions"
    settings = chapter.register_settings
    return escape_markdown(listed([called(one, register, settings) for one in actions]))
