"""Letters: a page each, the member's words and code, nothing cut."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QApplication

from loyalpos.engine.codes import card_code
from loyalpos.printing.letter import LETTER_PAPERS, LetterFace, put_out_letters
from loyalpos.printing.read_back import codes_in_pdf

LONG = "Nguyễn Hoàng Thị Phương Quỳnh Như Ái Mỹ Duyên xin gửi lời chúc năm mới an khang thịnh vượng. " * 3


def face(
    number: int, text: str = "Kính gửi chị Mai,\n\nChúc mừng sinh nhật!", code: bool = True
) -> LetterFace:
    words = f"{text}\n#{number}#"
    return LetterFace(
        "Quán Cà Phê Mây",
        "12 Hàng Bài, Hà Nội",
        "#0f6e5f",
        "23/11/2026",
        words,
        card_code(number) if code else "",
    )


def texts_of(path: Path) -> list[str]:
    with closing(PdfDocument(path)) as document:
        return [
            " ".join(document[at].get_textpage().get_text_bounded().split()) for at in range(len(document))
        ]


@pytest.mark.parametrize("paper", LETTER_PAPERS)
def test_each_member_has_a_page_with_words_and_code(qapp: QApplication, tmp_path: Path, paper: str) -> None:
    faces = [face(number) for number in range(5)]
    assert put_out_letters(faces, tmp_path / "a.pdf", paper=paper) == 5
    pages = texts_of(tmp_path / "a.pdf")
    assert len(pages) == 5
    for number, page in enumerate(pages):
        for said in (
            "Quán Cà Phê Mây",
            "Kính gửi chị Mai,",
            "Chúc mừng sinh nhật!",
            f"#{number}#",
            "23/11/2026",
        ):
            assert said in page
    assert codes_in_pdf(tmp_path / "a.pdf") == tuple(one.code for one in faces)
    width, height = LETTER_PAPERS[paper]
    with closing(PdfDocument(tmp_path / "a.pdf")) as document:
        size = document[0].get_size()
    assert abs(size[0] * 25.4 / 72 - width / 100) < 0.2
    assert abs(size[1] * 25.4 / 72 - height / 100) < 0.2


@pytest.mark.parametrize("paper", LETTER_PAPERS)
@pytest.mark.parametrize("code", [True, False])
def test_long_words_shrink_until_the_last_line_is_there(
    qapp: QApplication, tmp_path: Path, paper: str, code: bool
) -> None:
    text = "\n".join([LONG] * 6)[:1_990]
    put_out_letters([face(1, text, code)], tmp_path / "a.pdf", paper=paper)
    (page,) = texts_of(tmp_path / "a.pdf")
    assert "#1#" in page
    assert "…" not in page


def test_letters_are_printed_again_from_one_on(qapp: QApplication, tmp_path: Path) -> None:
    told: list[int] = []

    def go_on(done: int) -> bool:
        told.append(done)
        return True

    faces = [face(number) for number in range(5)]
    assert put_out_letters(faces, tmp_path / "a.pdf", first=4, progress=go_on) == 2
    assert ["#3#" in page or "#4#" in page for page in texts_of(tmp_path / "a.pdf")] == [True, True]
    assert told == [4, 5]
    assert put_out_letters([], tmp_path / "b.pdf") == 0
    assert not (tmp_path / "b.pdf").exists()
