"""Charts: results in, a picture with headline, caption and alternative text out.

A chart does no arithmetic on figures and reads no files; it only decides where things stand.
"""

from wres.charts.band_shares import band_shares
from wres.charts.board_shares import board_shares
from wres.charts.figure import Figure
from wres.charts.relative_likelihoods import relative_likelihoods
from wres.charts.survey_trend import survey_trend

__all__ = ["Figure", "band_shares", "board_shares", "relative_likelihoods", "survey_trend"]
