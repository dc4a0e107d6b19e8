"""One line of words in a drawing, which takes no more measuring than its place needs."""

from __future__ import annotations

from typing import Any

from matplotlib.colors import to_rgba
from matplotlib.patheffects import PathEffectRenderer
from matplotlib.text import Text

__all__ = ["Lettering"]

# How much of its width a line of words stands before its place.
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


class Lettering(Text):
    """A line of words on its baseline: level, without mathematics, not clipped.

    matplotlib lays out the box of every text before it draws it, each time that it does; the shape
    of letters is the slowest thing it asks for. Of such a line nothing counts but its width, and
    that only where it does not begin at its place. It is drawn where matplotlib would draw it.
    """

    def draw(self, renderer: Any) -> None:
        """Draw the words."""
        words = self.get_text()
        if not self.get_visible() or not words:
            return
        renderer.open_group("text", self.get_gid())
        font = self.get_fontproperties()
        x, y = self.get_transform().transform(self.get_position())
        before = _BEFORE[self.get_horizontalalignment()]
        if before:
            width, _, _ = renderer.get_text_width_height_descent(words, font, False)
            x -= before * width
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        pen = renderer.new_gc()
        pen.set_foreground(to_rgba(self.get_color()), isRGBA=True)
        pen.set_antialiased(self.get_antialiased())
        effects = self.get_path_effects()
        drawer = PathEffectRenderer(effects, renderer) if effects else renderer
        drawer.draw_text(pen, x, y, words, font, 0.0, mtext=self)
        pen.restore()
        renderer.close_group("text")
        self.stale = False
