"""Cards on paper: how long a batch takes beside its bare codes, its memory, the live window, what is read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from threading import Thread

from PIL import Image
from qrcode.constants import ERROR_CORRECT_H
from qrcode.main import QRCode
from qrcode.util import MODE_NUMBER, QRData

from tests.bench.printed import at_least, limit, ratio
from tests.printing.conftest import faces

__all__ = ["bare_matrices_s", "bench_cards", "peak_kb", "ticks_late"]

_BATCH = 1_000
_TURNS = 3
_MOST_RATIO = 3.0
_TICK_S = 0.01

_PEAK = """
import resource, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from loyalpos.printing.sheet import cards_pdf
from tests.printing.conftest import face
app = QGuiApplication([])
count = int(sys.argv[2])
cards = (face(f"Khách {at}", number=at * 7_919_000_017 % 10**14) for at in range(count))
assert cards_pdf(cards, Path(sys.argv[1])) == count
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def bench_cards(folder: Path, cards: int = _BATCH) -> list[str]:
    """Print a batch in turns with its bare codes; read every code back, clean and worn."""
    from PySide6.QtWidgets import QApplication

    from loyalpos.printing.qr import qr_rectangles
    from loyalpos.printing.sheet import cards_pdf

    # Another bench in this process may want to show a window.
    application = QApplication.instance() or QApplication([])
    out = folder / "cards.pdf"
    cards_pdf(faces(10), out)
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(_TURNS):
        batch = faces(cards)
        bare.append(bare_matrices_s([card.code for card in batch]))
        qr_rectangles.cache_clear()
        began = time.perf_counter()
        assert cards_pdf(batch, out) == cards
        ours.append(time.perf_counter() - began)
    other = folder / "other.pdf"
    few, many = cards // 5, cards * 2
    few_kb, many_kb = peak_kb(other, few), peak_kb(other, many)
    late = ticks_late(folder / "live.pdf", cards)
    size_kb = out.stat().st_size // 1024
    lines = [
        f"  {cards} cards {min(ours):.2f} s ({size_kb} KB), their bare matrices {min(bare):.2f} s",
        ratio(f"{cards} cards", ours, bare, 50, most=_MOST_RATIO),
        f"  peak memory: {few} cards {few_kb / 1024:.1f} MB, {many} cards {many_kb / 1024:.1f} MB",
        limit("a tick of the window is late, meanwhile", late, 95, most_ms=50),
        f"  the latest tick of {len(late)} came {max(late) * 1000:.1f} ms late",
        *_read_lines(out, cards),
    ]
    del application
    return lines


def bare_matrices_s(codes: list[str]) -> float:
    """Time the library alone: the matrix of each code, nothing painted."""
    began = time.perf_counter()
    for code in codes:
        symbol = QRCode(version=1, error_correction=ERROR_CORRECT_H, border=0)
        symbol.add_data(QRData(code.encode("ascii"), mode=MODE_NUMBER), optimize=0)
        symbol.make(fit=False)
        symbol.get_matrix()
    return time.perf_counter() - began


def peak_kb(out: Path, cards: int) -> int:
    """Write so many cards in a process of their own; its highest memory."""
    told = subprocess.run(
        [sys.executable, "-c", _PEAK, str(out), str(cards)],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": "."},
    )
    return int(told.stdout)


def ticks_late(out: Path, cards: int) -> list[float]:
    """Write cards on another thread; how late the window's own comes to its turn every 10 ms."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from loyalpos.printing.sheet import cards_pdf

    batch = faces(cards)
    worker = Thread(target=lambda: cards_pdf(batch, out))
    loop = QEventLoop()
    late: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, now - last - _TICK_S))
        last = now
        if not worker.is_alive():
            loop.quit()

    timer.timeout.connect(tick)
    worker.start()
    timer.start(round(_TICK_S * 1000))
    loop.exec()
    timer.stop()
    worker.join()
    return late


def _read_lines(out: Path, cards: int) -> list[str]:
    from loyalpos.printing.read_back import codes_in_pdf
    from tests.printing.pages import page_image
    from tests.printing.worn import codes_on, cut_codes, dirty, one_bit, out_of_focus, small, turned

    batch = faces(cards)
    codes = {card.code for card in batch}
    lines = [
        at_least(f"read back at {dpi} dpi, both sides", len(codes_in_pdf(out, dpi)) / (2 * cards), 1.0)
        for dpi in (150, 300, 600)
    ]
    sheets = range(-(-cards // 10))
    for name, dpi, change in (
        ("203 dpi, black and white", 203, one_bit),
        ("30 % of a page of 150 dpi", 150, partial(small, percent=30)),
    ):
        found = {code for sheet in sheets for code in codes_on(change(page_image(out, 2 * sheet, dpi)))}
        lines.append(at_least(name, len(found & codes) / cards, 1.0))
    rng = Random(5)

    def soiled(image: Image.Image, percent: int) -> Image.Image:
        return dirty(image, percent, rng.choice((0, 128, 255)), rng)

    wears: dict[str, tuple[Callable[[Image.Image], Image.Image], float]] = {
        "turned by 20 degrees": (partial(turned, degrees=20), 1.0),
        "blurred by 4 pixels at 300 dpi": (partial(out_of_focus, pixels=4), 1.0),
        "a blot of 3 % off the corners": (partial(soiled, percent=3), 1.0),
    }
    for percent in (5, 8, 12):
        wears[f"a blot of {percent} % off the corners"] = (partial(soiled, percent=percent), 0.0)
    read = dict.fromkeys(wears, 0)
    for code, image in cut_codes(out, batch, 300):
        for name, (wear, _) in wears.items():
            read[name] += code in codes_on(wear(image))
    lines += [at_least(name, read[name] / cards, least) for name, (_, least) in wears.items()]
    return lines
