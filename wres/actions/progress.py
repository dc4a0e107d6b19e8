"""What became of last year's actions: done, carried over, stopped, dropped; and what is new.

An action goes on with one of last year where it names its id in ``carried_from`` (or its row, as
``wres new`` writes it), or says the same in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wres.chapters.register import Action, Register
from wres.chapters.register_settings import RegisterSettings

__all__ = ["CARRIED", "DONE", "DROPPED", "STOPPED", "Fate", "Progress", "origin_of", "progress"]

DONE: Final = "Done"
CARRIED: Final = "Carried over"
STOPPED: Final = "Stopped"
DROPPED: Final = "Dropped"


@dataclass(frozen=True)
class Fate:
    """What became of one action of last year, and the actions that go on with it."""

    action: Action
    name: str
    successors: Register


@dataclass(frozen=True)
class Progress:
    """Last year's actions with their fates, and this year's that go on with none.

    `unplanned` are those of the new ones that are complete already: work that was done in the year
    without having stood in last year's plan. `unknown` are origins that last year's plan has not.
    """

    fates: tuple[Fate, ...]
    new: Register
    unplanned: Register
    unknown: tuple[tuple[Action, str], ...]

    def of(self, name: str) -> list[Fate]:
        """Give last year's actions of one fate."""
        return [fate for fate in self.fates if fate.name == name]


def progress(
    register: Register, before: Register, year: int, settings: RegisterSettings
) -> Progress:
    """Set this year's actions beside last year's.

    Parameters
    ----------
    register, before : tuple of Action
        This year's plan and last year's.
    year : int
        This year, by which last year's rows are named.
    settings : RegisterSettings
        For the trust's own words of a status.
    """
    origins = {one.row: _origins(one, before, year) for one in register}
    fates = []
    for old in before:
        successors = tuple(one for one in register if old in origins[one.row][0])
        fates.append(Fate(old, _fate(old, successors, settings), successors))
    new = tuple(one for one in register if not any(origins[one.row]))
    unplanned = tuple(one for one in new if _is(one, "complete", settings))
    unknown = tuple((one, name) for one in register for name in origins[one.row][1])
    return Progress(tuple(fates), new, unplanned, unknown)


def origin_of(action: Action, year: int) -> str:
    """Name an action for the plan of the year after: by its id, else by its row."""
    return action.id or f"{year} row {action.row}"


def _fate(old: Action, successors: Register, settings: RegisterSettings) -> str:
    """Tell what became of an action: as this year's plan says, else as last year's did."""
    told: Iterable[Action] = successors or (old,)
    if all(_is(one, "complete", settings) for one in told):
        return DONE
    if all(_is(one, "stopped", settings) for one in told):
        return STOPPED
    return CARRIED if successors else DROPPED


def _is(action: Action, name: str, settings: RegisterSettings) -> bool:
    state = settings.state(action.status)
    return state is not None and state.name == name


def _origins(action: Action, before: Register, year: int) -> tuple[list[Action], list[str]]:
    """Give the actions that one goes on with, and the names it gives that last year's has not."""
    named = [name for name in re.split(r"\s*[,;&\n]\s*", action.carried_from.strip()) if name]
    if not named:
        return [one for one in before if _same(one, action)], []
    whole = _named(action.carried_from.strip(), before, year)
    if whole:
        return whole, []
    found = {name: _named(name, before, year) for name in named}
    known = [one for some in found.values() for one in some]
    return known, [name for name, some in found.items() if not some]


def _named(name: str, before: Register, year: int) -> list[Action]:
    wanted = name.casefold()
    return [
        one
        for one in before
        if wanted in {one.id.casefold(), f"{year - 1} row {one.row}", f"row {one.row}"} - {""}
    ]


def _same(one: Action, other: Action) -> bool:
    """Say whether two actions are one: the same words, and no other id."""
    words = (" ".join(text.split()).casefold() for text in (one.action, other.action))
    return len(set(words)) == 1 and (one.id == other.id or not (one.id and other.id))
