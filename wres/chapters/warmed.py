"""Imported by the process that chapters are forked from: it imports all that any of them will."""

import gc
import os
from importlib import import_module

# Else debugpy, which kernels bring in, warns on stderr of something that nobody here does.
os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")

for name in (
    "papermill",
    "ipykernel.debugger",
    "IPython.core.application",
    "IPython.core.completerlib",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "matplotlib.backends.backend_agg",
    "PIL.PngImagePlugin",
    "matplotlib.backends.backend_svg",
    "tornado.platform.asyncio",
    "wres.chapters.kernel_here",
    "wres.chapters.warm",
    "wres.charts",
    "wres.narrative",
    "wres.tables",
    "wres.vocabulary",
):
    import_module(name)

notebooks = import_module("nbformat")
notebooks.validate(notebooks.v4.new_notebook())  # the schema is compiled at first use
# A client of a kernel asks for this machine's own address, which takes longer than a short chapter.
import_module("jupyter_client.localinterfaces").localhost()
import_module("matplotlib.backends").backend_registry.list_all()  # looks through what is installed
import_module("wres.charts.figure").rehearse()
import_module("wres.chapters.kernel_here").prepare_kernel()  # each chapter has a copy of its own
gc.freeze()  # what is imported stays shared: collecting garbage would touch every page of it
