"""The fields of a staff list of many trusts: those of one trust's, and which trust it is."""

from __future__ import annotations

from typing import Final

from wres.extracts.contract import Field, Layout
from wres.extracts.workforce import LAYOUT as WORKFORCE

__all__ = [
    "FACTS",
    "LAYOUT",
    "NUMBER",
    "ORGANISATION",
    "REQUIRED",
    "REQUIRED_OF_TOTALS",
    "TOTALS",
    "WORKFORCE",
]

ORGANISATION: Final = "organisation"
# The column that numbers the rows as the file does, from its header on.
NUMBER: Final = "row"
# By key of trust.yml, the field that fills it in for a trust that has none.
FACTS: Final = {"name": "organisation_name", "region": "region", "type": "organisation_type"}

LAYOUT: Final = Layout(
    "staff_list",
    (
        Field(ORGANISATION, "ODS code of the trust", required=True),
        Field("organisation_name", "its name, for a trust that has no trust.yml yet"),
        Field("region", "its NHS region, likewise"),
        Field("organisation_type", "its type, likewise"),
        *WORKFORCE.fields,
    ),
    own_headings="--heading 'HEADING=field' in the command",
)

# What stands where a code should, over rows that count nobody.
TOTALS: Final = frozenset({"TOTAL", "TOTALS", "GRAND TOTAL"})
REQUIRED: Final = [f.name for f in LAYOUT.fields if f.required and f.name != ORGANISATION]
# Under the numbers of people may stand how many there are.
REQUIRED_OF_TOTALS: Final = [name for name in REQUIRED if name != "person"]
