"""What is said of a run."""

from datetime import UTC, datetime

import pytest

from wres.batch.summary import for_readers, summary
from wres.batch.units import Outcome


def outcome(code, status, warnings=0):
    return Outcome(code, 2024, status, "", warnings=warnings)


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        ([outcome("ZZ1", "done")], "1 of 1 reports done"),
        ([outcome("ZZ1", "done", 1)], "1 of 1 reports done, 1 warning"),
        (
            [outcome("ZZ1", "unchanged"), outcome("ZZ2", "done", 2), outcome("ZZ3", "failed")],
            "2 of 3 reports done, 1 of them unchanged, 2 warnings; failed: ZZ3",
        ),
    ],
)
def test_summary_counts(outcomes, told):
    assert summary(outcomes) == told


def test_readers_are_told_when_and_by_what():
    begun = datetime(2026, 11, 3, 2, 5, 9, tzinfo=UTC)
    asked = {"formats": ["html", "pdf"], "profile": "public", "data": "data"}
    made_by = {"versions": {"wres": "0.1.0", "python": "3.11.7"}, "code_sha256": "ab" * 32}
    told = for_readers(begun, asked, made_by)
    assert told["Begun"] == "3 November 2026 at 02:05:09 (UTC+0000)"
    assert told["Made by"] == "wres 0.1.0 (code abababababab) with Python 3.11.7"
    assert told["Formats"] == "html, pdf"
