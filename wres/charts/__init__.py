"""Charts: results in, a picture with headline, caption and alternative text out.

A chart does no arithmetic on figures and reads no files; it only decides where things stand.
"""

from wres.charts.band_distribution import band_distribution
from wres.charts.band_representation import band_representation
from wres.charts.band_shares import band_shares
from wres.charts.board_seats import board_seats
from wres.charts.board_shares import board_shares
from wres.charts.comparisons import comparisons
from wres.charts.detail_shares import detail_shares
from wres.charts.disparity_ratios import disparity_ratios
from wres.charts.figure import Figure
from wres.charts.pipeline import pipeline
from wres.charts.place_bands import place_bands
from wres.charts.place_changes import place_changes
from wres.charts.place_contributions import place_contributions
from wres.charts.place_funnel import place_funnel
from wres.charts.place_heat import place_heat
from wres.charts.place_ranks import place_ranks
from wres.charts.ratio_history import ratio_history
from wres.charts.relative_likelihoods import relative_likelihoods
from wres.charts.share_change import share_change
from wres.charts.share_history import share_history
from wres.charts.survey_gaps import survey_gaps
from wres.charts.survey_trend import survey_trend

__all__ = [
    "Figure",
    "band_distribution",
    "band_representation",
    "band_shares",
    "board_seats",
    "board_shares",
    "comparisons",
    "detail_shares",
    "disparity_ratios",
    "pipeline",
    "place_bands",
    "place_changes",
    "place_contributions",
    "place_funnel",
    "place_heat",
    "place_ranks",
    "ratio_history",
    "relative_likelihoods",
    "share_change",
    "share_history",
    "survey_gaps",
    "survey_trend",
]
