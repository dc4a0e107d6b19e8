"""The adversary still understands what reports say: its patterns are held against their sentences.

A sentence that is worded anew would be passed over in silence, and with it what it gives away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from tests.attack.attacking import generated, trust_folder
from tests.attack.band_sums import last_years, listed_bands
from tests.attack.results_csv import confidences, rows_of
from tests.attack.sentences import read_text
from tests.attack.tables import Reader
from wres.loading import load_chapter
from wres.narrative import Narrative
from wres.results import write_results

# What stands before a sentence about change where it does not name the indicator itself.
HEADED = {
    "2": "Appointment from shortlisting. ",
    "3": "Formal disciplinary process. ",
    "4": "Non-mandatory training. ",
    "5": "Harassment from patients or the public. ",
    "6": "Harassment from staff. ",
    "7": "Equal opportunities. ",
    "8": "Discrimination at work. ",
    "9": "",
}
# Trusts with events by band and adjusted intervals, and with a senior band below its goal.
SEED, BELOW_GOAL = 9, 17


@cache
def _reading(seed: int) -> tuple[Narrative, Reader]:
    """Make the internal results of a trust, of which nothing is withheld, and what reads them."""
    code, years, beside = generated(seed)
    beside = replace(beside, settings=beside.settings | {"model_employer": {"target_year": 2028}})
    with trust_folder(code, years, beside) as data:
        chapter = load_chapter(data, code, 2021, "internal")
        write_results(chapter.results, data / "results.csv")
        rows = rows_of(data / "results.csv")
    reader = Reader(2021, "BME", confidences(rows), listed_bands(rows), last_years(rows))
    return Narrative(chapter), reader


def _kinds(sentences: Iterator[str], reader: Reader) -> set[str]:
    return {one.kind for words in sentences for one in read_text(words, "by hand", reader)}


@pytest.mark.parametrize(
    ("method", "numbers", "kinds"),
    [
        ("in_people", "234", {"excess"}),
        ("within_bands", "234", {"pooled", "pooled lower", "pooled upper"}),
        ("finding", "234", {"ratio", "koopman lower", "koopman upper", "count"}),
        ("change", "234", {"ratio", "moved ratio lower", "moved ratio upper"}),
        ("finding", "5678", {"count", "gap lower", "gap upper"}),
        ("change", "5678", {"count", "moved percentage lower", "moved percentage upper"}),
        ("unknown", "234", {"ratio", "count"}),
        ("finding", "9", {"share", "count", "gap"}),
    ],
)
def test_what_is_said_of_an_indicator_is_read(method: str, numbers: str, kinds: set[str]) -> None:
    say, reader = _reading(SEED)
    told = (f"{HEADED[one]}{getattr(say, method)(int(one))}" for one in numbers)
    assert kinds <= _kinds(told, reader)


@pytest.mark.parametrize(
    ("method", "kinds"),
    [
        ("workforce", {"share", "count"}),
        ("workforce_change", {"share", "change of share"}),
        ("bands", {"share", "count"}),
        ("model_employer", {"parity", "count", "way"}),
    ],
)
def test_what_is_said_of_staff_is_read(method: str, kinds: set[str]) -> None:
    say, reader = _reading(BELOW_GOAL)
    assert kinds <= _kinds(iter([getattr(say, method)()]), reader)
