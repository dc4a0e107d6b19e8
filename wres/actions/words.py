"""Sentences of a plan's chapters: what is in it, what is missing in it, what became of the last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wres.actions.progress import CARRIED, DONE, DROPPED, STOPPED, Progress, progress
from wres.actions.settings import RegisterSettings, settings_of
from wres.chapters.reading import Chapter
from wres.chapters.register import Action, Register
from wres.labels import escape_markdown, listed
from wres.narrative.findings import Markdown

__all__ = [
    "ASKED",
    "is_open",
    "key",
    "notes",
    "of_chapter",
    "overdue",
    "summary",
    "without",
    "written_day",
]

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
        chapter.register, chapter.register_before, chapter.facts.year, settings_of(chapter)
    )


def key(chapter: Chapter) -> Markdown | None:
    """Return what the symbols beside a status mean; None where none is shown."""
    settings = settings_of(chapter)
    states = [settings.state(one.status) for one in chapter.register]
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
    """Return what is missing in the plan or overdue, as a list; None where nothing is."""
    register, settings = chapter.register, settings_of(chapter)
    lines = [
        f"- {text}: {_named(lacking)}."
        for column, text in ASKED.items()
        if (lacking := without(register, column))
    ]
    if chapter.staged.as_at:
        day = date.fromisoformat(chapter.staged.as_at)
        late = overdue(register, settings, day)
        lines += [f"- Overdue on {written_day(day)}: {_named(late)}."] if late else []
    return Markdown("\n".join(lines)) if lines else None


def without(register: Register, column: str) -> Register:
    """Give the actions that say nothing in a column; a due date may stand in either of two."""
    columns = ("due", "due_date") if column == "due" else (column,)
    return tuple(one for one in register if not any(getattr(one, name) for name in columns))


def overdue(register: Register, settings: RegisterSettings, day: date) -> Register:
    """Give the open actions whose due date has passed."""
    return tuple(
        one
        for one in register
        if one.due_date and is_open(one, settings) and date.fromisoformat(one.due_date) < day
    )


def is_open(action: Action, settings: RegisterSettings) -> bool:
    """Say whether an action is neither complete nor stopped; a status unread leaves it open."""
    state = settings.state(action.status)
    return state is None or not state.closed


def written_day(day: date) -> str:
    """Write a day as readers do: '31 March 2024'."""
    return f"{day.day} {day:%B %Y}"


def summary(chapter: Chapter) -> Markdown | None:
    """Return what became of last year's actions, and how many are new, in a few sentences."""
    found = of_chapter(chapter)
    if found is None:
        return None
    year = chapter.facts.year
    whole = len(found.fates)
    told = [f"{len(found.of(name))} {words}" for name, words in _FATES if found.of(name)]
    sentences = [
        f"The plan of {year - 1} had {_actions(whole)}. Of these, {listed(told)}.",
        f"The plan of {year} adds {_actions(len(found.new)) if found.new else 'none'}.",
    ]
    return Markdown(escape_markdown(" ".join(sentences)))


_FATES = (
    (DONE, "done"),
    (CARRIED, "carried over"),
    (STOPPED, "stopped"),
    (DROPPED, "dropped: open last year and not in this year's plan"),
)


def _actions(number: int) -> str:
    return "1 action" if number == 1 else f"{number} actions"


def _named(actions: Sequence[Action]) -> str:
    return escape_markdown(listed([one.name for one in actions]))
