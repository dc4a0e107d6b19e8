"""What the claims check and the memory of accepted figures say, as notes for the margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from wres.accepting import Stale
from wres.chapters.cells import INLINE_VALUE, cell_place
from wres.chapters.own import OwnChapter
from wres.chapters.reading import Chapter
from wres.claims import CONTRADICTIONS, STRICT, Finding, Passage, check_passages
from wres.claims.passages import passages_of_actions, passages_of_notebook
from wres.preview.notes import Note, Weight
from wres.preview.wanted import Wanted
from wres.writing import Written, filled, reread

__all__ = ["Margin", "notes_of"]

PLAN: Final = "action_plan.csv"
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


class Margin:
    """What is said beside a trust's own text; what stands as it was is not checked anew."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._chapter: Chapter | None = None
        self._known: dict[Passage, list[Finding]] = {}

    def notes(
        self, own: Sequence[OwnChapter], staged: Path, chapter: Chapter, public: Chapter
    ) -> list[Note]:
        """Return the notes on all of a trust's own text, in its order.

        Parameters
        ----------
        own : sequence of OwnChapter
        staged : Path
            Folder with the executed chapters.
        chapter : Chapter
            Results that the page shows.
        public : Chapter
            Public results, which text is accepted against.
        """
        written = filled(own, chapter)
        plan = self._wanted.folder.path / PLAN
        actions = passages_of_actions(plan) if plan.is_file() else []
        found = self._checked([*_passages(own, staged), *actions], chapter)
        accepted = written if public is chapter else filled(own, public)
        stale = reread(self._wanted.folder, accepted, public).stale()
        return [*notes_of(written, found, stale), *_on_plan(found)]

    def _checked(self, passages: Sequence[Passage], chapter: Chapter) -> list[Finding]:
        if chapter is not self._chapter:
            self._chapter, self._known = chapter, {}
        new = [one for one in passages if one not in self._known]
        known = {one: self._known.get(one, []) for one in passages}
        for finding in check_passages(new, chapter) if new else []:
            known[finding.passage].append(finding)
        self._known = known
        return [finding for one in passages for finding in known[one]]


def _passages(own: Sequence[OwnChapter], staged: Path) -> Iterator[Passage]:
    for one in own:
        yield from passages_of_notebook(staged / "notebooks" / f"{one.name}.ipynb")


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
        _sentence(finding.message),
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
                f"{PLAN}, {one.passage.cell}",
                "",
                one.words,
                _sentence(one.message),
                one.offer or "",
            )


def _is_worth(finding: Finding) -> bool:
    """Leave out what agrees, unless it can be typed so that it always will."""
    return finding.kind != "agrees" or bool(finding.offer)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


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
