"""The register of actions, in whatever columns and under whatever headings a trust wants it."""

from __future__ import annotations

from collections.abc import Sequence

from wres.actions.arrangement import HEADINGS, ShownColumn, arranged, written
from wres.actions.grouping import grouped
from wres.chapters.reading import Action, Chapter, RegisterSettings
from wres.definitions.action_states import State
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable

__all__ = ["TOGETHER", "actions_table", "shaded", "state_words"]

# A symbol stands on the line of its word.
TOGETHER = "\u00a0"
# What is known for what it is among other texts of a column.
_PLAIN = {"status", "update"}


def actions_table(chapter: Chapter) -> TextTable | None:
    """Show the actions of the plan as they were written; None where there is no plan."""
    register, settings = chapter.register, chapter.register_settings
    if not register:
        return None
    columns = arranged(register, settings)
    groups = [
        TextRows(group.heading, [_row(one, columns, settings) for one in group.actions])
        for group in grouped(register, settings)
    ]
    headings = [TextColumn(one.heading, one.width) for one in columns]
    caption = f"Actions, {chapter.facts.name}, {chapter.facts.year}."
    what = next((place for place, one in enumerate(columns) if "action" in one.fields), 0)
    return TextTable(caption, headings, groups, what)


def _row(action: Action, columns: Sequence[ShownColumn], settings: RegisterSettings) -> list[Cell]:
    spoken = any("status" in one.fields for one in columns)
    return [_cell(action, column, settings, spoken) for column in columns]


def _cell(action: Action, column: ShownColumn, settings: RegisterSettings, spoken: bool) -> Cell:
    """Put the fields of a column one below the other; what is blank takes no line."""
    parts = {name: _field(action, name, settings, spoken) for name in column.fields}
    if {"status", "key"} <= parts.keys():
        parts |= {"key": "", "status": _said_once(action, settings)}
    state = settings.state(action.status)
    marked = {"status", "key"} & set(column.fields) and settings.key != "none" and state
    text = "\n\n".join(_labelled(name, part, column) for name, part in parts.items() if part)
    return Cell(text, shaded(state) if marked and state else "")


def _labelled(name: str, text: str, column: ShownColumn) -> str:
    """Say what a text is where others stand in its column; lists begin a line of their own."""
    if not column.labelled or name in _PLAIN:
        return text
    return f"{HEADINGS[name]}:{chr(10) if chr(10) in text else ' '}{text}"


def _field(action: Action, name: str, settings: RegisterSettings, spoken: bool) -> str:
    """Give a field's words; `spoken`, whether the status as written is in another."""
    if name == "key":
        return state_words(action, settings) or ("" if spoken else action.status)
    return _status(action, settings) if name == "status" else written(action, name)


def _status(action: Action, settings: RegisterSettings) -> str:
    """Give a status as written, with the symbol of its state before it."""
    state = settings.state(action.status)
    if state is None or settings.key == "none":
        return action.status
    if settings.key == "progress":
        return f"{state.symbol}{TOGETHER}{action.status}"
    return _said_once(action, settings)


def _said_once(action: Action, settings: RegisterSettings) -> str:
    """Give the state of an action and its status as written, unless that says the same."""
    state = settings.state(action.status)
    if state is None:
        return action.status
    name = state.colour if settings.key == "RAG" else state.title
    same = action.status.strip().casefold() == name.casefold()
    return state_words(action, settings) + ("" if same else f": {action.status}")


def state_words(action: Action, settings: RegisterSettings) -> str:
    """Give the state of an action in symbol and words; '' where its status says none."""
    state = settings.state(action.status)
    if state is None:
        return ""
    return f"{state.symbol}{TOGETHER}{state.colour if settings.key == 'RAG' else state.title}"


def shaded(state: State) -> str:
    """Name the shade of a state, as the stylesheet and the Typst design know it."""
    return state.name.replace(" ", "-")
