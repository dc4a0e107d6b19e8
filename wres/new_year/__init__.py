"""A new year's folder: templates, what is carried over from last year, what is still missing."""

from wres.new_year.folder import NewYear, begin_year, make_year
from wres.new_year.templates import TEMPLATE_NOTE, is_unfilled, is_unfilled_template

__all__ = [
    "TEMPLATE_NOTE",
    "NewYear",
    "begin_year",
    "is_unfilled",
    "is_unfilled_template",
    "make_year",
]
