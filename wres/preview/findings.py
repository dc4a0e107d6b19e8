"""What the claims check and the memory of accepted figures say, as notes for the margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from wres.accepting import Stale
from wres.chapters.cells import INLINE_VALUE, cell_place
from wres.chapters.own import OwnChapter
from wres.chapters.reading import Chapter
from wres.claims import CONTRADICTIONS, STRICT, Finding
from wres.labels import capitalise
from wres.preview.notes import Note, Weight
from wres.sources.folders import YearFolder
from wres.writing import Written, as_run, beside_accepted, filled
from wres.writing.claims import claim_findings

__all__ = ["notes_of", "notes_on"]

_KINDS: Final = {
    "contradicted": "Contradicted by the figures",
    "wrong unit": "Wrong unit",
    "wrong direction": "Wrong direction",
    "wrong comparator": "Wrong comparator",
    "wrong year": "Figure of another year",
    "turned round": "Share turned round",
    "too few": "Too few cases to say so",
    "not found": "Not found among the figures",
    "unverifiable": "Can't be checked",
    "agrees": "Agrees with the figures",
}
_REREAD: Final = "To be read again"


def notes_on(
    folder: YearFolder, own: Sequence[OwnChapter], staged: Path, chapter: Chapter, public: Chapter
) -> list[Note]:
    """Return the notes on all of a trust's own text and its action plan, in their order.

    Parameters
    ----------
    folder : YearFolder
    own : sequence of OwnChapter
    staged : Path
        Folder with the executed chapters.
    chapter : Chapter
        Results that the page shows.
    public : Chapter
        Public results, which text is accepted against.

    Raises
    ------
    InputError
        The action plan, or the memory of what was accepted, can't be read.
    """
    written = as_run(filled(own, chapter), staged / "notebooks")
    found = claim_findings(folder, written, chapter)
    accepted = written if public is chapter else filled(own, public)
    look = beside_accepted(folder, found, accepted, public)
    return [*notes_of(written, found, look.stale()), *_on_plan(found)]


def notes_of(
    written: Iterable[Written], findings: Iterable[Finding], stale: Iterable[Stale]
) -> list[Note]:
    """Return the notes on a trust's own text, in its order.

    Parameters
    ----------
    written : iterable of Written
        The text cells with their inline values.
    findings : iterable of Finding
        Of passages whose `chapter` and `cell` are those of the cells.
    stale : iterable of Stale
        Cells that must be read again.
    """
    moved = {one.cell.key: one for one in stale}
    found: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        found.setdefault((one.passage.chapter or "", one.passage.cell), []).append(one)
    notes = []
    for cell in written:
        key = (cell.chapter.name, str(cell.cell.id))
        notes += [_reread(cell, moved[key])] if key in moved else []
        notes += [_found(cell, one) for one in found.get(key, []) if _is_worth(one)]
    return notes


def _reread(written: Written, stale: Stale) -> Note:
    why = [] if stale.since is None else [f"It is the text of {stale.since}."]
    if stale.moved:
        why.append(f"Since it was accepted these figures have moved: {'; '.join(stale.moved)}.")
    why.append(
        "Change it, or if it still holds accept it: wres accept, with "
        f"--chapter {stale.cell.chapter} --cell {stale.cell.id}."
    )
    return _note(written, _REREAD, "doubt", "", "", " ".join(why))


def _found(written: Written, finding: Finding) -> Note:
    text, values = finding.passage.text, dict(finding.passage.values)
    return _note(
        written,
        _KINDS[finding.kind],
        _weight(finding.kind),
        _filled(text[: finding.start], values),
        _filled(text[finding.start : finding.end], values),
        capitalise(finding.message),
        finding.offer or "",
    )


def _on_plan(findings: Iterable[Finding]) -> Iterator[Note]:
    """Note what is said of an action plan, which stands in no chapter."""
    for one in findings:
        if one.passage.chapter is None and _is_worth(one):
            yield Note(
                _KINDS[one.kind],
                _weight(one.kind),
                "",
                "",
                f"{one.passage.file.rpartition('/')[2]}, {one.passage.cell}",
                "",
                one.words,
                capitalise(one.message),
                one.offer or "",
            )


def _is_worth(finding: Finding) -> bool:
    """Leave out what agrees, unless it can be typed so that it always will."""
    return finding.kind != "agrees" or bool(finding.offer)


def _note(
    written: Written,
    kind: str,
    weight: Weight,
    before: str,
    words: str,
    message: str,
    offer: str = "",
) -> Note:
    chapter, cell = written.chapter.name, str(written.cell.id)
    place = f"{written.chapter.file.path.name}, cell {cell_place(written.cell)}"
    return Note(kind, weight, chapter, cell, place, before, words, message, offer)


def _weight(kind: str) -> Weight:
    if kind in CONTRADICTIONS:
        return "wrong"
    return "doubt" if kind in STRICT else "hint"


def _filled(text: str, values: Mapping[str, str]) -> str:
    return INLINE_VALUE.sub(lambda value: values.get(value[1], ""), text)
