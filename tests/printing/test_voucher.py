from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from loyalpos.engine.codes import voucher_code
from loyalpos.errors import CannotWrite
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.printing.voucher import VOUCHER_HEIGHT, VOUCHER_WIDTH, VoucherFace, voucher_pdf, voucher_png

LONG = "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên "


def face(number: int = 7, *, brand: str = "#0f6e5f", long: int = 1) -> VoucherFace:
    return VoucherFace(
        "Quán Cà Phê Mây",
        "Xin lỗi khách",
        "giảm 10%, tối đa 50.000 ₫ " * long,
        "hoá đơn từ 50.000 ₫ · đến hết 30/12/2026",
        LONG * long,
        voucher_code(number),
        brand,
    )


@pytest.mark.parametrize("brand", ["#0f6e5f", "#f2c230", "#ffffff"])
@pytest.mark.parametrize("long", [1, 9])
def test_the_code_is_read_from_the_picture(brand: str, long: int) -> None:
    one = face(brand=brand, long=long)
    image = QImage.fromData(voucher_png(one)).convertToFormat(QImage.Format.Format_Grayscale8)
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [one.code]
    assert image.width() * VOUCHER_HEIGHT // VOUCHER_WIDTH == image.height()


def test_the_code_is_read_from_the_page(tmp_path: Path) -> None:
    assert codes_in_pdf(voucher_pdf(face(), tmp_path / "voucher.pdf")) == (face().code,)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        voucher_pdf(face(), tmp_path / "nowhere" / "voucher.pdf")
