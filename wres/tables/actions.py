"""The register of actions, in whatever columns and under whatever headings a trust wants it."""

from __future__ import annotations

from wres.actions.grouping import grouped, groups_by
from wres.chapters.reading import Action, Chapter, Register, RegisterColumn, RegisterSettings
from wres.definitions.action_states import State
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable

__all__ = ["TOGETHER", "actions_table", "shaded", "state_words"]

HEADINGS = {
    "id": "Ref",
    "indicators": "Indicator",
    "theme": "Theme",
    "objective": "Objective",
    "gap": "Gap",
    "action": "Action",
    "measure": "Measure of success",
    "outcome": "Outcome",
    "lead": "Lead",
    "start": "Start",
    "due": "Due",
    "status": "Status",
    "key": "Progress",
    "update": "Update",
    "updated": "Last update",
}
# A symbol stands on the line of its word.
TOGETHER = "\u00a0"
# Where a trust sets no columns: these, as far as they hold anything.
USUAL = ("action", "measure", "lead", "due", "status", "update")


def actions_table(chapter: Chapter) -> TextTable | None:
    """Show the actions of the plan as they were written; None where there is no plan."""
    register, settings = chapter.register, chapter.register_settings
    if not register:
        return None
    columns = settings.columns or _usual(register, settings)
    groups = [
        TextRows(group.heading, [_row(one, columns, settings) for one in group.actions])
        for group in grouped(register, settings)
    ]
    headings = [TextColumn(one.heading or HEADINGS[one.fields[0]], one.width) for one in columns]
    caption = f"Actions, {chapter.facts.name}, {chapter.facts.year}."
    what = next((place for place, one in enumerate(columns) if "action" in one.fields), 0)
    return TextTable(caption, headings, groups, what)


def _usual(register: Register, settings: RegisterSettings) -> tuple[RegisterColumn, ...]:
    """Show the fields that hold anything; the indicators unless they are the headings."""
    fields = [] if groups_by(register, settings) == "indicator" else ["indicators"]
    wanted = [*USUAL[:1], *fields, *USUAL[1:]]
    shown = [one for one in wanted if any(_written(action, one) for action in register)]
    return tuple(RegisterColumn.model_validate({"fields": [one]}) for one in shown)


def _row(
    action: Action, columns: tuple[RegisterColumn, ...], settings: RegisterSettings
) -> list[Cell]:
    return [_cell(action, column, settings) for column in columns]


def _cell(action: Action, column: RegisterColumn, settings: RegisterSettings) -> Cell:
    """Put the fields of a column one below the other; what is blank takes no line."""
    parts = [_field(action, name, settings) for name in column.fields]
    state = settings.state(action.status)
    marked = {"status", "key"} & set(column.fields) and settings.key != "none" and state
    text = "\n\n".join(part for part in parts if part)
    return Cell(text, shaded(state) if marked and state else "")


def _field(action: Action, name: str, settings: RegisterSettings) -> str:
    if name == "key":
        return state_words(action, settings)
    if name == "status":
        return _status(action, settings)
    return _written(action, name)


def _written(action: Action, name: str) -> str:
    """Give a field as written; the day where the due date is given as one only."""
    if name == "due":
        return action.due or action.due_date
    if name == "indicators":
        return "All" if action.indicators.casefold() == "all" else action.indicators
    return "" if name == "key" else str(getattr(action, name))


def _status(action: Action, settings: RegisterSettings) -> str:
    """Give a status as written, with the symbol of its state before it."""
    state = settings.state(action.status)
    if state is None or settings.key == "none":
        return action.status
    if settings.key == "progress":
        return f"{state.symbol}{TOGETHER}{action.status}"
    same = action.status.strip().casefold() == state.colour.casefold()
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
