"""The figure that a contradiction names: this year's, unless words say what something came from."""

from __future__ import annotations

import pytest

from wres.chapters import Chapter
from wres.claims import CONTRADICTIONS, Passage, check_passages

ABUSE = "experienced harassment, bullying or abuse from patients, relatives or the public"


# RYV 2020, indicator 5: White 18% then 20%, BAME 26% then 25%.
@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            f"More BAME than White staff {ABUSE} (25% against 23%).",
            "(survey of autumn 2019) is 20%",
        ),
        (f"The share of BAME staff who {ABUSE} fell from 28% to 25%.", "autumn 2018) is 26%"),
    ],
)
def test_a_contradiction_names_the_figure_of_the_year_that_is_meant(
    text: str, named: str, ryv_2020: Chapter
) -> None:
    passage = Passage("findings.ipynb", "note", text)
    told = [one for one in check_passages([passage], ryv_2020) if one.kind in CONTRADICTIONS]
    assert len(told) == 1
    assert named in told[0].message
