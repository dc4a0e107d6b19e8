"""A new year's folder: templates, what is carried over from last year, what is still missing."""

from wres.new_year.folder import NewYear, begin_year, make_year
from wres.new_year.verbs import begin_chapter, merge_chapters

__all__ = ["NewYear", "begin_chapter", "begin_year", "make_year", "merge_chapters"]
