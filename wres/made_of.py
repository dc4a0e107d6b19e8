"""All that one report depends on, found without reading any of it as figures."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from wres.chapters.choosing import choose_chapter_engine
from wres.render.choosing import choose_engine, find_quarto
from wres.stamps import files_in, library_digest, project_digest

if TYPE_CHECKING:
    from wres.report import Report

__all__ = ["made_of", "reread_memory"]

_YEAR = re.compile(r"[0-9]{4}")


def made_of(report: Report) -> dict[str, str]:
    """Give the SHA-256 of every file that a report depends on, and its settings, by name.

    What lies in the folders of later years is no part of it. That a file is only looked for counts
    as well: one that appears is a change.

    Parameters
    ----------
    report : Report

    Returns
    -------
    dict of str to str
        Without what can't be read: whoever reads it in earnest tells why.
    """
    found: dict[str, str] = {}
    for folder, name in _places(report):
        found |= files_in(folder, name)
    code = {"library": library_digest(), "project": project_digest(report.project)}
    return found | _settings(report) | code


def reread_memory(report: Report, found: dict[str, str]) -> dict[str, str]:
    """Look again at what text was accepted against, which a render itself may have renewed."""
    from wres.accepting import MEMORY  # noqa: PLC0415 - not where a report is unchanged

    name = f"{report.organisation}/{report.year}/notebooks/{MEMORY}"
    others = {key: digest for key, digest in found.items() if key != name}
    path = report.folder.path / "notebooks" / MEMORY
    return others | files_in(path, name)


def _places(report: Report) -> Iterator[tuple[Path, str]]:
    """Yield each folder or file that is read, and what it is called in a stamp."""
    trust = report.data / report.organisation
    for entry in sorted(trust.iterdir()) if trust.is_dir() else ():
        later = _YEAR.fullmatch(entry.name) and int(entry.name) > report.year
        if entry.name[0] != "." and not later:
            yield entry, f"{report.organisation}/{entry.name}"
    yield report.data / "benchmarks", "benchmarks"
    if report.extracts is not None:
        from wres.extracts import has_own_place  # noqa: PLC0415 - slow to load

        own = report.extracts / report.organisation
        placed = has_own_place(report.extracts, report.organisation, report.year)
        yield (own if placed else report.extracts), "extracts"
    if report.peers is not None:
        for results in sorted(report.peers.glob("*/results.csv")):
            if results.parent.name != report.organisation:
                yield results, f"peers/{results.parent.name}"
    if report.paper is not None:
        yield report.paper.parent, "paper"  # with the Word document that it names


def _settings(report: Report) -> dict[str, str]:
    engine = choose_engine(report.engine)
    return {
        "profile": report.profile,
        "formats": " ".join(report.formats),
        "strict": str(report.strict),
        "paper": str(report.paper),
        "engine": f"{engine} {_quarto_version()}" if engine == "quarto" else engine,
        "chapters": choose_chapter_engine(report.chapters),
        "predecessors": " ".join(_predecessors(report)),
    }


@cache
def _quarto_version() -> str:
    said = subprocess.run([str(find_quarto()), "--version"], capture_output=True, check=False)
    return said.stdout.decode(errors="replace").strip()


def _predecessors(report: Report) -> Iterator[str]:
    """Name the years for which predecessors have folders, which no year before is compared with."""
    try:
        facts = yaml.safe_load((report.data / report.organisation / "trust.yml").read_bytes())
        codes = facts.get("predecessors") or []
    except (OSError, yaml.YAMLError, AttributeError):
        return
    for code in codes if isinstance(codes, list) else ():
        folder = report.data / str(code)
        for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
            if _YEAR.fullmatch(entry.name):
                yield f"{code}/{entry.name}"
