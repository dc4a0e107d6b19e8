"""Every trust of a year: one report after another, side by side, or on a cluster."""

from wres.batch.running import Batch, make_reports

__all__ = ["Batch", "make_reports"]
