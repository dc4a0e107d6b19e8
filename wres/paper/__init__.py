"""A trust's document: `board_paper.yml` read and checked, its cover sheet in words, its release."""

from wres.paper.checks import check_paper
from wres.paper.reading import PAPER_NAME, PaperFile, read_paper
from wres.paper.release import embargoes, require_released
from wres.paper.texts import PaperText, texts_of
from wres.paper.words import (
    executive_summary,
    governance,
    recommendations,
    risks,
)

__all__ = [
    "PAPER_NAME",
    "PaperFile",
    "PaperText",
    "check_paper",
    "embargoes",
    "executive_summary",
    "governance",
    "read_paper",
    "recommendations",
    "require_released",
    "risks",
    "texts_of",
]
