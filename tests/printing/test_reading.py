from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from PIL import Image

from loyalpos.engine.card_design import CardDesign
from loyalpos.printing.card import CardFace
from loyalpos.printing.card_templates import template_names
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.printing.sheet import cards_pdf
from tests.printing.conftest import faces
from tests.printing.pages import page_image
from tests.printing.worn import codes_on, cut_codes, dirty, one_bit, out_of_focus, small, turned

BATCH = 60


@pytest.fixture(scope="module")
def batch(qapp: object) -> list[CardFace]:
    return faces(BATCH)


@pytest.fixture(scope="module")
def printed(batch: list[CardFace], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("batch") / "cards.pdf"
    assert cards_pdf(batch, out) == BATCH
    return out


@pytest.mark.parametrize("dpi", [150, 300, 600])
def test_every_code_of_a_batch_is_read_front_and_back(printed: Path, batch: list[CardFace], dpi: int) -> None:
    read = codes_in_pdf(printed, dpi)
    codes = [card.code for card in batch]
    assert [code for page in range(0, 2 * BATCH, 20) for code in read[page : page + 10]] == codes
    assert sorted(read) == sorted(codes * 2)


def test_every_code_is_read_in_black_and_white_at_the_dots_of_a_thermal_printer(
    printed: Path, batch: list[CardFace]
) -> None:
    for sheet in range(BATCH // 10):
        codes = {card.code for card in batch[10 * sheet : 10 * sheet + 10]}
        for side in range(2):
            page = page_image(printed, 2 * sheet + side, 203)
            assert codes_on(one_bit(page)) == codes
            assert codes_on(page.convert("1").convert("L")) == codes


@pytest.mark.parametrize("template", template_names())
def test_the_codes_of_every_template_are_read_from_coarse_pages(tmp_path: Path, template: str) -> None:
    cards = [replace(card, design=CardDesign(template=template)) for card in faces(10)]
    cards_pdf(cards, tmp_path / "cards.pdf")
    # Some have their code on one side alone.
    pages = [page_image(tmp_path / "cards.pdf", side, dpi) for dpi in (203, 150) for side in range(2)]
    codes = {card.code for card in cards}
    assert codes_on(one_bit(pages[0])) | codes_on(one_bit(pages[1])) == codes
    assert codes_on(pages[2]) | codes_on(pages[3]) == codes


def test_every_code_is_read_from_a_page_of_150_dpi_at_a_third_of_its_size(
    printed: Path, batch: list[CardFace]
) -> None:
    for sheet in range(BATCH // 10):
        codes = {card.code for card in batch[10 * sheet : 10 * sheet + 10]}
        assert codes_on(small(page_image(printed, 2 * sheet, 150), 30)) == codes


@pytest.mark.parametrize(
    "wear",
    [
        pytest.param(lambda image: turned(image, 20), id="turned by 20 degrees"),
        pytest.param(lambda image: turned(image, -20), id="turned the other way"),
        pytest.param(lambda image: out_of_focus(image, 4), id="blurred by 4 pixels"),
    ],
)
def test_every_code_of_24_mm_is_read_when_it_is_turned_or_blurred(
    printed: Path, batch: list[CardFace], wear: Callable[[Image.Image], Image.Image]
) -> None:
    for code, image in cut_codes(printed, batch, 300):
        assert codes_on(wear(image)) == {code}


@pytest.mark.parametrize("shade", [0, 128, 255])
@pytest.mark.parametrize("percent", [1, 3])
def test_every_code_of_24_mm_is_read_under_a_blot_off_its_corners(
    printed: Path, batch: list[CardFace], percent: int, shade: int
) -> None:
    rng = Random(percent + shade)
    for code, image in cut_codes(printed, batch, 300):
        for _ in range(3):
            assert codes_on(dirty(image, percent, shade, rng)) == {code}


def test_a_blot_is_as_large_as_it_is_said_to_be_and_no_code_is_read_without_a_corner(
    printed: Path, batch: list[CardFace]
) -> None:
    code, image = next(cut_codes(printed, batch, 300))
    white = Image.new("L", image.size, 255)
    blot = dirty(white, 3, 0, Random(1)).histogram()[0]
    assert blot / (image.width * 21 / 29) ** 2 == pytest.approx(0.03, abs=0.002)
    torn = image.copy()
    torn.paste(255, (0, 0, image.width // 2, image.height // 2))
    assert codes_on(image) == {code}
    assert codes_on(torn) == set()
