"""How a trust wants its actions shown: columns and their headings, groups, key, own words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from wres.definitions.action_states import State, StateName, state_of

__all__ = ["FieldName", "RegisterColumn", "RegisterSettings"]

FieldName = Literal[
    "id",
    "indicators",
    "theme",
    "objective",
    "gap",
    "action",
    "measure",
    "outcome",
    "lead",
    "start",
    "due",
    "status",
    "key",
    "update",
    "updated",
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RegisterColumn(_Closed):
    """A column of the register: the fields in it, one below the other, and its heading.

    Parameters
    ----------
    fields : tuple of str
        Columns of ``action_plan.csv``; `key` is the state of the status, in symbol and words.
    heading : str
        As it is printed; without one, that of the first field.
    width : int
        Percentage of the table's width; without one, by how much text the column holds.
    """

    fields: Annotated[tuple[FieldName, ...], Field(min_length=1)]
    heading: Text | None = None
    width: Annotated[int, Field(ge=4, le=80)] | None = None


def _as_column(given: object) -> object:
    return {"fields": [given]} if isinstance(given, str) else given


class RegisterSettings(_Closed):
    """The register's part of ``board_paper.yml``.

    Parameters
    ----------
    columns : tuple
        Names of fields, or a field or several with a heading; by default, those that hold
        anything.
    group_by : str
        What the headings among the rows are: `indicator`, `theme`, `objective`, `outcome` or
        `none`; by default, the theme where there are themes, else the indicator.
    key : str
        How a status is marked beside its words: `RAG` (Red, Amber, Green, Blue, ...), `progress`
        (On track, Some delay, ...) or `none`.
    statuses : dict
        The trust's own words of a status, each with the state that it means.
    missing : bool
        Whether what is missing or overdue is said below the register.
    figures : bool
        Whether the figures that ask for an action are listed with the actions that answer.
    """

    columns: tuple[Annotated[RegisterColumn, BeforeValidator(_as_column)], ...] = ()
    group_by: Literal["indicator", "theme", "objective", "outcome", "none"] | None = None
    key: Literal["RAG", "progress", "none"] = "progress"
    statuses: dict[Text, StateName] = {}
    missing: bool = True
    figures: bool = True

    def state(self, status: str) -> State | None:
        """Tell the state of a status as written; None where that is not known."""
        return state_of(status, self.statuses)
