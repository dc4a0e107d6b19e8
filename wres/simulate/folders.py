"""Laying out a fictional trust as the data folder has it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from wres.simulate import sheets
from wres.simulate.papers import paper_of
from wres.simulate.plans import Undertaken, plan_bytes
from wres.simulate.systems import Systems, load_wording
from wres.simulate.trusts import SimulatedTrust
from wres.simulate.writing import write_sheet
from wres.simulate.years import SimulatedYear

__all__ = ["write_paper", "write_trust", "write_year"]

_SOURCES = {
    "workforce": "a staff record",
    "recruitment": "a recruitment system",
    "disciplinary": "a list of cases",
    "training": "a learning system",
    "staff_survey": "a survey's tables",
    "board": "a register of the board",
}


# Groups of bands that trusts often print, those of the disability standard.
_BAND_GROUPS = ("under 1-4", "5-7", "8a-8b", "8c-9 and VSM")


def write_trust(folder: Path, trust: SimulatedTrust, first: int) -> Path:
    """Write `trust.yml`."""
    facts: dict[str, object] = {
        "ods_code": trust.ods_code,
        "name": trust.name,
        "region": trust.region,
        "type": trust.type,
        "term": "BME",
        "already_published": False,
        "fictional": True,
        "source": f"{load_wording().note} (seed {trust.seed})",
        "settings": _settings(Systems(trust), first),
    }
    return _write_facts(folder / "trust.yml", facts)


def write_year(folder: Path, now: SimulatedYear) -> list[Path]:
    """Write `sources.yml` and the extracts of one year."""
    extracts = folder / str(now.year) / "extracts"
    extracts.mkdir(parents=True)
    systems = Systems(now.trust)
    sources = {
        f"{table}.csv": {"source": f"Fictional extract of {system}, made up by wres simulate"}
        for table, system in _SOURCES.items()
    }
    paths = [_write_facts(folder / str(now.year) / "sources.yml", sources)]
    for sheet in (
        sheets.workforce_sheet(systems, now.staff),
        sheets.recruitment_sheet(systems, now.applications),
        sheets.disciplinary_sheet(systems, now.cases),
        sheets.training_sheet(systems, now.courses),
        sheets.board_sheet(systems, now.board),
    ):
        paths.append(write_sheet(extracts, sheet, systems))
    return [*paths, *_write_surveys(extracts, systems, now)]


def write_paper(folder: Path, now: SimulatedYear, plan: Sequence[Undertaken]) -> list[Path]:
    """Write the action plan and `board_paper.yml` of one year."""
    place = folder / str(now.year)
    path = place / "action_plan.csv"
    path.write_bytes(plan_bytes(plan))
    return [path, _write_facts(place / "board_paper.yml", paper_of(now.trust, now.year))]


def _write_surveys(extracts: Path, systems: Systems, now: SimulatedYear) -> list[Path]:
    """Write one file an edition; they are told apart by its year where there are two."""
    several = len(now.surveys) > 1
    return [
        write_sheet(
            extracts,
            sheets.survey_sheet(table),
            systems,
            f"staff_survey_{table['edition'].iloc[0]}" if several else None,
        )
        for table in now.surveys
    ]


def _settings(systems: Systems, first: int) -> dict[str, object]:
    wording = load_wording()
    extracts: dict[str, object] = {
        "grades": systems.local_grades(),
        "dates": systems.date_order,
        "recruitment": "cohort",
    }
    if systems.local_statuses():
        extracts["counted"] = systems.local_statuses()
    if systems.own_words:
        extracts["headings"] = wording.own_headings
        extracts["ethnicity"] = {wording.own_ethnicity.word: wording.own_ethnicity.code}
    return {
        "extracts": extracts,
        "disciplinary_window": {first: systems.window},
        "band_groups": list(_BAND_GROUPS),
    }


def _write_facts(path: Path, facts: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=96)
    path.write_bytes(f"# {load_wording().note}\n{text}".encode())
    return path
