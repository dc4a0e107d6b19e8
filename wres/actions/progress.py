"""What became of last year's actions: done, carried over, stopped, dropped; and what is new.

An action goes on with one of last year where it names its id in ``carried_from`` (or its row, as
``wres new`` writes it), or says the same in the same words, whatever its id: trusts number their
actions anew each year. What may be told otherwise in other words is for `wres check` to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from wres.chapters.register import Action, Register
from wres.chapters.register_settings import RegisterSettings

__all__ = [
    "CARRIED",
    "DONE",
    "DROPPED",
    "STOPPED",
    "Fate",
    "Progress",
    "has_state",
    "likely_pairs",
    "origin_of",
    "progress",
]

DONE: Final = "Done"
CARRIED: Final = "Carried over"
STOPPED: Final = "Stopped"
DROPPED: Final = "Dropped"

# So much of its words two actions have in common that may be one.
_ALIKE: Final = 0.6


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

    @property
    def of_unknown_origin(self) -> Register:
        """Actions of this year that name an origin and go on with none of last year's plan."""
        going_on = {one.row for fate in self.fates for one in fate.successors}
        named = {one.row: one for one, _ in self.unknown}
        return tuple(one for row, one in named.items() if row not in going_on)

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
    followed: dict[int, list[Action]] = {old.row: [] for old in before}
    for one in register:
        for old in origins[one.row][0]:
            followed[old.row].append(one)
    for old in before:
        followed[old.row] += [] if followed[old.row] else _alike(old, register)
    fates = [
        Fate(old, _fate(old, tuple(followed[old.row]), settings), tuple(followed[old.row]))
        for old in before
    ]
    going_on = {one.row for successors in followed.values() for one in successors}
    new = tuple(one for one in register if one.row not in going_on and not any(origins[one.row]))
    unplanned = tuple(one for one in new if has_state(one, "complete", settings))
    unknown = tuple((one, name) for one in register for name in origins[one.row][1])
    return Progress(tuple(fates), new, unplanned, unknown)


def likely_pairs(found: Progress) -> list[tuple[Action, Action]]:
    """Give each new action with the one that is told as dropped and reads much like it."""
    pairs = []
    for new in found.new:
        dropped = [fate.action for fate in found.of(DROPPED)]
        near = max(dropped, key=lambda old: _likeness(old, new), default=None)
        if near is not None and _likeness(near, new) >= _ALIKE:
            pairs.append((near, new))
    return pairs


def _likeness(one: Action, other: Action) -> float:
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def origin_of(action: Action, year: int) -> str:
    """Name an action for the plan of the year after: by its id, else by its row."""
    return action.id or f"{year} row {action.row}"


def _fate(old: Action, successors: Register, settings: RegisterSettings) -> str:
    """Tell what became of an action: as this year's plan says, else as last year's did."""
    told: Iterable[Action] = [_last_word(old, one, settings) for one in successors] or (old,)
    if all(has_state(one, "complete", settings) for one in told):
        return DONE
    if all(has_state(one, "stopped", settings) for one in told):
        return STOPPED
    return CARRIED if successors else DROPPED


def _last_word(old: Action, now: Action, settings: RegisterSettings) -> Action:
    """Give the action whose status counts: what was over stays so until it is said to go on."""
    before, after = settings.state(old.status), settings.state(now.status)
    return old if after is None and before is not None and before.closed else now


def has_state(action: Action, name: str, settings: RegisterSettings) -> bool:
    """Say whether an action is complete, stopped, ... by the trust's words for its status."""
    state = settings.state(action.status)
    return state is not None and state.name == name


def _origins(action: Action, before: Register, year: int) -> tuple[list[Action], list[str]]:
    """Give the actions that one goes on with, and the names it gives that last year's has not."""
    named = [name for name in re.split(r"\s*[,;&\n]\s*", action.carried_from.strip()) if name]
    if not named:
        return _nearest(action, _alike(action, before)), []
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


def _alike(action: Action, others: Register) -> list[Action]:
    """Give the actions that say the same: the same words, however they are set and pointed."""
    return [one for one in others if _words(one) == _words(action)]


def _nearest(action: Action, alike: list[Action]) -> list[Action]:
    """Where several say the same, keep to those with its id, else with its indicators."""
    for same in (
        [one for one in alike if action.id and one.id == action.id],
        [one for one in alike if one.numbers == action.numbers],
    ):
        if same:
            return same
    return alike


def _words(action: Action) -> list[str]:
    return re.findall(r"\w+", action.action.casefold())
