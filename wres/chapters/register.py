"""What a chapter reads of a trust's actions and board paper: `paper.json` beside the facts.

Text as the trust wrote it, and no figures.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from wres.chapters.papers import Paper
from wres.definitions.indicator_lists import read_indicators

__all__ = ["PAPER_FILE", "Action", "Register", "Staged", "read_staged", "write_staged"]

PAPER_FILE = "paper.json"
NAMED_BY = 6


class Action(BaseModel):
    """One action as its register has it; `row` is where it stands there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    row: int
    action: str
    id: str = ""
    indicators: str = ""
    theme: str = ""
    objective: str = ""
    gap: str = ""
    measure: str = ""
    outcome: str = ""
    lead: str = ""
    start: str = ""
    due: str = ""
    due_date: str = ""
    status: str = ""
    update: str = ""
    updated: str = ""
    carried_from: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The indicators that it is about."""
        return read_indicators(self.indicators)

    @property
    def name(self) -> str:
        """Its id, or its first words where it has none."""
        return self.id or self.opening

    @property
    def opening(self) -> str:
        """The first words of its first line."""
        first, *others = self.action.strip("-*\u2022 \n").splitlines() or [""]
        words = first.split()
        more = " ..." if others or len(words) > NAMED_BY else ""
        return f'"{" ".join(words[:NAMED_BY])}{more}"'


Register = tuple[Action, ...]


class Staged(BaseModel):
    """The register of the year and of the one before, and the document that the trust wants.

    `before` is None where last year had no plan, `paper` where no document is described: the
    report then holds all that every report does.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    # pydantic's models have a method `register`
    actions: Register = Field(default=(), alias="register")
    before: Register | None = None
    paper: Paper | None = None


def read_staged(folder: Path) -> Staged:
    """Read what lies beside the results; nothing where the trust has neither plan nor paper."""
    path = folder / PAPER_FILE
    return Staged.model_validate_json(path.read_bytes()) if path.is_file() else Staged()


def write_staged(staged: Staged, folder: Path) -> None:
    """Write it beside the results; where there is nothing, leave no file of another year."""
    path = folder / PAPER_FILE
    if staged == Staged():
        path.unlink(missing_ok=True)
        return
    path.write_text(
        staged.model_dump_json(indent=2, by_alias=True) + "\n", encoding="utf-8", newline="\n"
    )
