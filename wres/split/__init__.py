"""A staff list of many trusts, split and counted: one workforce table a trust."""

from wres.split.counting import Split
from wres.split.running import SplitList, split_staff_list

__all__ = ["Split", "SplitList", "split_staff_list"]
