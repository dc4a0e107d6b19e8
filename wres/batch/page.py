"""Two pages of HTML about all reports of a year.

`index.html` stands with the reports and may be published with them: it lists those that are there.
The page of the run stands on the internal part of the shelf: it tells what became of each report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import yaml

from wres.batch.units import FAILED, Outcome
from wres.labels import capitalise
from wres.render import DOCUMENTS
from wres.report import Report
from wres.shelf import place_of, write_whole

__all__ = ["write_page"]

_FORMATS = {"html": "web page", "pdf": "PDF", "docx": "Word", "xlsx": "spreadsheet"}
_FICTIONAL = "FICTIONAL: these are not figures of real organisations"


def write_page(wanted: Report, outcomes: Sequence[Outcome], told: str) -> None:
    """Write both pages, each in whole or not at all; `told` is the outcome in a line."""
    facts = {one.organisation: _facts(wanted, one.organisation) for one in outcomes}
    internal = wanted.shelf / "internal" / str(wanted.year)
    rows = [_run_row(one, facts[one.organisation]) for one in outcomes]
    head = ("Trust", "Outcome", "Seconds", "Warnings", "What was told")
    page = _page(wanted, facts, head, rows, f"{capitalise(told)}.", "Run of ")
    write_whole(internal / f"all.{wanted.profile}.html", page)
    shelf = place_of(wanted.shelf, "any", wanted.year, wanted.profile).parent
    links = [row for one in outcomes if (row := _report_row(shelf, one, facts[one.organisation]))]
    if links:
        told = f"Reports of {len(links)} {'trust' if len(links) == 1 else 'trusts'}."
        write_whole(shelf / "index.html", _page(wanted, facts, ("Trust", "Report"), links, told))


def _facts(wanted: Report, organisation: str) -> dict[str, Any]:
    try:
        text = (wanted.data / organisation / "trust.yml").read_text(encoding="utf-8")
        facts = yaml.safe_load(text)
    except (OSError, ValueError, yaml.YAMLError):
        facts = None
    return facts if isinstance(facts, dict) else {}


def _run_row(outcome: Outcome, facts: dict[str, Any]) -> Iterator[str]:
    told = "".join(f"<li>{escape(line)}</li>" for line in outcome.lines)
    yield _name(outcome, facts)
    yield f"<strong>{outcome.status}</strong>" if outcome.status == FAILED else outcome.status
    yield f"{outcome.seconds:.1f}"
    yield str(outcome.warnings)
    yield f"<ul>{told}</ul>" if told else "nothing"


def _report_row(shelf: Path, outcome: Outcome, facts: dict[str, Any]) -> list[str]:
    """Link what stands on the shelf: of a report that failed, the last good one if there is any."""
    links = [
        f'<a href="{outcome.organisation}/{file}">{_FORMATS[form]}'
        f'<span class="unseen"> of {escape(str(facts.get("name", "")))}</span></a>'
        for form, file in DOCUMENTS.items()
        if (shelf / outcome.organisation / file).is_file()
    ]
    return [_name(outcome, facts), ", ".join(links)] if links else []


def _name(outcome: Outcome, facts: dict[str, Any]) -> str:
    fictional = ", fictional" if facts.get("fictional") else ""
    return f"{escape(str(facts.get('name', '')))} ({escape(outcome.organisation)}{fictional})"


def _page(
    wanted: Report,
    facts: dict[str, dict[str, Any]],
    head: Sequence[str],
    rows: Sequence[Sequence[str] | Iterator[str]],
    summary: str,
    kind: str = "",
) -> str:
    style = (wanted.project / "assets" / "report.css").read_text(encoding="utf-8")
    title = f"{kind}Workforce Race Equality Standard reports {wanted.year}"
    marks = [_FICTIONAL] if all(one.get("fictional") for one in facts.values()) else []
    marks += ["INTERNAL: not for publication"] if kind or wanted.profile == "internal" else []
    marking = f'<p class="marking">{". ".join(marks)}</p>' if marks else ""
    heading = "".join(f'<th scope="col">{one}</th>' for one in head)
    body = "".join(_row(list(row)) for row in rows)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{title}</title>
<style>
{style}
.unseen {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header class="masthead">{marking}<h1>{title}</h1></header>
<main id="main" tabindex="-1">
<p>{summary}</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="Reports">
<table><thead><tr>{heading}</tr></thead>
<tbody>{body}</tbody></table>
</div>
</main>
</body>
</html>
"""


def _row(cells: Sequence[str]) -> str:
    first, *others = cells
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{one}</td>" for one in others)}</tr>\n'
