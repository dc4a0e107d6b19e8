"""Small pictures that stand in for charts while pandoc makes a page, and the charts put in after.

pandoc spends seconds on carrying megabytes of drawings through its filters into a page, and does no
more with them than write them down.
"""

from __future__ import annotations

import re
from base64 import b64encode

from wres.render.cells import Pictures

__all__ = ["put_in", "stand_ins"]

# As assets/report.lua looks for it: the chart drawn once more for phones.
_NARROW = re.compile(rb'<metadata id="narrow">([A-Za-z0-9+/=]+)</metadata>')
_DRAWN = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_OPENING = b'<svg xmlns="http://www.w3.org/2000/svg" class="stand-in" id="%d">'


def stand_ins(pictures: Pictures) -> Pictures:
    """Return the pictures with a small one for each SVG, which may hold another one likewise."""
    return dict(pictures) | {
        name: _OPENING % place + (_holding(place) if _NARROW.search(picture) else b"") + b"</svg>"
        for place, (name, picture) in enumerate(_drawings(pictures))
    }


def put_in(page: bytes, pictures: Pictures) -> bytes:
    """Return the page with the pictures wherever it holds their stand-ins."""
    meant: dict[bytes, bytes] = {}
    for place, (_, picture) in enumerate(_drawings(pictures)):
        narrow = _NARROW.search(picture)
        meant[b64encode(_OPENING % place + b"</svg>")] = b64encode(_NARROW.sub(b"", picture, 1))
        if narrow:
            meant[_narrow(place)] = narrow[1]
    return _DRAWN.sub(
        lambda found: b"data:image/svg+xml;base64," + meant.get(found[1], found[1]), page
    )


def _drawings(pictures: Pictures) -> list[tuple[str, bytes]]:
    return [(name, picture) for name, picture in pictures.items() if name.endswith(".svg")]


def _holding(place: int) -> bytes:
    return b'<metadata id="narrow">' + _narrow(place) + b"</metadata>"


def _narrow(place: int) -> bytes:
    return b64encode(b'<svg class="narrow stand-in" id="%d"/>' % place)
