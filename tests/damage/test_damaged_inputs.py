"""Each damaged input ends with one clear located message, and leaves everything as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.damage.counts_at_fault import COUNTS
from tests.damage.crosstabs_at_fault import CROSSTABS
from tests.damage.damages import Damage
from tests.damage.files_at_fault import FILES
from tests.damage.healthy import IDENTIFIER, ODS, YEAR, Trust
from tests.damage.rows_at_fault import ROWS

DAMAGES = (*FILES, *ROWS, *CROSSTABS, *COUNTS)
# One of each sort is tried with the other commands too: they read by the same road.
ELSEWHERE = ("workbook_locked_by_a_password", "person_in_two_ethnic_groups", "negative_count")

Run = Callable[..., tuple[int, str, str]]


def by_name(damage: Damage) -> str:
    return damage.name


def errors_in(text: str) -> list[str]:
    return [line.removeprefix("error: ") for line in text.splitlines() if line.startswith("error:")]


def expect_located(errors: list[str], damage: Damage) -> None:
    """Require the expected problems: their number, their place and their words."""
    assert len(errors) == (damage.problems or max(1, len(errors)))
    place = errors[0].removeprefix(f"data/{ODS}/").removeprefix(f"{YEAR}/")
    assert place.removeprefix("extracts/").startswith(damage.place)
    for word in damage.words:
        assert any(word in error for error in errors)


def test_healthy_trust_has_nothing_to_complain_of(trust: Trust, run: Run) -> None:
    code, out, err = run("check", ODS, str(YEAR), "--strict")
    assert (code, err) == (0, "")
    assert "0 errors, 0 warnings" in out


@pytest.mark.parametrize("damage", DAMAGES, ids=by_name)
def test_damage_gives_one_located_message_and_changes_nothing(
    damage: Damage, trust: Trust, run: Run
) -> None:
    damage.change(trust)
    before = trust.files()
    code, out, err = run("check", ODS, str(YEAR))
    assert code == 3
    expect_located(errors_in(out), damage)
    assert "Traceback" not in out + err
    assert not IDENTIFIER.search(out + err)
    assert "\x1b" not in out + err
    assert trust.files() == before


@pytest.mark.parametrize("verb", ["render", "return", "indicators"])
@pytest.mark.parametrize("name", ELSEWHERE)
def test_other_commands_stop_at_the_same_place_and_leave_the_shelf(
    verb: str, name: str, trust: Trust, run: Run
) -> None:
    (damage,) = [one for one in DAMAGES if one.name == name]
    damage.change(trust)
    before = trust.files()
    profile = () if verb == "return" else ("--profile", "internal")
    code, out, err = run(verb, ODS, str(YEAR), *profile)
    assert (code, out) == (3, "")
    expect_located(err.removeprefix("wres: ").splitlines(), damage)
    assert not IDENTIFIER.search(err)
    assert trust.files() == before


@pytest.mark.parametrize("name", ["workbook_of_0_bytes", "date_with_the_month_first"])
def test_process_of_its_own_ends_with_3_and_no_traceback(name: str, trust: Trust) -> None:
    (damage,) = [one for one in DAMAGES if one.name == name]
    damage.change(trust)
    command = [sys.executable, "-m", "wres", "render", ODS, str(YEAR), "--profile", "internal"]
    ended = subprocess.run(command, cwd=trust.root, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (3, "")
    expect_located(ended.stderr.removeprefix("wres: ").splitlines(), damage)


def test_extracts_elsewhere_are_named_as_the_user_gave_them(trust: Trust, run: Run) -> None:
    private = trust.root / "private"
    trust.extracts.rename(private)
    (private / "board.csv").write_text("Member ID\nMX60001\n", encoding="utf-8")
    code, out, _ = run("check", ODS, str(YEAR), "--extracts", "private")
    assert code == 3
    (error,) = errors_in(out)
    assert error.startswith("private/board.csv row 1: has no column for ")
    assert f"run wres check {ODS} {YEAR} --extracts private again" in error


def test_json_tells_the_same_as_text(trust: Trust, run: Run) -> None:
    trust.cell("recruitment", 4, "Shortlisted", "maybe")
    _, text, _ = run("check", ODS, str(YEAR))
    code, out, _ = run("check", ODS, str(YEAR), "--format", "json")
    read = json.loads(out)
    assert (code, read["errors"]) == (3, 1)
    found = read["findings"][0]
    assert (found["kind"], found["row"], found["given"]) == ("error", 4, "maybe")
    assert errors_in(text)[0].startswith(f"{found['file']} row 4, column {found['column']}")


def test_there_are_at_least_seventy_damages_each_of_its_own_name() -> None:
    names = {damage.name for damage in DAMAGES}
    assert len(names) == len(DAMAGES) >= 70
