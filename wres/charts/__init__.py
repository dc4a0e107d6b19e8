"""Charts: results in, a picture with headline, caption and alternative text out.

A chart does no arithmetic on figures and reads no files; it only decides where things stand.
"""

from wres.charts.band_shares import band_shares
from wres.charts.figure import Figure

__all__ = ["Figure", "band_shares"]
