"""Headline, subtitle, caption and alternative text of the survey gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.chapters.reading import Chapter
from wres.charts.survey_gap_rows import GROUPS, Gap
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.labels import NOT_AVAILABLE, WITHHELD, capitalise, decapitalise, listed

__all__ = ["SurveyGapWords"]

TABLE = table_has("survey table", "the trust's figures")


@dataclass(frozen=True)
class SurveyGapWords:
    """Words made from the gaps and their verdicts."""

    chapter: Chapter
    shown: Sequence[Gap]

    @property
    def title(self) -> str:
        """Headline: the verdicts, clear ones first; indicators of the same told together."""
        clear = self._grouped([gap for gap in self.shown if gap.is_clear])
        others = self._grouped([gap for gap in self.shown if not gap.is_clear])
        who = [f"{self._term} staff {', and '.join(clear)}"] if clear else []
        return capitalise("; ".join((*who, *others)).strip())

    @property
    def subtitle(self) -> str:
        """Measure, place and dates."""
        source = self.shown[0].record.source
        return (
            f"Percentage of respondents, {source}; the gap is {self._term} minus White, in "
            f"percentage points. {place(self.chapter)}, {kept_together(self._span)}"
        )

    @property
    def caption(self) -> str:
        """What is shown and its source."""
        numbers = [gap.record.number for gap in self.shown]
        what = f"Gaps between {self._term} and White staff, NHS Staff Survey, {self._span}"
        text = caption(self.chapter, what, numbers, ["staff_survey"])
        return explained(text, *(gap.gap_label for gap in self.shown))

    @property
    def alt(self) -> str:
        """The figures in words."""
        told = explained(" ".join(self._sentence(gap) for gap in self.shown))
        return (
            f"Dumbbell chart of the percentages of {self._term} and White respondents, survey "
            f"indicators {listed([gap.record.number for gap in self.shown])}, at "
            f"{place(self.chapter)}, {self._span}. {told} {TABLE}"
        )

    @property
    def _term(self) -> str:
        return self.chapter.group_label("BME")

    @property
    def _span(self) -> str:
        years = sorted({gap.year for gap in self.shown})
        return f"autumn {years[0]}" + (f" to {years[-1]}" if len(years) > 1 else "")

    def _grouped(self, gaps: Sequence[Gap]) -> list[str]:
        grouped: dict[str, list[str]] = {}
        for gap in gaps:
            grouped.setdefault(self._start(gap), []).append(self._told(gap))
        return [f"{start} {listed(told)}" for start, told in grouped.items()]

    def _start(self, gap: Gap) -> str:
        """Begin a part of the headline; what begins alike is told together."""
        if gap.is_withheld:
            return f"{WITHHELD}:"
        if gap.is_clear:
            return f"{gap.verdict} to {'hold a' if gap.verb == 'hold' else gap.verb}"
        return {
            "no clear difference": "no clear difference in",
            "too few to say": "too few answers to compare",
        }.get(gap.verdict, self._unjudged_start(gap))

    def _unjudged_start(self, gap: Gap) -> str:
        return "no gap known for" if gap.gap_label == NOT_AVAILABLE else "as published, gap in"

    def _told(self, gap: Gap) -> str:
        name = decapitalise(gap.record.short_title)
        known = not gap.verdict and not gap.is_withheld and gap.gap_label != NOT_AVAILABLE
        return f"{name} {gap.gap_label}" if known else name

    def _sentence(self, gap: Gap) -> str:
        own = ", ".join(
            f"{self.chapter.group_label(group)} {gap.shares[group].label}"
            for group in GROUPS
            if group in gap.shares
        )
        beside = "".join(
            f"; {one.name}: "
            + ", ".join(
                f"{self.chapter.group_label(group)} {cell.label}"
                for group, cell in one.shares.items()
            )
            for one in gap.beside
        )
        interval = f" ({gap.interval_label})" if gap.interval_label else ""
        return (
            f"{gap.record.short_title}, autumn {gap.year}: {own}, gap {gap.gap_label}{interval}. "
            f"{gap.judged}{beside}."
        )
