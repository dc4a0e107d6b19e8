"""Findings as one page of HTML, to send to the report's author."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Final

from wres.audit.coverage import Coverage
from wres.audit.findings import CLASSES, UNCHECKABLE, AuditFinding
from wres.labels import capitalise

__all__ = ["page_of", "write_page"]

_HEADINGS: Final = {
    "contradiction": (
        "Contradictions",
        "The figures that the report prints, or the counts beside them, say otherwise.",
    ),
    "rounding": (
        "Rounding",
        "The figure is right but for its last digit, or was worked out from rounded figures.",
    ),
    "wording": ("Wording", "The words say more, or something else, than the figures can bear."),
    "uncheckable": (
        "What can't be checked",
        "Nothing here is known to be wrong: what would be needed to check it isn't printed.",
    ),
}


def write_page(
    findings: Sequence[AuditFinding],
    path: Path,
    name: str,
    claims: int,
    coverage: Coverage | None = None,
) -> None:
    """Write the page, in whole or not at all."""
    fresh = path.with_name(f".{path.name}.part")
    fresh.write_text(page_of(findings, name, claims, coverage), encoding="utf-8")
    fresh.replace(path)


def page_of(
    findings: Sequence[AuditFinding], name: str, claims: int, coverage: Coverage | None = None
) -> str:
    """Lay findings out as a page: a summary, then each class in the order of the document.

    Parameters
    ----------
    findings : sequence of AuditFinding
    name : str
        Of the report's file.
    claims : int
        How many claims were checked.
    coverage : Coverage, optional
        How much of the report was read.
    """
    style = files("wres.audit").joinpath("page.css").read_text(encoding="utf-8")
    body = [
        _summary(findings, claims),
        _read(coverage),
        *(_section(kind, findings) for kind in CLASSES),
    ]
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit of {escape(name)}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header><h1>Audit of {escape(name)}</h1>
<p>Its figures, recomputed and held against each other</p></header>
<main id="findings" tabindex="-1">
{"".join(body)}</main>
<footer><p>Made by wres audit. It knows what the report prints, the standard’s definitions and a
list of published national figures, and nothing else about the trust.</p></footer>
</body>
</html>
"""


def _summary(findings: Sequence[AuditFinding], claims: int) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_link(kind, findings)}</th>'
        f'<td class="number">{sum(one.kind == kind for one in findings)}</td></tr>\n'
        for kind in CLASSES
    )
    unsure = ""
    if any(not one.confirmed for one in findings):
        unsure = (
            "<p>The claims were read from the report by machine, and not every reading has been "
            "confirmed by a person. Findings that rest on an unconfirmed reading say so.</p>\n"
        )
    return (
        f"<section><h2>Summary</h2>\n<p>{claims:,} figures were read in the report.</p>\n{unsure}"
        f"<table><caption>Findings by class</caption>\n"
        f'<thead><tr><th scope="col">Class</th><th scope="col">Findings</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table></section>\n"
    )


def _read(coverage: Coverage | None) -> str:
    """Say what was read of the report, and what wasn't: no more than that was audited."""
    if coverage is None:
        return ""
    items = "".join(f"<li>{escape(capitalise(line))}</li>\n" for line in coverage.unread)
    unread = f"<p>Not read, and so not audited:</p>\n<ul>\n{items}</ul>\n" if items else ""
    told = f"<h2>What was read</h2>\n<p>{escape(coverage.told)}.</p>\n"
    return f"<section>{told}{unread}</section>\n"


def _link(kind: str, findings: Sequence[AuditFinding]) -> str:
    title = _HEADINGS[kind][0]
    there = any(one.kind == kind for one in findings)
    return f'<a href="#{kind}">{title}</a>' if there else title


def _section(kind: str, findings: Sequence[AuditFinding]) -> str:
    found = [one for one in findings if one.kind == kind]
    if not found:
        return ""
    title, meaning = _HEADINGS[kind]
    items = "".join(_item(one) for one in found)
    listed = f'<ol class="findings">\n{items}</ol>\n'
    if kind == UNCHECKABLE:
        listed = f"<details><summary>Show all {len(found)}</summary>\n{listed}</details>\n"
    heading = f'<h2 id="{kind}">{title}</h2>\n<p>{meaning}</p>\n'
    return f'<section aria-labelledby="{kind}">{heading}{listed}</section>\n'


def _item(one: AuditFinding) -> str:
    facts = [("Printed", one.published), ("Recomputed", one.recomputed), ("Formula", one.formula)]
    listed = "".join(f"<dt>{term}</dt><dd>{escape(text)}</dd>" for term, text in facts if text)
    quote = f"<blockquote>{escape(_cut(one.text))}</blockquote>\n" if one.text else ""
    unsure = "" if one.confirmed else "<p>This rests on a reading that nobody has confirmed.</p>\n"
    title = capitalise(one.mistake)
    return (
        f'<li class="{one.kind}"><h3>{escape(capitalise(one.spot.place))}: '
        f"{escape(title)}</h3>\n<p>{escape(capitalise(one.message))}</p>\n{quote}"
        f"{f'<dl>{listed}</dl>' if listed else ''}\n{unsure}</li>\n"
    )


def _cut(text: str) -> str:
    return text if len(text) <= 400 else f"{text[:400].rsplit(' ', 1)[0]} …"
