"""Every chart in every state: the gallery shows them, and the tests of charts look at each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from tests.gallery.kinds import KINDS
from tests.gallery.places import KINDS as PLACE_KINDS
from tests.gallery.places import places
from tests.gallery.special import SPECIAL
from wres import charts
from wres.charts import Figure

__all__ = ["CHARTS", "NOT_DRAWN", "STATES", "drawn"]

CHARTS = {
    "bands": charts.band_shares,
    "bands against the workforce": charts.band_representation,
    "distribution, clinical": charts.band_distribution,
    "distribution, non-clinical": lambda chapter: charts.band_distribution(chapter, "non-clinical"),
    "ratios": charts.relative_likelihoods,
    "ratios by year": charts.ratio_history,
    "survey 5": lambda chapter: charts.survey_trend(chapter, 5),
    "survey 7": lambda chapter: charts.survey_trend(chapter, 7),
    "survey 8": lambda chapter: charts.survey_trend(chapter, 8),
    "gaps": charts.survey_gaps,
    "board": charts.board_shares,
    "board in seats": charts.board_seats,
    "disparity": charts.disparity_ratios,
    "pipeline": charts.pipeline,
    "shares by year": charts.share_history,
    "change of the share": charts.share_change,
    "comparison, 2": lambda chapter: charts.comparisons(chapter, 2),
    "comparison, 7": lambda chapter: charts.comparisons(chapter, 7),
    "comparison, workforce": lambda chapter: charts.comparisons(chapter, "workforce"),
}
# A chart that can't be drawn from what is missing is not drawn at all.
NOT_DRAWN = {
    "change of the share: missing",
    "comparison, 2: missing",
    "comparison, 7: missing",
    "comparison, workforce: missing",
    "funnel of cases, withheld",
    "ranks of places, withheld",
    "contributions of places, withheld",
    "changes of cases, tiny",
    "changes of cases, withheld",
}


@cache
def _chapter(kind: str):
    return KINDS[kind]()


def _draw(chart: str, kind: str) -> Figure | None:
    return CHARTS[chart](_chapter(kind))


STATES: dict[str, Callable[[], Figure | None]] = {
    f"{chart}: {kind}": partial(_draw, chart, kind) for chart in CHARTS for kind in KINDS
} | SPECIAL
# Charts of a trust's parts, which few chapters have.
PLACES = {
    "funnel of cases": lambda spots: charts.place_funnel(spots, "3", "division"),
    "funnel of staff": lambda spots: charts.place_funnel(spots, "workforce", "division"),
    "heat of places": lambda spots: charts.place_heat(spots, "division"),
    "ranks of places": lambda spots: charts.place_ranks(spots, "3", "division"),
    "contributions of places": lambda spots: charts.place_contributions(spots, "3", "division"),
    "changes of cases": lambda spots: charts.place_changes(spots, "3", "division"),
    "changes of staff": lambda spots: charts.place_changes(spots, "workforce", "division"),
    "ranks of pay bands": lambda spots: charts.place_ranks(spots, "workforce", "pay band"),
    "funnel of pay bands": lambda spots: charts.place_funnel(spots, "workforce", "pay band"),
    "detailed groups": charts.detail_shares,
    "bands of places": lambda spots: charts.place_bands(spots, "division"),
}
STATES |= {
    f"{chart}, {kind}": partial(lambda chart, kind: PLACES[chart](places(kind)), chart, kind)
    for chart in PLACES
    for kind in PLACE_KINDS
}


@cache
def drawn(state: str) -> Figure | None:
    """Return a chart in one state, drawn once."""
    return STATES[state]()
