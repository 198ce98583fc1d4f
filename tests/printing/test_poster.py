"""The poster and the web page: whole, readable, and read back as they were written."""

from __future__ import annotations

from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from loyalpos.engine.joining import Reach
from loyalpos.engine.program import AmountOff, Expiry, ExpiryKind, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.errors import CannotWrite
from loyalpos.printing import poster as drawn
from loyalpos.printing.colours import contrast
from loyalpos.printing.customer.program import Section, customer_words
from loyalpos.printing.customer.tongue import LANGUAGES, Language
from loyalpos.printing.lettering import fit
from loyalpos.printing.poster import Poster, poster_images, poster_pdf
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.printing.signs import drawable, is_drawn
from loyalpos.printing.web_page import web_page

REACH = Reach("https://zalo.me/0901234567", "Zalo 0901 234 567")
PROGRAM = Program(
    1,
    (AmountRule("base", 10_000),),
    (AmountOff("off", "Giảm ba mươi nghìn", 300, 30_000),),
    points_name="hạt",
    expiry=Expiry(ExpiryKind.MONTHS, 12),
)
LONGEST = tuple(
    Section(
        f"Phần thứ {part}",
        tuple(f"Câu số {part}.{number}: {'điểm thưởng dịp Tết ' * 6}" for number in range(10)),
    )
    for part in range(3)
)


def poster(language: Language = "vi", sections: tuple[Section, ...] | None = None, **more: str) -> Poster:
    told = customer_words(PROGRAM, language) if sections is None else sections
    plain = Poster("Quán Cà Phê Mây", "#0f6e5f", "12 Hàng Bài, Hà Nội", REACH, language, told)
    return replace(plain, **more)


def words_of(path: Path) -> tuple[str, ...]:
    """Read each page's text, all white space as single spaces."""
    pages: list[str] = []
    with closing(PdfDocument(path)) as document:
        for page in document:
            with closing(page.get_textpage()) as text:
                pages.append(" ".join(text.get_text_range().split()))
            page.close()
    return tuple(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_poster_is_read_back_word_for_word(tmp_path: Path, language: Language) -> None:
    out = tmp_path / "to.pdf"
    assert poster_pdf(poster(language), out) == 1
    (text,) = words_of(out)
    for section in customer_words(PROGRAM, language):
        for words in (section.title, *section.sentences):
            assert " ".join(words.split()) in text
    assert "Quán Cà Phê Mây" in text
    assert codes_in_pdf(out) == (REACH.code,)
    with closing(PdfDocument(out)) as document:
        width, height = document[0].get_size()
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (148, 210)


def test_the_longest_program_takes_more_pages_and_loses_no_word(tmp_path: Path) -> None:
    out = tmp_path / "to.pdf"
    pages = poster_pdf(poster(sections=LONGEST), out)
    read = words_of(out)
    assert len(read) == pages > 1
    whole = " ".join(read)
    for section in LONGEST:
        for words in (section.title, *section.sentences):
            assert " ".join(words.split()) in whole
    assert f"{pages} / {pages}" in read[-1]
    assert set(codes_in_pdf(out)) == {REACH.code}


@pytest.mark.parametrize("count", [1, 3])
def test_every_sentence_lies_inside_the_page_and_over_no_other(count: int) -> None:
    layout = drawn._laid_out(LONGEST[:count])
    for page in layout.pages:
        boxes = [piece.box for piece in page]
        for at, box in enumerate(boxes):
            assert drawn._BODY.adjusted(-1, -1, 1, 1).contains(box)
            assert not any(box.intersects(other) for other in boxes[:at])
        for piece in page:
            lettering = drawn._lettering(is_title=piece.is_title, size=layout.size)
            fitted = fit(piece.text, lettering, piece.box.width(), piece.box.height())
            assert not fitted.shortened
            assert not fitted.overflows


def test_few_sentences_are_large() -> None:
    small, large = drawn._laid_out(LONGEST), drawn._laid_out(poster().sections)
    assert small.size < large.size == drawn._SIZES[0][0]


def test_a_long_name_stays_in_the_band(tmp_path: Path) -> None:
    name = "Công ty TNHH Thương mại Dịch vụ Cà phê và Bánh ngọt Hoa Hướng Dương Ngọc Ánh"
    (image,) = poster_images(poster(shop_name=name), 592)
    band = QRectF(0, 3300 * 592 / 14800, 592, 60)
    below = image.copy(band.toRect())
    assert {QColor(below.pixel(x, 10)).name() for x in range(592)} == {"#ffffff"}
    out = tmp_path / "to.pdf"
    poster_pdf(poster(shop_name=name), out)
    assert "Hướng Dương" in words_of(out)[0]


def test_nothing_to_scan_leaves_no_hole(tmp_path: Path) -> None:
    out = tmp_path / "to.pdf"
    poster_pdf(replace(poster(), reach=Reach("", "")), out)
    assert codes_in_pdf(out) == ()


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        poster_pdf(poster(), tmp_path / "missing" / "to.pdf")


def test_the_preview_has_every_page_at_the_paper_s_shape() -> None:
    images = poster_images(poster(sections=LONGEST), 300)
    assert len(images) == len(drawn._laid_out(LONGEST).pages)
    assert {(image.width(), image.height()) for image in images} == {(300, 300 * 21000 // 14800)}
    assert isinstance(images[0], QImage)


def test_a_sign_no_typeface_has_is_left_out_of_paper(tmp_path: Path) -> None:
    out = tmp_path / "to.pdf"
    picture = "\U000e0fff"
    assert not is_drawn(picture)
    flower = "🌸"
    told = customer_words(replace(PROGRAM, points_name=f"hạt {flower}"), "vi")
    poster_pdf(poster(sections=told), out)
    (text,) = words_of(out)
    assert "tích 1 hạt" in text
    assert (flower in drawable(flower)) == is_drawn(flower)
    assert drawable("Điểm – “hạt” 10.000 ₫ Nguyễn") == "Điểm – “hạt” 10.000 ₫ Nguyễn"


def test_what_joins_signs_goes_with_them() -> None:
    if is_drawn("🌸"):
        assert drawable("🌸\ufe0f") == "🌸\ufe0f"
    else:
        assert drawable("hạt 🌸\ufe0f") == "hạt "


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.text = ""
        self.languages: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ("meta",):
            self.opened.append(tag)
        if tag == "article":
            self.languages.append(str(given["lang"]))
        if tag in ("script", "link", "img", "iframe") or "src" in given or "style" in given:
            self.loaded.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "path"

    def handle_data(self, data: str) -> None:
        self.text += data


def read_page(shop_name: str = "Quán Mây", brand: str = "#0f6e5f") -> tuple[str, _Page]:
    told = [(language, customer_words(PROGRAM, language)) for language in LANGUAGES]
    html = web_page(shop_name=shop_name, brand=brand, contact="12 Hàng Bài", reach=REACH, sections=told)
    page = _Page()
    page.feed(html)
    assert page.opened == []
    return html, page


def test_the_web_page_is_whole_and_loads_nothing() -> None:
    html, page = read_page()
    assert page.languages == ["vi", "en"]
    assert page.loaded == []
    assert "Cứ 10.000\u00a0₫ tích 1\u00a0hạt." in page.text
    assert "Each 10.000\u00a0₫ earns 1\u00a0hạt." in page.text
    assert html.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert 'href="https://zalo.me/0901234567"' in html
    assert 'role="img" aria-label="' in html


def test_the_owner_s_words_are_escaped_on_the_web_page() -> None:
    _, page = read_page('Quán <script>alert("1")</script> & Bạn')
    assert 'Quán <script>alert("1")</script> & Bạn' in page.text
    assert "script" not in page.loaded


@pytest.mark.parametrize("brand", ["#ffe14d", "#0f6e5f", "#777777"])
def test_the_web_page_can_be_read_on_any_brand(brand: str) -> None:
    html, _ = read_page(brand=brand)
    ground, text = html.split("header{background:")[1].split(";padding")[0].split(";color:")
    assert contrast(QColor(ground), QColor(text)) >= 4.5


def test_a_link_that_would_run_is_no_link() -> None:
    told = [("vi", customer_words(PROGRAM, "vi"))]
    reach = Reach("javascript:alert(1)", "javascript:alert(1)")
    html = web_page(shop_name="Mây", brand="#0f6e5f", contact="", reach=reach, sections=told)  # type: ignore[arg-type]
    assert "href=" not in html.split("<footer>")[1]
