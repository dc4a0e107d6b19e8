"""Word: what it takes beyond pandoc's document, whichever engine made that.

pandoc (by itself or in Quarto) gives headings, captions, pictures and tables; here come the page's
header and footer, contents that show entries, tables whose heads repeat, properties, and the same
bytes for the same report.
"""

from wres.render.word.finishing import finish_word
from wres.render.word.reference import reference_document

__all__ = ["finish_word", "reference_document"]
