"""A new year's folder: templates, what is carried over from last year, what is still missing."""

from wres.new_year.folder import NewYear, begin_year, make_year

__all__ = ["NewYear", "begin_year", "make_year"]
