"""The gallery as one page that needs nothing else."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from pathlib import Path

from tests.gallery.states import STATES, drawn

__all__ = ["write_page"]

STYLE = """
body { font: 16px/1.4 sans-serif; margin: 1.5rem; color: #212b32; }
section { border-top: 1px solid #aeb7bd; padding: 1rem 0; }
.row { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
.full { width: 605px; } .phone { width: 328px; outline: 1px solid #d8dde0; }
.grey { filter: grayscale(1); }
p { max-width: 60rem; }
"""


def write_page(folder: Path) -> None:
    """Write `index.html`: every state as on a page, on a phone and there in greyscale."""
    states = {state: drawn(state) for state in STATES}
    links = " · ".join(f'<a href="#{_anchor(state)}">{escape(state)}</a>' for state in states)
    sections = "\n".join(_section(state, figure) for state, figure in states.items())
    page = (
        '<!doctype html><html lang="en-GB"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Charts in every state</title><style>{STYLE}</style>"
        f"<h1>{len(states)} charts and states</h1><p>{links}</p>{sections}</html>"
    )
    (folder / "index.html").write_text(page, encoding="utf-8")


def _anchor(state: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in state)


def _address(svg: str) -> str:
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode("ascii")


def _section(state: str, figure) -> str:
    head = f'<section id="{_anchor(state)}"><h2>{escape(state)}</h2>'
    if figure is None:
        return f"{head}<p>Nothing to draw.</p></section>"
    alt = escape(figure.alt, quote=True)
    views = {"full": figure.svg, "phone": figure.narrow_svg, "phone grey": figure.narrow_svg}
    pictures = "".join(
        f'<img class="{view}" src="{_address(svg)}" alt="{alt}">' for view, svg in views.items()
    )
    return (
        f'{head}<div class="row">{pictures}</div><p>{escape(figure.caption)}</p>'
        f"<p><b>Alternative text.</b> {alt}</p></section>"
    )
