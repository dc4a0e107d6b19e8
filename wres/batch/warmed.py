"""Imported by the process that reports are forked from: it imports all that making one takes."""

from importlib import import_module

for name in (
    "gptables",
    "pandera.strategies.pandas_strategies",
    "scipy.optimize",
    "scipy.sparse",
    "typst",
    "wres.batch.peers",
    "wres.batch.units",
    "wres.making",
    "wres.render.word",
    "wres.render.workbook",
):
    import_module(name)
import_module("wres.stamps").library_digest()  # else each report would hash all our code
# What it reads selectors with is compiled at first use.
import_module("bs4").BeautifulSoup("", "html.parser").select_one("p")
