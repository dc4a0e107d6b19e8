"""The report's tables as an accessible spreadsheet: cover, contents, notes, one table a sheet."""

from wres.render.workbook.writing import render_workbook

__all__ = ["render_workbook"]
