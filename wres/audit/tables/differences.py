"""What a figure headed `difference` is the difference of: years, groups, or board and workforce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wres.audit.tables.figure import Figure

__all__ = ["settle_difference"]


def settle_difference(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """Look at the figures in line with a difference to tell what it takes from what.

    Over years it is a change; between White and BME staff a gap; between a board and a workforce
    indicator 9, as is what stands beside a board's shares and is not their gap. Where none is in
    line, what its words said stands.
    """
    if figure.measure != "change":
        return figure
    if figure.along == "row" and any(
        one.comparator and one.spot.row == figure.spot.row for one in figures
    ):
        years = {one.year for one in figures if one.spot.row == figure.spot.row and one.dated}
        if len(years) < 2:
            return replace(figure, measure="comparison")
    for along in (figure.along,) if figure.along else ("row", "column"):
        line = [one for one in figures if _in_line(one, figure, along)]
        found = _kind(figure, line)
        if found:
            return _as(figure, found, line)
    if figure.indicator == "9" and figure.measure == "change":
        return replace(figure, measure="difference")
    return figure


def _in_line(one: Figure, figure: Figure, along: str) -> bool:
    if one is figure or one.measure == "change":
        return False
    if one.spot == figure.spot:
        return False
    if along == "row":
        return one.spot.row == figure.spot.row
    return one.spot.column == figure.spot.column


def _kind(figure: Figure, line: Sequence[Figure]) -> str:
    own = [one for one in line if not one.comparator]
    if len({one.year for one in own if one.dated}) > 1:
        return "change"
    parts = {one.indicator for one in own if one.measure == "share"}
    if parts >= {"9", "workforce"} and figure.indicator in {"9", "workforce", "1"}:
        return "difference"
    groups = {one.group for one in own if one.measure in {"percentage", "share", "likelihood"}}
    if groups >= {"White", "BME"}:
        return "gap" if figure.indicator != "9" or _is_gap(figure, own) else "difference"
    return ""


def _is_gap(figure: Figure, line: Sequence[Figure]) -> bool:
    """Say whether a figure beside a board's shares is theirs: BME less White, or turned round."""
    shares = {one.group: one.printed.span for one in line if one.measure == "share"}
    if not shares.keys() >= {"White", "BME"}:
        return True
    gap = shares["BME"] - shares["White"]
    return figure.printed.fits(gap) or figure.printed.fits(gap.mirrored())


def _as(figure: Figure, kind: str, line: Sequence[Figure]) -> Figure:
    if kind == "change":
        latest = max(one.year or 0 for one in line if one.dated)
        return replace(figure, measure="change", year=latest)
    if kind == "difference":
        board = next(one for one in line if one.indicator == "9")
        # Along a board's row stand both groups: the indicator is of BME members.
        group = figure.group or ("BME" if figure.along == "row" else board.group)
        return replace(
            figure, measure=kind, indicator="9", breakdown=board.breakdown, group=group,
            year=board.year,
        )  # fmt: skip
    return replace(figure, measure="gap", group="BME", other="White", year=line[0].year)
