"""The real Vietnamese catalogue for tests that look at words; the set-up need not have compiled one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from loyalpos.settings import resource
from loyalpos.ui.language import install_language

__all__ = ["catalogues", "speaking"]


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both languages, compiled from the translations as they stand."""
    folder = tmp_path_factory.mktemp("spoken")
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    for language in ("vi", "en"):
        sources = sorted(resource("translations").glob(f"*_{language}.ts"))
        compiled = folder / f"loyalpos_{language}.qm"
        subprocess.run(
            [lrelease, "-silent", *sources, "-qm", compiled], check=True, timeout=60, capture_output=True
        )
    return folder


@pytest.fixture
def speaking(
    themed: QApplication, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QApplication]:
    """The themed application, able to speak both languages, English at first and afterwards."""
    monkeypatch.setattr("loyalpos.ui.language.resource", lambda *parts: catalogues / parts[-1])
    install_language(themed, "en")
    yield themed
    install_language(themed, "en")
