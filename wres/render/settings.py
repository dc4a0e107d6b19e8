"""The settings that both renderers take from _quarto.yml, as far as the report uses them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wres.errors import RenderError

__all__ = ["Settings", "read_settings"]

PROJECT = "_quarto.yml"
# Quarto reads these as its own, wherever they stand: a fact of such a name stops it.
_RESERVED = {"execute", "format", "profile", "project"}


@dataclass(frozen=True)
class Settings:
    """What _quarto.yml says, and the facts of the trust that it points to."""

    project: dict[str, Any]
    facts: dict[str, Any]

    @property
    def reader(self) -> str:
        """The dialect of markdown."""
        return str(self.project.get("from", "markdown"))

    @property
    def metadata_files(self) -> list[str]:
        """Files of facts, relative to the staged folder."""
        return list(self.project.get("metadata-files", []))

    @property
    def filters(self) -> list[str]:
        """Lua filters that Quarto runs too."""
        return [str(entry["path"]) for entry in self.project.get("filters", [])]

    def option(self, form: str, name: str, default: Any = None) -> Any:
        """Give an option of a format, or else the whole report's."""
        own = self.project.get("format", {}).get(form, {})
        return own.get(name, self.project.get(name, default))


def read_settings(staged: Path) -> Settings:
    """Read _quarto.yml and the facts that it names."""
    project = _read_yaml(staged, PROJECT)
    facts: dict[str, Any] = {}
    for name in project.get("metadata-files", []):
        facts |= _read_facts(staged, name)
    return Settings(project, facts)


def _read_facts(staged: Path, name: str) -> dict[str, Any]:
    facts = _read_yaml(staged, name)
    if taken := sorted(_RESERVED & facts.keys()):
        raise RenderError(f"{name}: Quarto keeps the name {', '.join(taken)} for itself")
    return facts


def _read_yaml(staged: Path, name: str) -> dict[str, Any]:
    try:
        content = yaml.safe_load((staged / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RenderError(f"{name}: not in the staged folder {staged}") from None
    except yaml.YAMLError as fault:
        raise RenderError(f"{name}: {fault}") from None
    return dict(content or {})
