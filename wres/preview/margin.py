"""Notes as they stand in the page: beside a paragraph, and all together at its head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from wres.preview.notes import WEIGHTS, Note

__all__ = ["Numbered", "aside", "overview"]

Numbered = tuple[int, Note]


def aside(notes: Sequence[Numbered]) -> str:
    """Write the notes on one paragraph, which are all of one cell."""
    numbers = ", ".join(str(number) for number, _ in notes)
    label = f"Note{'s' if len(notes) > 1 else ''} {numbers} on this paragraph"
    written = "".join(_note(number, note) for number, note in notes)
    return (
        f'<aside class="preview-notes" aria-label="{label}">{written}'
        f'<p class="preview-place">{escape(notes[0][1].place)}</p></aside>'
    )


def overview(placed: Sequence[Numbered], elsewhere: Sequence[Numbered]) -> str:
    """Write how many notes there are, a way to each, and in full those of words not on the page."""
    everything = sorted((*placed, *elsewhere), key=lambda one: WEIGHTS.index(one[1].weight))
    if not everything:
        return ""
    counts = Counter(note.kind for _, note in everything)
    told = "; ".join(f"{kind}: {count}" for kind, count in counts.items())
    links = "".join(
        f'<li><a href="#note-{number}">{number}. {escape(note.kind)}</a> '
        f"{_quoted(note)}<span>{escape(note.place)}</span></li>"
        for number, note in placed
    )
    hidden = "".join(
        f'{_note(number, note, back=False)}<p class="preview-place">{escape(note.place)}</p>'
        for number, note in elsewhere
    )
    if hidden:
        hidden = f"<h2>On words that this page does not show</h2>{hidden}"
    return (
        '<nav class="preview-overview" aria-label="Notes on the text">'
        f"<details{' open' if elsewhere else ''}><summary>Notes on the text: {escape(told)}"
        f"</summary><ul>{links}</ul>{hidden}</details></nav>"
    )


def _note(number: int, note: Note, *, back: bool = True) -> str:
    offer = (
        f'<p class="preview-offer">To type there: <code>{escape(note.offer)}</code></p>'
        if note.offer
        else ""
    )
    link = (
        f' <a href="#words-{number}" aria-label="Back to the words of note {number}">Back</a>'
        if note.words and back
        else ""
    )
    return (
        f'<div class="preview-note preview-{note.weight}" id="note-{number}" tabindex="-1">'
        f'<p class="preview-kind"><strong>{number}. {escape(note.kind)}</strong>{link}</p>'
        f"<p>{_quoted(note)}{escape(note.message)}</p>{offer}</div>"
    )


def _quoted(note: Note) -> str:
    return f"<q>{escape(' '.join(note.words.split()))}</q> " if note.words else ""
