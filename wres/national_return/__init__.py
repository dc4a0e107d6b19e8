"""The national data return: the form's fields filled in from counts, and held against later."""

from wres.national_return.agreement import Difference, compare_with_results, differences
from wres.national_return.build import build_return, missing_reasons
from wres.national_return.prepopulated import read_prepopulated
from wres.national_return.saved import read_return, save_return
from wres.national_return.workbook import write_return

__all__ = [
    "Difference",
    "build_return",
    "compare_with_results",
    "differences",
    "missing_reasons",
    "read_prepopulated",
    "read_return",
    "save_return",
    "write_return",
]
