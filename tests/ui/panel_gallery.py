"""Every panel of the counter in every state, painted: ``python -m tests.ui.panel_gallery DIR``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from loyalpos.settings import resource
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.panels_at_the_bill import AT_THE_BILL
from tests.ui.panels_beside_the_bill import BESIDE_THE_BILL

__all__ = ["STATES", "paint_all", "placed", "vietnamese"]

STATES: dict[str, Callable[[bool], QWidget]] = AT_THE_BILL | BESIDE_THE_BILL

_LEFT = ("candidates", "member", "rewards", "today")
_WIDTHS = {"left": 784, "right": 440, "footer": 1280, "compact": 352}


def vietnamese(app: QApplication) -> QTranslator:
    """Make the Vietnamese catalogue of the counter out of its sources."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "vi.qm"
        sources = [str(resource("translations", f"{part}_vi.ts")) for part in ("counter", "words")]
        lrelease = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([lrelease, *sources, "-qm", compiled], check=True, capture_output=True)
        translator = QTranslator(app)
        assert translator.load(str(compiled))
    return translator


def placed(panel: QWidget, name: str, *, compact: bool) -> QWidget:
    """Stand a panel on the paper of the counter at the width it will have there."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(panel)
    part = "left" if name.startswith(_LEFT) else "footer" if name.startswith("footer") else "right"
    width = _WIDTHS["compact" if compact else part] + column.contentsMargins().left() * 2
    page.setFixedWidth(width)
    page.setMinimumHeight(1)
    page.show()
    QApplication.processEvents()
    column.activate()
    follows_width = column.hasHeightForWidth()
    page.resize(width, column.totalHeightForWidth(width) if follows_width else page.sizeHint().height())
    return page


def paint_all(folder: Path, wanted: str) -> Iterator[Path]:
    """Paint every state whose name begins with ``wanted``, one picture each."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    translator = vietnamese(app)
    for language, scheme, percent, compact in product(
        ("vi", "en"), (Scheme.LIGHT, Scheme.DARK), (100, 150), (False, True)
    ):
        app.installTranslator(translator) if language == "vi" else app.removeTranslator(translator)
        apply_theme(app, scheme, percent)
        for name, make in STATES.items():
            if not name.startswith(wanted):
                continue
            page = placed(make(compact), name, compact=compact)
            app.processEvents()
            page.activateWindow()
            place = "compact" if compact else "wide"
            path = folder / f"{name}-{language}-{scheme.value}-{percent}-{place}.png"
            page.grab().save(str(path))
            page.close()
            page.deleteLater()
            yield path


def main() -> None:
    """Paint into the folder named on the command line; a second word is the beginning of the names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in paint_all(folder, sys.argv[2] if len(sys.argv) > 2 else ""):
        print(path.name)  # noqa: T201  this is a command


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
