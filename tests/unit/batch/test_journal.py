"""The log of runs of all reports."""

import json

import pytest

from wres.batch.journal import Journal
from wres.errors import UsageError

ASKED = {"year": 2024, "formats": ["html"]}
VERSIONS = {"versions": {"wres": "1.0"}}


def events(journal):
    return [json.loads(line)["event"] for line in journal.path.read_text().splitlines()]


def test_log_keeps_the_runs_before(tmp_path):
    journal = Journal(tmp_path / "internal" / "all.jsonl")
    for _ in range(2):
        journal.begin(ASKED, VERSIONS, resume=False)
        journal.write("report", {"organisation": "ZZ1"})
        journal.write("ended", {"failed": 0})
    assert events(journal) == ["begun", "report", "ended"] * 2


def test_resumed_run_is_the_last_one(tmp_path):
    journal = Journal(tmp_path / "all.jsonl")
    journal.begin({"year": 2023, "formats": ["pdf"]}, VERSIONS, resume=False)
    journal.write("ended", {"failed": 0})
    journal.begin(ASKED, VERSIONS, resume=False)
    journal.begin(ASKED, VERSIONS, resume=True)
    assert events(journal)[-2:] == ["begun", "resumed"]
    with pytest.raises(UsageError, match="year 2024, now 2023"):
        journal.begin({"year": 2023, "formats": ["pdf"]}, VERSIONS, resume=True)


def test_run_is_told_with_the_versions_that_made_it_and_may_be_resumed_by_others(tmp_path):
    journal = Journal(tmp_path / "all.jsonl")
    journal.begin(ASKED, VERSIONS, resume=False)
    journal.begin(ASKED, {"versions": {"wres": "1.1"}}, resume=True)
    lines = [json.loads(line) for line in journal.path.read_text().splitlines()]
    assert [line["versions"]["wres"] for line in lines] == ["1.0", "1.1"]


def test_run_has_finished_if_it_ended_without_a_failure_and_was_asked_for_the_same(tmp_path):
    journal = Journal(tmp_path / "all.jsonl")
    assert journal.finished(ASKED) is None
    journal.begin(ASKED, VERSIONS, resume=False)
    assert journal.finished(ASKED) is None
    journal.write("ended", {"failed": 1})
    assert journal.finished(ASKED) is None
    journal.write("ended", {"failed": 0})
    ended = json.loads(journal.path.read_text().splitlines()[-1])
    assert journal.finished(ASKED) == ended["at"]
    assert journal.finished({**ASKED, "year": 2023}) is None
