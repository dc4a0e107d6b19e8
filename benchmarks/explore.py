"""How long a moved control takes on 22,000 staff: one view, drawn for a page and for a phone."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from hotspots import draw  # the trust of the simulation, with a hotspot in it

from tests.gallery.places import places
from wres.explore.views import PICTURES, view
from wres.hotspots import Hotspots

LIMIT = 0.5


def main() -> None:
    """Print what each picture of each measure takes, in seconds of this machine's processor."""
    spots = places("ordinary")
    counts = draw("large trust", ("3", 900, 3.0), np.random.default_rng(1))
    large = Hotspots(replace(spots.chapter), _cells={2021: counts})
    started = time.process_time()
    count = len(large.findings)
    print(f"scan of {count} figures of places, once: {time.process_time() - started:.2f} s")
    slowest = 0.0
    for picture in PICTURES:
        took = []
        view(large, "3", "division", picture)  # the first one loads fonts
        for key in large.measures():
            for dimension in large.dimensions(key):
                started = time.process_time()
                view(large, key, dimension, picture)
                took.append(time.process_time() - started)
        slowest = max(slowest, *took)
        print(f"{picture}: median {np.median(took):.2f} s, slowest {max(took):.2f} s")
    raise SystemExit(slowest > LIMIT)


if __name__ == "__main__":
    main()
