"""The log of runs of all reports."""

import json

import pytest

from wres.batch.journal import Journal
from wres.errors import UsageError

ASKED = {"year": 2024, "formats": ["html"]}


def events(journal):
    return [json.loads(line)["event"] for line in journal.path.read_text().splitlines()]


def test_log_keeps_the_runs_before(tmp_path):
    journal = Journal(tmp_path / "internal" / "all.jsonl")
    for _ in range(2):
        journal.begin(ASKED, resume=False)
        journal.write("report", {"organisation": "ZZ1"})
        journal.write("ended", {"failed": 0})
    assert events(journal) == ["begun", "report", "ended"] * 2


def test_resumed_run_is_the_last_one(tmp_path):
    journal = Journal(tmp_path / "all.jsonl")
    journal.begin({"year": 2023, "formats": ["pdf"]}, resume=False)
    journal.write("ended", {"failed": 0})
    journal.begin(ASKED, resume=False)
    journal.begin(ASKED, resume=True)
    assert events(journal)[-2:] == ["begun", "resumed"]
    with pytest.raises(UsageError, match="year 2024, now 2023"):
        journal.begin({"year": 2023, "formats": ["pdf"]}, resume=True)
