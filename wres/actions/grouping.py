"""The actions of a register under headings: by indicator, theme, objective or outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wres.chapters.register import Action, Register
from wres.chapters.register_settings import RegisterSettings
from wres.definitions.indicator_lists import indicator_words
from wres.definitions.indicators import indicators

__all__ = ["Group", "grouped", "groups_by"]

WITHOUT = {
    "indicator": "No indicator named",
    "theme": "No theme named",
    "objective": "No objective named",
    "outcome": "No outcome named",
}


@dataclass(frozen=True)
class Group:
    """Actions under one heading; '' where the register has none."""

    heading: str
    actions: tuple[Action, ...]


def grouped(register: Register, settings: RegisterSettings) -> list[Group]:
    """Put each action under one heading, in the order of the register.

    By indicator, groups come in the order of their indicators, those about all of them first; an
    action about several stands under all of them together, once.
    """
    by = groups_by(register, settings)
    if by == "none":
        return [Group("", register)]
    headings = _headings(register, by)
    return [
        Group(heading, tuple(one for one in register if _heading(one, by) == heading))
        for heading in headings
    ]


def groups_by(register: Register, settings: RegisterSettings) -> str:
    """Tell what the headings are: as set, else the theme or, without themes, the indicator."""
    if settings.group_by:
        return settings.group_by
    if any(one.theme for one in register):
        return "theme"
    return "indicator" if any(one.numbers for one in register) else "none"


def _headings(register: Register, by: str) -> Iterable[str]:
    order: Callable[[Action], object] = _by_indicator if by == "indicator" else _by_blank(by)
    ordered = sorted(register, key=order)  # type: ignore[arg-type]
    return dict.fromkeys(_heading(one, by) for one in ordered)


def _by_indicator(action: Action) -> tuple[bool, bool, tuple[str, ...]]:
    return not action.numbers, len(action.numbers) < len(indicators()), action.numbers


def _by_blank(by: str) -> Callable[[Action], bool]:
    return lambda action: not getattr(action, by)


def _heading(action: Action, by: str) -> str:
    if by == "indicator":
        return indicator_words(action.numbers) if action.numbers else WITHOUT[by]
    return " ".join(getattr(action, by).split()) or WITHOUT[by]
