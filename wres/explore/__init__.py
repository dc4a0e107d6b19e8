"""The hotspots notebook: its controls, and JupyterLab that opens it on this machine only."""

from wres.explore.controls import controls

__all__ = ["controls"]
