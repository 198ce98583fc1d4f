from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtPrintSupport import QPrinter

from loyalpos.errors import CannotPrint, CannotWrite, Unavailable
from loyalpos.printing.card import CardFace
from loyalpos.printing.layouts import bundled
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.printing.sheet import cards_pdf, print_cards
from tests.printing.conftest import NAMES, face, faces
from tests.printing.pages import DPI, MM, cut_out, ink_mm, page_image, strokes_mm, texts

SLACK_MM = 0.2
LEFTS_MM = (19.4, 19.4 + 85.6)
TOPS_MM = tuple(13.55 + row * 53.98 for row in range(5))
COLUMN_EDGES_MM = (*LEFTS_MM, 190.6)
ROW_EDGES_MM = (*TOPS_MM, 283.45)


def near(*values: float) -> object:
    return pytest.approx(values if len(values) > 1 else values[0], abs=SLACK_MM)


@pytest.fixture(scope="module")
def sheet(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "cards.pdf"
    assert cards_pdf(faces(13), path) == 13
    return path


@pytest.fixture(scope="module")
def front(sheet: Path) -> Image.Image:
    return page_image(sheet, 0)


@pytest.fixture(scope="module")
def back(sheet: Path) -> Image.Image:
    return page_image(sheet, 1)


def test_a_last_sheet_that_is_not_full_is_read_back_too(sheet: Path) -> None:
    codes = [card.code for card in faces(13)]
    read = codes_in_pdf(sheet)
    assert list(read[20:23]) == codes[10:]
    assert list(read[23:]) == [codes[11], codes[10], codes[12]]


def test_an_a4_sheet_is_filled_by_cards_and_margins() -> None:
    a4 = bundled("a4")
    assert 2 * a4.margin.x + a4.lefts()[-1] - a4.margin.x + 8560 == a4.page.width
    assert 2 * a4.margin.y + a4.tops()[-1] - a4.margin.y + 5398 == a4.page.height


def test_ten_cards_of_standard_size_lie_between_the_margins(front: Image.Image) -> None:
    left, _, right, _ = ink_mm(front, 5, 35, 205, 36)
    _, top, _, bottom = ink_mm(front, 40, 9, 41, 288)
    assert (left, right) == near(19.4, 190.6)
    assert (top, bottom) == near(13.55, 283.45)


def test_neighbouring_cards_touch_where_a_knife_goes(front: Image.Image) -> None:
    # The gradient starts afresh with each card: the biggest step across the middle is the cut.
    across = front.crop((round(90 * MM), round(16 * MM), round(120 * MM), round(16 * MM) + 1)).tobytes()
    steps = [abs(after - before) for before, after in zip(across, across[4:], strict=False)]
    assert 90 + (steps.index(max(steps)) + 2) / MM == near(105.0)
    down = front.crop((round(22 * MM), round(50 * MM), round(22 * MM) + 1, round(85 * MM))).tobytes()
    steps = [abs(after - before) for before, after in zip(down, down[4:], strict=False)]
    assert 50 + (steps.index(max(steps)) + 2) / MM == near(67.53)


@pytest.mark.parametrize("side", ["front", "back"])
def test_crop_marks_stand_outside_the_cards_at_every_cut(side: str, request: pytest.FixtureRequest) -> None:
    image = request.getfixturevalue(side)
    for left, right in ((5.0, 19.0), (191.0, 205.0)):
        assert strokes_mm(image, left, 12.5, right, 284.5, axis=1) == near(*ROW_EDGES_MM)
    for top, bottom in ((8.0, 13.2), (283.8, 288.9)):
        assert strokes_mm(image, 15, top, 195, bottom, axis=0) == near(*COLUMN_EDGES_MM)
    assert ink_mm(image, 5, 60, 19.3, 80)[::2] == near(13.9, 17.4)
    assert ink_mm(image, 190.8, 60, 205, 80)[::2] == near(192.6, 196.1)
    assert ink_mm(image, 100, 7.9, 110, 13.4)[1::2] == near(8.05, 11.55)
    assert ink_mm(image, 100, 283.6, 110, 289)[1::2] == near(285.45, 288.95)


def test_no_crop_mark_is_drawn_on_a_card(back: Image.Image) -> None:
    for edge in COLUMN_EDGES_MM:
        strip = cut_out(back, edge - 0.5, 13.55, edge + 0.5, 283.45)
        assert strip.getextrema() == (255, 255)
    for edge in ROW_EDGES_MM:
        strip = cut_out(back, 19.4, edge - 0.5, 190.6, edge + 0.5)
        assert strip.getextrema() == (255, 255)


def test_the_ruler_is_as_long_as_it_says(front: Image.Image) -> None:
    left, _, right, _ = ink_mm(front, 5, 7.4, 120.4, 7.5)
    assert right - left == near(100.0)
    ticks = strokes_mm(front, 15, 6.7, 120.4, 7.2, axis=0)
    assert ticks == near(*(19.4 + 10 * centimetre for centimetre in range(11)))


def test_a_back_lies_behind_its_front_when_the_sheet_is_turned_over_its_long_edge(sheet: Path) -> None:
    def places(number: int) -> dict[str, tuple[int, int]]:
        found = zxingcpp.read_barcodes(page_image(sheet, number, 300))
        scale = 25.4 / 300
        return {
            code.text: (
                int((code.position.top_left.x * scale - 19.4) // 85.6),
                int((code.position.top_left.y * scale - 13.55) // 53.98),
            )
            for code in found
        }

    fronts, backs = places(0), places(1)
    assert len(fronts) == 10
    assert backs == {code: (1 - column, row) for code, (column, row) in fronts.items()}


def test_the_code_with_its_quiet_zone_is_24_mm_and_stands_on_white(front: Image.Image) -> None:
    tile_left, tile_top = 19.4 + 85.6 - 5 - 24, 13.55 + 53.98 - 5 - 24
    module = 24 / 29
    code = ink_mm(front, tile_left + 1, tile_top + 1, tile_left + 23, tile_top + 23)
    assert code == near(
        tile_left + 4 * module, tile_top + 4 * module, tile_left + 25 * module, tile_top + 25 * module
    )
    for left, top, width, height in ((2, 0.1, 20, 3), (2, 20.9, 20, 3), (0.1, 2, 3, 20), (20.9, 2, 3, 20)):
        x, y = tile_left + left, tile_top + top
        assert cut_out(front, x, y, x + width, y + height).getextrema() == (255, 255)


def test_a_card_printer_gets_one_card_to_a_page_front_then_back(tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    assert cards_pdf(faces(3), out, layout="cr80") == 3
    with closing(pypdfium2.PdfDocument(out)) as document:
        assert len(document) == 6
        with closing(document[0]) as page:
            assert tuple(length * 25.4 / 72 for length in page.get_size()) == near(85.6, 53.98)
    codes = [card.code for card in faces(3)]
    assert list(codes_in_pdf(out)) == [code for code in codes for _ in range(2)]
    image = page_image(out, 0, 300)
    for x, y in ((0, 0), (image.width - 1, 0), (0, image.height - 1), (image.width - 1, image.height - 1)):
        assert image.crop((x, y, x + 1, y + 1)).tobytes()[0] < 128


def test_names_can_be_selected_as_they_are_spelled(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    cards_pdf([face(unicodedata.normalize("NFD", name)) for name in NAMES], out)
    lines = {line.strip() for page in texts(out) for line in page.splitlines()}
    assert set(NAMES) <= lines
    assert "9800 3456 7890 1288" in lines


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_another_program_selects_the_same_names(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    cards_pdf([face(name) for name in NAMES], out, layout="cr80")
    told = subprocess.run(["pdftotext", "-enc", "UTF-8", out, "-"], check=True, capture_output=True)
    lines = [line.strip() for line in told.stdout.decode("utf-8").splitlines()]
    assert [line for line in lines if line in NAMES] == list(NAMES)
    assert "9800 3456 7890 1288" in lines


def test_nothing_on_a_sheet_is_a_picture(sheet: Path) -> None:
    content = sheet.read_bytes()
    assert b"/Subtype /Image" not in content
    assert b"/FontFile2" in content


def test_sheets_speak_the_language_of_the_moment(tmp_path: Path, language: str) -> None:
    out = tmp_path / "cards.pdf"
    cards_pdf(faces(11), out)
    front, back, *_, last = texts(out)
    wanted = {
        "en": ("Print at 100 %", "Sheet 1 · front", "Scan this card", "Sheet 2 · back"),
        "vi": ("In ở 100 %", "Tờ 1 · mặt trước", "Quét thẻ mỗi lần mua", "Tờ 2 · mặt sau"),
    }[language]
    assert wanted[0] in front
    assert wanted[1] in front
    assert wanted[2] in back
    assert wanted[3] in last


def test_stopping_leaves_no_file_and_takes_no_more_cards(tmp_path: Path) -> None:
    taken: list[str] = []

    def watched() -> Iterator[CardFace]:
        for card in faces(100):
            taken.append(card.code)
            yield card

    told: list[int] = []

    def stop_at_twenty(cards: int) -> bool:
        told.append(cards)
        return cards < 20

    assert cards_pdf(watched(), tmp_path / "cards.pdf", progress=stop_at_twenty) == 0
    assert told == [10, 20]
    assert len(taken) == 20
    assert list(tmp_path.iterdir()) == []


def test_stopping_or_failing_keeps_the_file_of_before(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    out.write_bytes(b"before")

    def broken() -> Iterator[CardFace]:
        yield from faces(12)
        raise LookupError

    assert cards_pdf(faces(12), out, progress=lambda cards: False) == 0
    with pytest.raises(LookupError):
        cards_pdf(broken(), out)
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]


def test_no_cards_make_no_file(tmp_path: Path) -> None:
    assert cards_pdf([], tmp_path / "cards.pdf") == 0
    assert list(tmp_path.iterdir()) == []


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "thẻ thành viên.pdf"
    seen: list[bool] = []

    def look(cards: int) -> bool:
        seen.append(out.exists())
        return True

    cards_pdf(faces(25), out, progress=look)
    assert seen == [False, False, False]
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there_or_not_a_folder_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for out in (tmp_path / "missing" / "cards.pdf", file / "cards.pdf", tmp_path):
        with pytest.raises(CannotWrite) as told:
            cards_pdf(faces(1), out)
        assert told.value.path == out
        assert isinstance(told.value, Unavailable)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that even root cannot write into")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    # chmod does not stop root, whom tests often run as; the kernel's own folder stops everyone.
    out = Path("/proc/cards.pdf")
    with pytest.raises(CannotWrite) as told:
        cards_pdf(faces(1), out)
    assert told.value.path == out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to a file's size")
def test_a_disk_that_fills_up_is_told_and_keeps_the_file_of_before(tmp_path: Path) -> None:
    import resource as limits

    out = tmp_path / "cards.pdf"
    out.write_bytes(b"before")
    soft, hard = limits.getrlimit(limits.RLIMIT_FSIZE)
    limits.setrlimit(limits.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(CannotWrite):
            cards_pdf(faces(30), out)
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, (soft, hard))
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count peak memory in other units")
def test_memory_does_not_grow_with_the_number_of_cards(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from loyalpos.printing.sheet import cards_pdf
from tests.printing.conftest import faces
app = QGuiApplication([])
peaks = []
for count in (50, 500):
    cards_pdf((card for card in faces(count)), Path(sys.argv[1]) / "cards.pdf")
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(peaks[1] - peaks[0])
"""
    told = subprocess.run(
        [sys.executable, "-c", program, tmp_path],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": "."},
    )
    assert int(told.stdout) < 6_000


def test_a_printer_gets_the_same_sheets(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_cards(faces(12), printer) == 12
    cards_pdf(faces(12), tmp_path / "written.pdf")
    assert codes_in_pdf(tmp_path / "printed.pdf") == codes_in_pdf(tmp_path / "written.pdf")
    printed, written = (page_image(tmp_path / name, 0, DPI) for name in ("printed.pdf", "written.pdf"))
    for part in ((5, 35, 205, 36), (40, 9, 41, 288), (5, 7.4, 120.4, 7.5)):
        assert ink_mm(printed, *part) == near(*ink_mm(written, *part))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_job_is_told(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(CannotPrint):
        print_cards(faces(1), printer)


def test_a_print_job_can_be_stopped(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    told: list[int] = []

    def stop(cards: int) -> bool:
        told.append(cards)
        return False

    assert print_cards(faces(30), printer, progress=stop) == 0
    assert told == [10]
