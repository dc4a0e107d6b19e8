"""The warm engine stores what the standard one does, and lets nothing out of a chapter."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.forking import needs_fork
from tests.unit.chapters.own_notebooks import PARAMETERS as DECLARED
from wres.chapters.running import run_chapters
from wres.errors import ChapterError

pytestmark = needs_fork

PARAMETERS: dict[str, Any] = {
    "organisation": "007",
    "year": 2021,
    "results": "results.csv",
    "profile": "public",
}
# What a chapter does to the process that it runs in.
PLANTED = """
import json, os, random, sys
import matplotlib as mpl, pandas as pd
planted = "a variable"
sys.modules["builtins"].planted = "a name everywhere"
pd.DataFrame.head = lambda *_: "patched"
mpl.rcParams["font.size"] = 77
os.environ["WRES_PLANTED"] = "1"
os.chdir("/")
sys.path.insert(0, "/planted")
"""
FOUND = """
import builtins, os, sys
import matplotlib as mpl, pandas as pd
found = [
    "planted" in globals(),
    hasattr(builtins, "planted"),
    pd.DataFrame({"a": [1]}).head().__class__ is str,
    mpl.rcParams["font.size"] == 77,
    "WRES_PLANTED" in os.environ,
    os.getcwd() == "/",
    "/planted" in sys.path,
]
"""
# What tells engines apart that only look alike.
TRICKY = {
    "a picture of pyplot": "import matplotlib.pyplot as plt\n"
    "plt.figure(figsize=(1, 1)).add_subplot();",
    "several things shown": "from IPython.display import HTML, display\n"
    "display(HTML('<b>one</b>'))\nHTML('<i>two</i>')",
    "something replaced": "from IPython.display import HTML, display\n"
    "shown = display(HTML('before'), display_id='d')\nshown.update(HTML('after'))",
    "something cleared": "from IPython.display import HTML, clear_output, display\n"
    "display(HTML('gone'))\nclear_output()\ndisplay(HTML('stays'))",
    "an await": "from IPython.display import HTML\nimport asyncio\n"
    "await asyncio.sleep(0)\nHTML('awaited')",
    "where it began": "from pathlib import Path\nfrom IPython.display import HTML\n"
    "HTML(str(_dh == [Path.cwd()]))",
    "what programs are told": "import os\nfrom IPython.display import HTML\n"
    "HTML(' '.join(os.environ[one] for one in ('TERM', 'FORCE_COLOR', 'PAGER')))",
    "its own module": "import __main__\nfrom IPython.display import HTML\n"
    "held = 'held'\nHTML(__main__.held)",
    "a magic": "%precision 2\nfrom IPython.display import HTML\nHTML('x')",
}


def chapter(folder: Path, name: str, *cells: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    first = new_code_cell(DECLARED, metadata={"tags": ["parameters"]}, id="first")
    held = [
        new_code_cell(one, id=f"c{place}") if isinstance(one, str) else one
        for place, one in enumerate(cells)
    ]
    path = folder / f"{name}.ipynb"
    nbformat.write(new_notebook(cells=[first, *held]), path)
    return path


def test_nothing_that_a_chapter_does_is_left_for_the_next(tmp_path: Path) -> None:
    asking = new_markdown_cell("`{python} ' '.join(map(str, found))`", id="asked")
    planting = chapter(tmp_path / "one", "board", PLANTED)
    looking = chapter(tmp_path / "two", "board", FOUND, asking)
    before = Path.cwd(), dict(os.environ)
    run_chapters([planting], PARAMETERS, engine="warm")
    run_chapters([looking], PARAMETERS, engine="warm")
    stored = nbformat.read(looking, as_version=4).cells[-1].metadata["user_expressions"]
    assert stored[0]["result"]["data"]["text/plain"] == repr(" ".join(["False"] * 7))
    assert (Path.cwd(), dict(os.environ)) == before
    # where it was planted, it was there
    both = chapter(tmp_path / "three", "board", PLANTED, FOUND, asking)
    run_chapters([both], PARAMETERS, engine="warm")
    stored = nbformat.read(both, as_version=4).cells[-1].metadata["user_expressions"]
    assert stored[0]["result"]["data"]["text/plain"] == repr(" ".join(["True"] * 7))


@pytest.mark.parametrize("source", TRICKY.values(), ids=TRICKY)
def test_both_engines_store_the_same(source: str, tmp_path: Path) -> None:
    stored = []
    for engine in ("warm", "standard"):
        value = new_markdown_cell("`{python} organisation`, `{python} 6 * 7`", id="value")
        path = chapter(tmp_path / engine, "board", source, value)
        run_chapters([path], PARAMETERS, engine=engine)
        stored.append(path.read_text(encoding="utf-8"))
    warm, standard = stored
    assert warm == standard


FAULTS = {
    "an error": "1 / 0",
    "a print": "print('seen')",
    "a program's print": "import os\nos.system('echo seen')",
    "a warning": "import sys\nsys.stderr.write('seen')",
    "an exit": "import sys\nsys.exit(0)",
    "an exit with a word": "raise SystemExit('done with it')",
    "an end": "import os\nos._exit(0)",
    "an interrupt": "raise KeyboardInterrupt",
    "a question": "input('who?')",
}


@pytest.mark.parametrize("source", FAULTS.values(), ids=FAULTS)
def test_both_engines_refuse_the_same_in_the_same_words(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # with it, kernels don't watch what programs print
    told = []
    for engine in ("warm", "standard"):
        path = chapter(tmp_path / engine, "board", source)
        with pytest.raises(ChapterError) as caught:
            run_chapters([path], PARAMETERS, engine=engine)
        told.append(str(caught.value))
    warm, standard = told
    assert warm == standard


def test_exit_is_told_once(tmp_path: Path) -> None:
    path = chapter(tmp_path, "board", "import sys\nsys.exit(0)")
    with pytest.raises(ChapterError, match="SystemExit: 0") as caught:
        run_chapters([path], PARAMETERS, engine="warm")
    assert len(str(caught.value).splitlines()) == 1


def test_what_is_printed_before_an_exit_is_told_too(tmp_path: Path) -> None:
    path = chapter(tmp_path, "board", "print('seen')\nraise SystemExit('done with it')")
    with pytest.raises(ChapterError) as caught:
        run_chapters([path], PARAMETERS, engine="warm")
    told = str(caught.value)
    assert "prints to stdout: 'seen'" in told
    assert "SystemExit: done with it" in told
    assert "To exit" not in told


def test_chapter_that_hangs_is_ended_and_named_with_what_it_has_started(tmp_path: Path) -> None:
    hanging = "import subprocess, time\nsubprocess.Popen(['sleep', '317'])\ntime.sleep(317)"
    path = chapter(tmp_path, "board", hanging)
    begun = time.monotonic()
    with pytest.raises(ChapterError, match=r"board\.ipynb: a cell runs for more than 2 seconds"):
        run_chapters([path], PARAMETERS, engine="warm", seconds=2)
    assert time.monotonic() - begun < 60
    commands = [
        entry.joinpath("cmdline").read_bytes()
        for entry in Path("/proc").iterdir()
        if entry.name.isdecimal() and entry.joinpath("cmdline").exists()
    ]
    assert not [one for one in commands if one == b"sleep\x00317\x00"]


def test_chapters_side_by_side_keep_to_their_own(tmp_path: Path) -> None:
    chapters = [
        chapter(
            tmp_path / str(number),
            "board",
            f"import time\nmine = {number}\ntime.sleep(0.2)",
            new_markdown_cell("`{python} mine`, `{python} __import__('os').getcwd()`", id="v"),
        )
        for number in range(6)
    ]
    run_chapters(chapters, PARAMETERS, engine="warm", side_by_side=3)
    for number, path in enumerate(chapters):
        mine, folder = nbformat.read(path, as_version=4).cells[-1].metadata["user_expressions"]
        assert mine["result"]["data"]["text/plain"] == str(number)
        assert folder["result"]["data"]["text/plain"] == repr(str(path.parent))


def test_no_kernel_listens_to_anybody(tmp_path: Path) -> None:
    """Sockets of a chapter's process: none that listens or could be connected to."""
    source = (
        "from pathlib import Path\nimport os\n"
        "inodes = [os.readlink(f'/proc/self/fd/{n}') for n in os.listdir('/proc/self/fd')"
        " if os.path.exists(f'/proc/self/fd/{n}')]\n"
        "own = {one[8:-1] for one in inodes if one.startswith('socket:[')}\n"
        "listed = [line.split() for name in ('tcp', 'tcp6')"
        " for line in Path(f'/proc/net/{name}').read_text().splitlines()[1:]]\n"
        "reachable = [one for one in listed if one[9] in own]"
    )
    path = chapter(tmp_path, "board", source, new_markdown_cell("`{python} len(reachable)`"))
    run_chapters([path], PARAMETERS, engine="warm")
    (stored,) = nbformat.read(path, as_version=4).cells[-1].metadata["user_expressions"]
    assert stored["result"]["data"]["text/plain"] == "0"


def test_process_that_others_are_forked_from_has_one_thread() -> None:
    """Threads that a library keeps don't come along into a fork, which waits for them for ever."""
    code = (
        "import os, wres.batch.warmed, wres.chapters.warmed; "
        "print(len(os.listdir('/proc/self/task')))"
    )
    # numpy's own threads are made again in forks
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=alone, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "1"


def test_kernel_made_before_a_fork_leaves_its_process_as_it_was() -> None:
    """Reports are forked from that process, too, and call programs that obey such variables."""
    code = (
        "import os, sys, wres.chapters.warmed; "
        "print('FORCE_COLOR' in os.environ, hasattr(sys.modules['__main__'], 'os'), '' in sys.path)"
    )
    bare = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], env=bare, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True", "False"]
