"""Headline and alternative text of staff by pay band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.chapters.reading import Chapter
from wres.charts.band_panels import Panel
from wres.charts.cells import Cell
from wres.charts.share_bars import ShareBar
from wres.charts.words import explained, place, table_has
from wres.labels import decapitalise, listed, round_half_up
from wres.stats import is_short

__all__ = ["BandWords"]

TABLE = table_has("tables of pay bands")
# As many shares as a listener can follow; beyond that the alternative text names the extremes.
LISTED_AT_MOST = 12


@dataclass(frozen=True)
class BandWords:
    """Words made from the bars and from the share of the whole workforce."""

    chapter: Chapter
    panels: Sequence[Panel]
    whole: Cell | None

    @property
    def title(self) -> str:
        """Headline: in how many pay groups staff are short of the whole workforce's share."""
        if self.whole is None:
            return self._range()
        start = f"{self._term} staff are {self.whole.label} of the workforce"
        if len(self._drawn) == 1:
            panel, bar = self._drawn[0]
            return f"{start} and {bar.bme_label} of {panel.named(bar)}{self._withheld}"
        return f"{start}, {self._smaller(self.whole)}{self._withheld}"

    @property
    def alt(self) -> str:
        """The figures in words."""
        sentences = [
            f"Stacked bar chart of the ethnicity of staff by pay band at {place(self.chapter)} "
            f"on {self.chapter.facts.snapshot}."
        ]
        if self.whole is not None:
            share = f"{self._term} staff are {self.whole.label} of the whole workforce"
            sentences.append(f"{share}, drawn as a line.")
        told = explained(" ".join([*sentences, *self._shares_told()]))
        return f"{told} {TABLE}"

    @property
    def _term(self) -> str:
        return self.chapter.group_label("BME")

    @property
    def _counted(self) -> list[tuple[Panel, ShareBar]]:
        return [(panel, bar) for panel in self.panels for bar in panel.counted]

    @property
    def _drawn(self) -> list[tuple[Panel, ShareBar]]:
        return [(panel, bar) for panel, bar in self._counted if bar.is_drawn]

    def _smaller(self, whole: Cell) -> str:
        count = sum(_is_below(bar, whole) for _, bar in self._drawn)
        all_drawn = len(self._drawn) == len(self._counted)
        groups = f"the {len(self._drawn)} pay groups {'shown' if all_drawn else 'with figures'}"
        below = "short of that share by half a person or more"
        if any(_people_of(bar) is None for _, bar in self._drawn):
            below = "a smaller share as published"
        if not count:
            return f"and {below} in none of {groups}"
        return f"but {below} in {'each' if count == len(self._drawn) else count} of {groups}"

    @property
    def _withheld(self) -> str:
        """Say of how many pay groups the share is withheld: those shown may not be like them."""
        count = sum(bar.hides_bme for _, bar in self._counted)
        return f"; {count} {'is' if count == 1 else 'are'} withheld" if count else ""

    def _range(self) -> str:
        low, high = self._extremes()
        if low == high:
            return f"{self._term} share of staff: {high}"
        among = " in the pay groups shown" if self._hides_any else ""
        return f"{self._term} share of staff{among} runs from {low} to {high}"

    def _extremes(self) -> tuple[str, str]:
        ordered = sorted(self._drawn, key=lambda pair: pair[1].bme or 0.0)
        return _told_of(*ordered[0]), _told_of(*ordered[-1])

    def _shares_told(self) -> list[str]:
        if len(self._drawn) <= LISTED_AT_MOST:
            return [f"{self._term} share.", *(_panel_told(panel) for panel in self.panels)]
        low, high = self._extremes()
        groups = f"{len(self._drawn)} pay groups"
        # Nothing is said of all pay groups where some of them are withheld.
        among = f"the {groups} shown" if self._hides_any else groups
        return [
            f"{self._term} share in {among}: lowest {low}, highest {high}.",
            *self._absent_told(),
        ]

    @property
    def _hides_any(self) -> bool:
        return any(bar.hides_any for _, bar in self._counted)

    def _absent_told(self) -> list[str]:
        absent = [
            f"{panel.named(bar)} {bar.bme_label}"
            for panel, bar in self._counted
            if not bar.is_drawn
        ]
        return [f"Without a bar: {listed(absent)}."] if absent else []


def _is_below(bar: ShareBar, whole: Cell) -> bool:
    """Say whether a share is smaller as printed, and short by half a person where that is known.

    A reader must not find 11.5% called smaller than 11.5%, nor 1 of 11 told as a shortfall where
    the workforce's share would be 1.3.
    """
    people = _people_of(bar)
    goal = (bar.total or 0) * (whole.value or 0.0) / 100
    if people is not None and not is_short(people, goal):
        return False
    return round_half_up(bar.bme or 0.0, 1) < round_half_up(whole.value or 0.0, 1)


def _people_of(bar: ShareBar) -> float | None:
    """Give the BME staff of a bar, counted or by its printed share of a known head count."""
    count = bar.shares["BME"].count if "BME" in bar.shares else None
    if count is not None or bar.total is None or bar.bme is None:
        return count
    return bar.total * bar.bme / 100


def _told_of(panel: Panel, bar: ShareBar) -> str:
    return f"{bar.bme_label}{_of_people(bar)} in {panel.named(bar)}"


def _panel_told(panel: Panel) -> str:
    told = (f"{decapitalise(bar.name)} {bar.bme_label}{_of_people(bar)}" for bar in panel.bars)
    return f"{panel.title}: {'; '.join(told)}."


def _of_people(bar: ShareBar) -> str:
    return f" of {bar.people}" if bar.is_drawn and bar.people else ""
