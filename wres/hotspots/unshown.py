"""What of a trust's parts can't be shown, by its reason, in words."""

from __future__ import annotations

from wres.hotspots.kinds import plural
from wres.hotspots.lacking import incomparable
from wres.hotspots.measures import SENIOR, SHARE
from wres.hotspots.opening import Hotspots
from wres.labels import escape_markdown, listed

__all__ = ["no_last_year", "not_shown"]


def not_shown(spots: Hotspots, key: str | None = None, dimension: str = "") -> str:
    """Say what can't be shown of the parts, and why; blank where everything is.

    Of one measure and dimension only what is of them, or of the measure by any dimension.
    """
    wanted = SHARE if key == SENIOR else key
    reasons: dict[str, dict[str, list[str]]] = {}
    lacking = incomparable(spots) if key is None else ()
    for indicator, view, reason in (*spots.absent(), *lacking):
        if wanted in (None, indicator) and (not dimension or view in ("", dimension)):
            views = reasons.setdefault(reason, {}).setdefault(spots.title(indicator), [])
            views += [view] if view else []
    said = [f"Not shown: {_by_views(titles)} ({reason})." for reason, titles in reasons.items()]
    for view, (new, gone) in spots.renamed().items() if key is None else ():
        one = listed([escape_markdown(name) for name in new]) or "none"
        other = listed([escape_markdown(name) for name in gone]) or "none"
        said.append(
            f"Some {plural(view)} were given in one year only, as where one was renamed, so that "
            f"no change of theirs is told (this year only: {one}; last year only: {other})."
        )
    if key is None:
        said.append(no_last_year(spots, spots.dimensions()))
    return " ".join(one for one in said if one)


def _by_views(titles: dict[str, list[str]]) -> str:
    """List measures with their dimensions, those of the same dimensions together."""
    together: dict[str, list[str]] = {}
    for title, views in titles.items():
        by = f" by {listed(list(dict.fromkeys(views)))}" if views else ""
        together.setdefault(by, []).append(title)
    return "; ".join(f"{listed(names)}{by}" for by, names in together.items())


def no_last_year(spots: Hotspots, dimensions: list[str]) -> str:
    """Say of which dimensions no change can be shown, for want of last year's counts."""
    lacking = [one for one in dimensions if one in spots.new_dimensions()]
    if not lacking:
        return ""
    last = spots.year - 1
    return (
        f"No change since {last} can be shown by {listed(lacking)}: no counts by "
        f"{'it' if len(lacking) == 1 else 'these'} were given for {last}."
    )
