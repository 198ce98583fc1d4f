"""The card for a friend: its words in both languages, its code on a picture and on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtGui import QImage

from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule
from loyalpos.errors import CannotWrite
from loyalpos.printing.customer.invitation import Inviting, invitation, places, usual_words
from loyalpos.printing.friend_card import FRIEND_HEIGHT, FRIEND_WIDTH, FriendFace, friend_pdf, friend_png

TODAY = date(2026, 11, 23)
RULES = (AmountRule("base", per_vnd=10_000),)
REFERRAL = Referral("ref", Gives(50), Gives(30), minimum_vnd=50_000)
PROGRAM = Program(1, RULES, occasions=(REFERRAL,))
LONG = "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên ghé quán nhé, vui lắm! "


def inviting(program: Program = PROGRAM, *, name: str = "Đức", phone: str | None = "0912344821") -> Inviting:
    return Inviting(
        "Quán Mây", "Zalo 0901 234 567", name, None if phone is None else Phone(phone), program, TODAY
    )


def face(*, text: str = "Đức mời bạn\nBạn được quà", code: str = "https://zalo.me/0901234567") -> FriendFace:
    return FriendFace("Quán Cà Phê Mây", "Dành cho bạn", text, code, "#0f6e5f")


def test_the_usual_words_say_who_sends_what_it_brings_and_what_to_say() -> None:
    assert invitation("", inviting(), "en").splitlines() == [
        "Đức invites you to Quán Mây!",
        "As a friend you get 30\u00a0points with your first bill from 50.000\u00a0₫.",
        "Just say at the counter who sent you: Đức, phone ending in 4821.",
        "Find us: Zalo 0901 234 567",
    ]


def test_a_program_without_presents_for_friends_promises_none() -> None:
    said = invitation("", inviting(Program(1, RULES), name="", phone=None), "en")
    assert "get" not in said
    assert "{" not in said
    assert said.startswith("A friend invites you")


def test_the_owners_words_come_first_and_both_languages_know_their_places() -> None:
    assert invitation("{member name}!", inviting(), "en") == "Đức!"
    for language in ("vi", "en"):
        for name in places(language).values():
            filled = invitation(f"<{{{name}}}>", inviting(), language)
            assert filled[0] + filled[-1] == "<>"
            assert "{" not in filled
        assert invitation("", inviting(), language) == invitation(usual_words(language), inviting(), language)


@pytest.mark.parametrize("text", ["Đức mời bạn", "\n".join([LONG * 3] * 5)])
def test_the_code_is_read_from_the_picture(text: str) -> None:
    image = QImage.fromData(friend_png(face(text=text))).convertToFormat(QImage.Format.Format_Grayscale8)
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [face().code]
    assert image.width() * FRIEND_HEIGHT // FRIEND_WIDTH == image.height()


def test_eight_cards_stand_on_a_sheet_and_every_code_is_read(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(friend_pdf(face(), tmp_path / "friends.pdf"))
    assert len(document) == 1
    found = zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())
    assert [one.text for one in found] == [face().code] * 8
    assert document[0].get_textpage().get_text_bounded().count("Đức mời bạn") == 8


def test_without_a_code_the_words_have_the_room(tmp_path: Path) -> None:
    image = QImage.fromData(friend_png(face(code=""))).convertToFormat(QImage.Format.Format_Grayscale8)
    assert zxingcpp.read_barcodes(image) == []
    with pytest.raises(CannotWrite):
        friend_pdf(face(), tmp_path / "nowhere" / "friends.pdf")
