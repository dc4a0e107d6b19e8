"""Actions: a trust's register as it wrote it, its checks, and what became of last year's."""

from wres.actions.checks import check_actions
from wres.actions.reading import Plan, read_plan
from wres.actions.words import answers, key, notes, progress_key, summary, unplanned
from wres.chapters.register_settings import RegisterColumn, RegisterSettings

__all__ = [
    "Plan",
    "RegisterColumn",
    "RegisterSettings",
    "answers",
    "check_actions",
    "key",
    "notes",
    "progress_key",
    "read_plan",
    "summary",
    "unplanned",
]
