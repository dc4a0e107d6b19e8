"""Shares of a group's staff in a band; figures by hand from the published head counts.

Of RYV's 284 BAME staff of 2020, 212 are clinical and 109 of these in bands 5 to 7: 38.4% of all,
51.4% of those who are clinical. Of ZZ1's 196 BME staff of 2024 51 work in clinical band 5; how many
do in non-clinical band 5 is withheld, as clinical band 4 is.
"""

from __future__ import annotations

import pytest

from wres.chapters.reading import Chapter
from wres.claims import Passage, check_passages
from wres.loading import load_chapter

OF_ALL = "the share of all BAME staff who work in clinical roles, bands 5 to 7 (2020) is 38.4%"
OF_PART = "the share of clinical BAME staff who work in bands 5 to 7 (2020) is 51.4%"


def told(text: str, chapter: Chapter) -> list[tuple[str, str]]:
    found = check_passages([Passage("f", "c", text, "1")], chapter)
    return [(one.kind, one.message) for one in found if one.words.endswith("%")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("51.4% of all BAME staff work in clinical bands 5 to 7.", f"{OF_ALL}."),
        ("38.4% of BAME clinical staff are in bands 5 to 7.", f"{OF_PART}."),
        ("45.1% of BAME staff work in clinical bands 5 to 7.", f"{OF_ALL}; {OF_PART}."),
    ],
)
def test_what_is_told_names_out_of_whom(text: str, message: str, ryv_2020: Chapter) -> None:
    assert told(text, ryv_2020) == [("contradicted", message)]


@pytest.mark.parametrize("share", ["38.4%", "51.4%"])
def test_where_words_leave_open_out_of_whom_either_fits(share: str, ryv_2020: Chapter) -> None:
    ((kind, _),) = told(f"{share} of BAME staff work in clinical bands 5 to 7.", ryv_2020)
    assert kind == "agrees"


@pytest.mark.parametrize(
    "text",
    [
        "4.1% of all BME staff work in clinical Band 4.",
        "4.1% of BME staff work in clinical Band 4.",
        "4.1% of all BME staff work in non-clinical Band 5.",
        "33% of all our BME staff work in Band 5.",
        "33% of BME staff work in clinical Bands 5 to 7.",
    ],
)
def test_what_withheld_counts_would_make_is_not_contradicted(text: str, data) -> None:
    ((kind, _),) = told(text, load_chapter(data, "ZZ1", 2024, "public"))
    assert kind == "not found"


@pytest.mark.parametrize(("share", "kind"), [("6.3%", "agrees"), ("8.5%", "not found")])
def test_a_band_of_one_staff_group_needs_no_name_of_it(share, kind, ryv_2020: Chapter) -> None:
    # 18 of the 284 are consultants, all of them clinical; of the 212 they are 8.5%.
    ((found, _),) = told(f"Consultants are {share} of all BAME staff.", ryv_2020)
    assert found == kind
