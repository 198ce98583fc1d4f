from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from loyalpos.printing.typefaces import Weight, typeface

WEIGHTS = {Weight.LIGHT: 300, Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600, Weight.BOLD: 700}


@pytest.mark.parametrize("weight", list(Weight))
def test_each_weight_is_its_own_cut_of_the_house_typeface(weight: Weight) -> None:
    resolved = QFontInfo(typeface(weight, 420))
    assert resolved.family().startswith("Be Vietnam Pro")
    assert resolved.weight() == WEIGHTS[weight]
    assert resolved.pixelSize() == 420


def test_heavier_cuts_are_wider() -> None:
    widths = [QFontMetricsF(typeface(weight, 1000)).horizontalAdvance("Nguyễn Văn Đức") for weight in Weight]
    assert widths == sorted(widths)
    assert len(set(widths)) == len(widths)


def test_every_vietnamese_letter_and_the_dong_sign_are_in_the_typeface() -> None:
    loaded = QRawFont.fromFont(typeface(Weight.REGULAR, 100))
    letters = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ₫·…"
    assert all(loaded.supportsCharacter(ord(letter)) for letter in letters + letters.upper())
