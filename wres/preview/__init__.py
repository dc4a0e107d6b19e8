"""A report's page in the browser while its chapters are written: refreshed at every save."""

from wres.preview.serving import preview
from wres.preview.wanted import Wanted

__all__ = ["Wanted", "preview"]
