from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from loyalpos.errors import LayoutUnsound
from loyalpos.printing.card import CARD_HEIGHT, CARD_WIDTH
from loyalpos.printing.label import code_side
from loyalpos.printing.layouts import BUNDLED, Holds, SheetLayout, bundled, layouts_in, read_layout
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.printing.sheet import cards_pdf
from loyalpos.settings import resource
from tests.printing.conftest import face, faces
from tests.printing.pages import DPI, MM, ink_mm, page_image, strokes_mm, texts

SLACK_MM = 0.2
FIELDS = ("page", "place", "columns", "rows", "margin", "title")


def near(*values: float) -> object:
    return pytest.approx(values, abs=SLACK_MM)


def mm(*lengths: int) -> tuple[float, ...]:
    return tuple(length / 100 for length in lengths)


def said(name: str = "a4") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(resource("layouts", f"{name}.json").read_text("utf-8"))
    return document


def written(folder: Path, document: object, name: str = "mine.json") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return path


Sheets = Callable[[str], tuple[SheetLayout, Path]]


@pytest.fixture(scope="module")
def full_sheet(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    folder = tmp_path_factory.mktemp("sheets")

    @cache
    def made(name: str) -> tuple[SheetLayout, Path]:
        layout = bundled(name)
        out = folder / f"{name}.pdf"
        assert cards_pdf(faces(layout.cards), out, layout=name) == layout.cards
        return layout, out

    return made


# What comes with the program ---------------------------------------------------------------------


def test_every_layout_of_the_program_is_offered_and_no_file_is_forgotten() -> None:
    assert {path.stem for path in resource("layouts").glob("*.json")} == set(BUNDLED)
    shelf = layouts_in(None)
    assert tuple(shelf.layouts) == BUNDLED
    assert shelf.unsound == ()


@pytest.mark.parametrize("name", BUNDLED)
def test_a_page_is_as_large_as_its_layout_says(full_sheet: Sheets, name: str) -> None:
    layout, out = full_sheet(name)
    with closing(PdfDocument(out)) as document:
        assert len(document) == (2 if layout.is_two_sided else 1)
        for number in range(len(document)):
            with closing(document[number]) as page:
                size = tuple(side * 25.4 / 72 for side in page.get_size())
                # A PDF writer keeps whole points, of 0.35 mm.
                assert size == pytest.approx(mm(layout.page.width, layout.page.height), abs=0.24)


@pytest.mark.parametrize("name", [name for name in BUNDLED if bundled(name).holds is Holds.CARDS])
def test_every_card_lies_where_its_layout_says(full_sheet: Sheets, name: str) -> None:
    layout, out = full_sheet(name)
    scale = min(layout.place.width / CARD_WIDTH, layout.place.height / CARD_HEIGHT)
    image = page_image(out, 0)
    module = 2400 * scale / 29
    for left, top in layout.places(mirrored=False):
        # The code is the card's sharpest part: it lies 5 mm from the card's right and lower edge.
        right = left + (layout.place.width + CARD_WIDTH * scale) / 2 - 500 * scale
        bottom = top + (layout.place.height + CARD_HEIGHT * scale) / 2 - 500 * scale
        box = (right - 2400 * scale + module, bottom - 2400 * scale + module, right - module, bottom - module)
        found = ink_mm(image, *(edge / 100 for edge in box))
        assert found == near(
            *(
                edge / 100
                for edge in (
                    right - 25 * module,
                    bottom - 25 * module,
                    right - 4 * module,
                    bottom - 4 * module,
                )
            )
        )


@pytest.mark.parametrize("name", [name for name in BUNDLED if bundled(name).holds is Holds.LABELS])
def test_every_label_lies_where_its_layout_says(full_sheet: Sheets, name: str) -> None:
    layout, out = full_sheet(name)
    image = page_image(out, 0)
    side = code_side(layout.place.width, layout.place.height)
    module = side / 29
    for left, top in layout.places(mirrored=False):
        x, y = left + 100, top + (layout.place.height - side) / 2
        found = ink_mm(image, x / 100, y / 100, (x + side) / 100, (y + side) / 100)
        assert found == near(
            *((x + 4 * module) / 100, (y + 4 * module) / 100),
            *((x + 25 * module) / 100, (y + 25 * module) / 100),
        )


@pytest.mark.parametrize("name", BUNDLED)
def test_nothing_of_a_label_or_card_reaches_into_its_neighbour(tmp_path: Path, name: str) -> None:
    layout = bundled(name)
    long = face("Công Tằng Tôn Nữ Ỷ Ngọc " * 5, shop="Tiệm Bánh Mì Gia Truyền Đệ Nhất Phố Hiến")
    blank = [face(None, number=at) for at in range(layout.cards)]
    crowded = [long, *blank[1:]]
    if layout.cards == 1:
        return
    cards_pdf(blank, tmp_path / "blank.pdf", layout=name)
    cards_pdf(crowded, tmp_path / "crowded.pdf", layout=name)
    plain, full = (page_image(tmp_path / f"{which}.pdf", 0, 300) for which in ("blank", "crowded"))
    pixels = 300 / 2540
    left, top = (round(edge * pixels) for edge in layout.places(mirrored=False)[0])
    right, bottom = left + round(layout.place.width * pixels), top + round(layout.place.height * pixels)
    for image in (plain, full):
        image.paste(255, (left, top, right, bottom))
    assert plain.tobytes() == full.tobytes()


@pytest.mark.parametrize("name", [name for name in BUNDLED if bundled(name).marks is not None])
def test_crop_marks_stand_at_every_cut_out_of_the_printers_margin(full_sheet: Sheets, name: str) -> None:
    layout, out = full_sheet(name)
    assert layout.marks is not None
    off, reach = layout.marks.off / 100, layout.marks.reach / 100
    assert reach <= 6
    lefts, tops = layout.lefts(), layout.tops()
    left, top = lefts[0] / 100, tops[0] / 100
    right = (lefts[-1] + layout.place.width) / 100
    bottom = (tops[-1] + layout.place.height) / 100
    columns = sorted({edge for at in lefts for edge in mm(at, at + layout.place.width)})
    rows = sorted({edge for at in tops for edge in mm(at, at + layout.place.height)})
    for number in range(2):
        image = page_image(out, number).copy()
        for edge, away in ((left, -1), (right, 1)):
            strip = sorted((edge + away * (off + 0.3), edge + away * (reach - 0.3)))
            assert strokes_mm(image, strip[0], top - 1, strip[1], bottom + 1, axis=1) == near(*rows)
        for edge, away in ((top, -1), (bottom, 1)):
            strip = sorted((edge + away * (off + 0.3), edge + away * (reach - 0.3)))
            assert strokes_mm(image, left - 1, strip[0], right + 1, strip[1], axis=0) == near(*columns)
        # Nothing lies in the strip along the paper's edges that is the printer's own.
        margin = round((layout.printer_margin / 100 - 0.05) * MM)
        inner = (margin, margin, round(layout.page.width * MM / 100) - margin, image.height - margin)
        image.paste(255, inner)
        assert image.getextrema() == (255, 255)


def test_a_card_maker_gets_two_millimetres_of_colour_around_the_card(full_sheet: Sheets) -> None:
    layout, out = full_sheet("cr80-bleed")
    assert (layout.page.width, layout.page.height) == (8960, 5798)
    image = page_image(out, 0, 300)
    for x, y in ((0, 0), (image.width - 1, 0), (0, image.height - 1), (image.width - 1, image.height - 1)):
        assert image.crop((x, y, x + 1, y + 1)).tobytes()[0] < 128


def test_colour_on_ready_cut_stock_runs_past_the_outer_edges_and_ends_at_the_neighbours(
    full_sheet: Sheets,
) -> None:
    _, out = full_sheet("a4-stock")
    image = page_image(out, 0)
    left, _, right, _ = ink_mm(image, 5, 30, 104, 31)
    _, top, _, bottom = ink_mm(image, 40, 5, 41, 292)
    assert (left, right) == near(14.0, 101.0)
    assert (top, bottom) == near(12.5, 284.5)
    # The gradient starts afresh with each card: the biggest step down is the perforation.
    x = round(17 * DPI / 25.4)
    down = image.crop((x, round(50 * DPI / 25.4), x + 1, round(85 * DPI / 25.4))).tobytes()
    steps = [abs(after - before) for before, after in zip(down, down[4:], strict=False)]
    assert (50 + (steps.index(max(steps)) + 2) * 25.4 / DPI,) == near(67.5)


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("dpi", [150, 300])
def test_every_code_of_a_full_sheet_is_read(full_sheet: Sheets, name: str, dpi: int) -> None:
    layout, out = full_sheet(name)
    codes = [card.code for card in faces(layout.cards)]
    assert sorted(codes_in_pdf(out, dpi)) == sorted(codes * (2 if layout.is_two_sided else 1))


@pytest.mark.parametrize("name", ["a4-labels-24", "a4-labels-65"])
def test_labels_say_name_and_number_as_they_are_spelled(tmp_path: Path, name: str) -> None:
    out = tmp_path / "labels.pdf"
    cards_pdf([face("Nguyễn Văn Đức"), face("Lý Ửu Ẵm"), face(None)], out, layout=name)
    said_on_it = " ".join(texts(out)[0].split())
    assert said_on_it.count("Nguyễn Văn Đức") == 1
    assert said_on_it.count("Lý Ửu Ẵm") == 1
    assert said_on_it.count("9800 3456 7890 1288") == 3


# The owner's own ---------------------------------------------------------------------------------


def test_an_owners_layout_is_offered_behind_those_of_the_program(tmp_path: Path) -> None:
    mine = said() | {"title": {"vi": "Của tôi", "en": "Mine"}, "rows": 4}
    written(tmp_path, mine, "bốn hàng.json")
    shelf = layouts_in(tmp_path)
    assert tuple(shelf.layouts) == (*BUNDLED, "bốn hàng")
    assert shelf.unsound == ()
    layout = shelf.layouts["bốn hàng"]
    assert (layout.title.said_in("vi"), layout.title.said_in("en"), layout.cards) == ("Của tôi", "Mine", 8)
    assert cards_pdf(faces(9), tmp_path / "cards.pdf", layout=layout) == 9
    assert len(set(codes_in_pdf(tmp_path / "cards.pdf"))) == 9


def test_a_broken_layout_is_named_and_hides_no_other(tmp_path: Path) -> None:
    written(tmp_path, said(), "sound.json")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    (tmp_path / "letters.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.json").mkdir()
    written(tmp_path, said(), "a4.json")
    written(tmp_path, said() | {"columns": 3}, "wide.json")
    shelf = layouts_in(tmp_path)
    assert tuple(shelf.layouts) == (*BUNDLED, "sound")
    assert {error.path.name: error.why for error in shelf.unsound} == {
        "a4.json": "taken",
        "broken.json": "not_json",
        "folder.json": "unreadable",
        "letters.json": "not_json",
        "wide.json": "page",
    }


def without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda document: document.pop(name)


def having(**more: object) -> Callable[[dict[str, Any]], object]:
    return lambda document: document.update(more)


@pytest.mark.parametrize(
    ("change", "where", "why"),
    [
        *((without(name), name, "missing") for name in FIELDS),
        (having(title={"vi": "A4"}), "title.en", "missing"),
        (having(title={"vi": " ", "en": "A4"}), "title", "missing"),
        (having(colour="red"), "colour", "unexpected"),
        (having(page={"width": 210, "height": 297, "depth": 1}), "page.depth", "unexpected"),
        (having(format="loyalpos-program"), "format", "value"),
        (having(version=2), "version", "value"),
        (having(columns=2.5), "columns", "value"),
        (having(columns=True), "columns", "value"),
        (having(columns=0), "columns, rows", "value"),
        (having(rows=10**9), "columns, rows", "value"),
        (having(page={"width": "210", "height": 297}), "page.width", "value"),
        (having(page={"width": 1e999, "height": 297}), "", "not_json"),
        (having(page={"width": 210, "height": 2970}), "page", "value"),
        (having(margin={"x": -1, "y": 10}), "margin, gap", "value"),
        (having(place={"width": 0, "height": 54}), "place", "value"),
        (having(holds="stamps"), "holds", "value"),
        (having(bleed=6), "bleed", "value"),
        (having(columns=3), "margin", "page"),
        (having(gap={"x": 25, "y": 0}), "margin", "page"),
        (having(place={"width": 60, "height": 38}), "place", "small"),
        (having(holds="labels", place={"width": 22, "height": 50}), "place", "small"),
        (having(marks={"off": 3, "length": 3.5}), "marks", "marks"),
        (having(marks={"off": 2, "length": 3.5}, margin={"x": 19.4, "y": 10}), "marks", "marks"),
        (having(marks={"off": 0, "length": 3}), "marks", "value"),
    ],
)
def test_a_layout_is_read_strictly(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], where: str, why: str
) -> None:
    document = said()
    change(document)
    with pytest.raises(LayoutUnsound) as told:
        read_layout(written(tmp_path, document))
    assert (told.value.where, told.value.why) == (where, why)


def test_a_field_that_stands_twice_is_a_broken_layout(tmp_path: Path) -> None:
    path = written(tmp_path, said())
    path.write_text(path.read_text("utf-8").replace('"rows": 5', '"rows": 5, "rows": 4'), "utf-8")
    with pytest.raises(LayoutUnsound):
        read_layout(path)


def test_a_folder_that_is_not_there_holds_no_layouts(tmp_path: Path) -> None:
    assert tuple(layouts_in(tmp_path / "missing").layouts) == BUNDLED
