"""Findings on a terminal, in a pipe, and as csv."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table

from wres.audit.claim import Claim
from wres.audit.findings import CLASSES, UNCHECKABLE, AuditFinding
from wres.audit.trust import DOUBT

__all__ = ["COLUMNS", "counted", "print_findings", "print_sample", "write_csv"]

COLUMNS = (
    "class", "mistake", "place", "published", "recomputed", "formula", "message", "text",
    "confirmed",
)  # fmt: skip
_SAMPLE = 8


def counted(findings: Sequence[AuditFinding]) -> str:
    """Say how many findings of each class there are.

    Examples
    --------
    >>> counted([])
    '0 contradictions, 0 of rounding, 0 of wording, 0 uncheckable'
    """
    counts = Counter(one.kind for one in findings)
    plural = "contradiction" if counts[CLASSES[0]] == 1 else "contradictions"
    return (
        f"{counts[CLASSES[0]]} {plural}, {counts[CLASSES[1]]} of rounding, "
        f"{counts[CLASSES[2]]} of wording, {counts[CLASSES[3]]} uncheckable"
    )


def print_findings(findings: Sequence[AuditFinding], stream: TextIO, *, everything: bool) -> None:
    """Print findings as a table; without `everything`, what can't be checked is only counted."""
    shown = [one for one in findings if everything or one.kind != UNCHECKABLE]
    console = Console(file=stream, markup=False)
    if not console.is_terminal:
        console = Console(file=stream, markup=False, width=220)
    if shown:
        table = Table()
        for heading in ("Class", "Place", "Published", "Recomputed", "What is wrong"):
            table.add_column(heading)
        for one in shown:
            message = f"{one.message} [{one.formula}]" if one.formula else one.message
            unsure = "" if one.confirmed else " (reading not confirmed)"
            table.add_row(
                f"{one.kind}: {one.mistake}{unsure}", one.spot.place, one.published or "–",
                one.recomputed or "–", message,
            )  # fmt: skip
        console.print(table)
    console.print(counted(findings))
    hidden = [one for one in findings if one.kind == UNCHECKABLE] if not everything else []
    if hidden:
        doubtful = sum(DOUBT in one.message for one in hidden)
        more = f" {doubtful} of them rest on tables read with doubt." if doubtful else ""
        console.print(f"--all shows the {len(hidden)} that can't be checked.{more}")


def write_csv(findings: Sequence[AuditFinding], stream: TextIO) -> None:
    """Write findings as csv."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in findings:
        writer.writerow((
            one.kind, one.mistake, one.spot.place, one.published, one.recomputed, one.formula,
            one.message, one.text, "yes" if one.confirmed else "no",
        ))  # fmt: skip


def print_sample(claims: Sequence[Claim], stream: TextIO) -> None:
    """Print the first few candidates, so that their reading can be judged."""
    for claim in claims[:_SAMPLE]:
        what = " ".join(
            part
            for part in (claim.indicator, claim.measure, claim.breakdown, claim.group)
            if part and part != "all"
        )
        stream.write(f"  {claim.place}: {claim.value or claim.comparator_value} = {what}\n")
    if len(claims) > _SAMPLE:
        stream.write(f"  ... and {len(claims) - _SAMPLE} more\n")
