"""A rendered report made into the page of the preview: marked, with a bar, and its parts named."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from wres.preview.margin import overview
from wres.preview.marking import mark_page
from wres.preview.notes import Note
from wres.preview.status import Status
from wres.render import LooseReport

__all__ = ["MARKING", "PARTS", "dressed", "lay_out", "waiting_page"]

MARKING = "PREVIEW: not for publication"
# The folder, as a browser sees it, of what a page names.
PARTS = "parts/"
_EMBEDDED = re.compile(r'(?<==")data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)(?=")')
_STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_BODY = re.compile(r"(<body[^>]*>)(.*)(</body>)", re.DOTALL)
# Where the server puts how the page stands at the moment.
_STATUS = "<!-- preview status -->"


def lay_out(
    report: LooseReport, staged: Path, notes: Sequence[Note], marking: str
) -> tuple[str, dict[str, bytes]]:
    """Return the page and its parts by name; `marking` is what the report itself is marked with."""
    parts: dict[str, bytes] = {}
    html = _STYLESHEET.sub(
        lambda link: link[0].replace(link[1], _kept((staged / link[1]).read_bytes(), "css", parts)),
        report.html,
    )
    html = _EMBEDDED.sub(lambda data: _kept(base64.b64decode(data[1]), "svg", parts), html)
    names = {name: _kept(content, name.rpartition(".")[2], parts)
             for name, content in report.pictures.items()}  # fmt: skip
    html = re.sub(r'(?<=<img src=")([^"]+)(?=")', lambda found: names.get(found[1], found[1]), html)
    marked = mark_page(html, notes)
    return _framed(marked.html, overview(marked.placed, marked.elsewhere), marking), parts


def dressed(html: str, status: Status) -> str:
    """Put the bar into a page, with how it stands at this moment."""
    faults = "".join(f"<li>{escape(fault)}</li>" for fault in status.faults)
    told = (
        f'<p id="preview-status" role="status" data-page="{status.page}" '
        f'data-state="{status.state}">{escape(status.text)}</p>'
        f'<div id="preview-faults" role="alert"{"" if faults else " hidden"}>'
        f'<ul tabindex="0" aria-label="What is at fault">{faults}</ul></div>'
    )
    return html.replace(_STATUS, told, 1)


def waiting_page(title: str) -> str:
    """Return what stands where there is no page yet."""
    return _framed(
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n"
        f'<main id="main" tabindex="-1"><h1>{escape(title)}</h1>'
        "<p>The page appears here as soon as every chapter has run.</p></main>\n</body>\n</html>\n"
    )


def _framed(html: str, notes: str = "", marking: str = "") -> str:
    """Add the preview's own marking, style and script; nothing is fetched from elsewhere."""
    head = (
        '<link rel="stylesheet" href="preview.css">\n<script src="preview.js" defer></script>\n'
        "</head>"
    )
    html = html.replace("</head>", head, 1).replace("<title>", "<title>PREVIEW: ", 1)
    marked = escape(". ".join(part for part in (MARKING, marking) if part))
    return _BODY.sub(
        lambda body: (
            f'{body[1]}\n<div id="preview-bar"><p><strong>{marked}</strong></p>{_STATUS}</div>\n'
            f'<div id="preview-page">\n{notes}{body[2]}</div>\n'
            f'<p id="preview-print" aria-hidden="true">{marked}</p>\n{body[3]}'
        ),
        html,
        count=1,
    )


def _kept(content: bytes, kind: str, parts: dict[str, bytes]) -> str:
    """Keep a part under a name that changes with it."""
    name = f"{hashlib.sha256(content).hexdigest()[:24]}.{kind}"
    parts[name] = content
    return PARTS + name
