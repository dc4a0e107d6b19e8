"""Two pages of HTML about all reports of a year.

`index.html` stands with the reports and may be published with them: it lists those that are there.
The page of the run stands on the internal part of the shelf: it tells what became of each report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from wres.batch.units import FAILED, Outcome
from wres.batch.whose import facts_of, marking_of, name_of
from wres.labels import capitalise
from wres.render import DOCUMENTS
from wres.report import Report
from wres.shelf import place_of, write_whole

__all__ = ["write_page"]

_FORMATS = {"html": "web page", "pdf": "PDF", "docx": "Word", "xlsx": "spreadsheet"}


def write_page(
    wanted: Report, outcomes: Sequence[Outcome], told: str, run: Mapping[str, str]
) -> None:
    """Write both pages, each in whole or not at all.

    Parameters
    ----------
    wanted : Report
    outcomes : sequence of Outcome
    told : str
        What came of the run, in a line.
    run : mapping of str to str
        What an auditor asks of it: when, by what, of what.
    """
    facts = {one.organisation: facts_of(wanted, one.organisation) for one in outcomes}
    internal = wanted.shelf / "internal" / str(wanted.year)
    rows = [_run_row(one, facts[one.organisation]) for one in outcomes]
    head = ("Trust", "Outcome", "Seconds", "Warnings", "What was told")
    asked = "".join(f"<dt>{escape(key)}</dt><dd>{escape(run[key])}</dd>" for key in run)
    summary = f"<p>{capitalise(escape(told))}.</p>\n<dl>{asked}</dl>"
    page = _page(wanted, facts, head, rows, summary, "Run of ")
    write_whole(internal / f"all.{wanted.profile}.html", page)
    shelf = place_of(wanted.shelf, "any", wanted.year, wanted.profile).parent
    links = {
        one.organisation: row
        for one in outcomes
        if (row := _report_row(shelf, one, facts[one.organisation]))
    }
    if links:
        told = f"<p>Reports of {len(links)} {'trust' if len(links) == 1 else 'trusts'}.</p>"
        standing = {one: facts[one] for one in links}
        page = _page(wanted, standing, ("Trust", "Report"), list(links.values()), told)
        write_whole(shelf / "index.html", page)


def _run_row(outcome: Outcome, facts: dict[str, Any]) -> Iterator[str]:
    told = "".join(f"<li>{escape(line)}</li>" for line in outcome.lines)
    yield name_of(outcome, facts)
    yield f"<strong>{outcome.status}</strong>" if outcome.status == FAILED else outcome.status
    yield f"{outcome.seconds:.1f}"
    yield str(outcome.warnings)
    yield f"<ul>{told}</ul>" if told else "nothing"


def _report_row(shelf: Path, outcome: Outcome, facts: dict[str, Any]) -> list[str]:
    """Link what stands on the shelf: of a report that failed, the last good one if there is any."""
    links = [
        f'<a href="{outcome.organisation}/{file}">{_FORMATS[form]}'
        f'<span class="unseen"> of {escape(str(facts["name"]))}</span></a>'
        for form, file in DOCUMENTS.items()
        if (shelf / outcome.organisation / file).is_file()
    ]
    return [name_of(outcome, facts), ", ".join(links)] if links else []


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
    marks = marking_of(facts)
    marks += ["INTERNAL: not for publication"] if kind or wanted.profile == "internal" else []
    marking = f'<p class="marking">{". ".join(marks)}</p>' if marks else ""
    heading = "".join(f'<th scope="col" role="columnheader">{one}</th>' for one in head)
    body = "".join(_row(head, list(row)) for row in rows)
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
dl {{ display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 1rem }}
dt {{ margin: 0 }}
dd {{ margin: 0; overflow-wrap: anywhere }}
tbody th {{ min-width: 14rem }}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header class="masthead">{marking}<h1>{title}</h1></header>
<main id="main" tabindex="-1">
{summary}
<table class="cards" role="table" aria-label="Reports">
<thead role="rowgroup"><tr role="row">{heading}</tr></thead>
<tbody role="rowgroup">{body}</tbody></table>
</main>
</body>
</html>
"""


def _row(head: Sequence[str], cells: Sequence[str]) -> str:
    """Write a row; on a phone each cell stands under its heading, and roles keep it a table."""
    first, *others = cells
    row = "".join(
        f'<td role="cell" data-heading="{heading}">{cell}</td>'
        for heading, cell in zip(head[1:], others, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{row}</tr>\n'
