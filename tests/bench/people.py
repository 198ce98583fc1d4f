"""Vietnamese people as unevenly named as real ones, for tests, demo shops and benchmarks.

More than a third are called Nguyễn and half of all women have Thị in the middle, so a search that
looks fast among evenly spread names may drown here. Everything is drawn from the ``random.Random``
given in: the same seed gives the same street.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

__all__ = ["Person", "name", "people", "phone"]


class Person(Struct, frozen=True):
    """A name in composed letters and a ten-digit phone that nobody else in the street has."""

    name: str
    phone: str


def people(rng: Random, count: int) -> Iterator[Person]:
    """Draw that many people; names repeat as in life, phones never."""
    given: set[str] = set()
    for _ in range(count):
        own = phone(rng)
        while own in given:
            own = phone(rng)
        given.add(own)
        yield Person(name(rng), own)


def name(rng: Random) -> str:
    """Draw a whole name: family, middle (sometimes none), given."""
    family = _FAMILIES.draw(rng)
    if rng.random() < 0.52:
        middle, given = _MIDDLES_OF_WOMEN.draw(rng), _WOMEN.draw(rng)
    else:
        middle, given = _MIDDLES_OF_MEN.draw(rng), _MEN.draw(rng)
    # Ngọc Ngọc and the like is nobody's name.
    while middle.split(" ")[-1] == given:
        given = (_WOMEN if middle.startswith("Thị") else _MEN).draw(rng)
    return " ".join(part for part in (family, middle, given) if part)


def phone(rng: Random) -> str:
    """Draw a mobile number under a head that a Vietnamese network really gives out."""
    return _HEADS.draw(rng) + f"{rng.randrange(10_000_000):07d}"


class _Urn:
    """Words with weights, drawn with replacement."""

    def __init__(self, words: Sequence[str], weights: Sequence[float]) -> None:
        self._words = tuple(words)
        self._up_to = tuple(accumulate(weights))

    def draw(self, rng: Random) -> str:
        return rng.choices(self._words, cum_weights=self._up_to)[0]


def _shares(text: str) -> _Urn:
    """Read ``word share, word share``; ``-`` is the empty word."""
    pairs = [part.rsplit(None, 1) for part in text.split(",")]
    return _Urn(
        ["" if word.strip() == "-" else word.strip() for word, _ in pairs],
        [float(share) for _, share in pairs],
    )


def _zipf(text: str) -> _Urn:
    """Give the n-th word of a list the weight 1/n."""
    words = text.split()
    return _Urn(words, [1 / rank for rank in range(1, len(words) + 1)])


# Shares of family names in percent, after the counts of the population usually quoted.
_FAMILIES = _shares(
    "Nguyễn 38.4, Trần 11, Lê 9.5, Phạm 7.1, Huỳnh 2.6, Hoàng 2.5, Phan 4.5, Vũ 2, Võ 1.9, Đặng 2.1,"
    "Bùi 2, Đỗ 1.4, Hồ 1.3, Ngô 1.3, Dương 1, Lý 0.5, Đinh 0.9, Trương 0.9, Lương 0.7, Mai 0.6, Đào 0.6,"
    "Đoàn 0.6, Trịnh 0.6, Lâm 0.6, Phùng 0.5, Tạ 0.4, Cao 0.5, Hà 0.5, Châu 0.3, Tô 0.3, Thái 0.3,"
    "Quách 0.2, La 0.1, Vương 0.2, Tống 0.2, Chu 0.2, Kiều 0.1, Triệu 0.1, Lưu 0.3, Nông 0.1, Giang 0.1,"
    "Ông 0.05, Tôn Thất 0.05"
)
_MIDDLES_OF_MEN = _shares(
    "Văn 34, - 5, Đức 6, Minh 6, Hữu 5, Quang 4, Công 3, Xuân 3, Ngọc 4, Thanh 4, Đình 3, Quốc 4,"
    "Trọng 2, Tuấn 2, Hoàng 4, Gia 2, Anh 2, Bảo 2, Thế 2, Duy 2, Mạnh 1.5, Viết 1, Tiến 1.5, Nhật 1,"
    "Phúc 1, Khắc 0.5"
)
_MIDDLES_OF_WOMEN = _shares(
    "Thị 38, - 4, Thị Ngọc 4, Thị Thanh 4, Thị Thu 4, Thị Kim 3, Thị Hồng 3, Thị Mỹ 2, Thị Bích 2,"
    "Thị Minh 2, Thị Thuý 1.5, Thị Thuỳ 1.5, Thị Phương 2, Thị Lan 1, Thị Cẩm 1, Ngọc 5, Thanh 3, Thu 2,"
    "Minh 2, Phương 2, Khánh 1.5, Bảo 1.5, Kim 2, Mai 1, Hoài 1, Quỳnh 1, Hà 1, Diễm 0.5, Tường 0.5,"
    "Như 1, Yến 0.5, Xuân 0.5"
)
_MEN = _zipf(
    "Hùng Tuấn Anh Minh Dũng Hải Nam Long Hiếu Đức Sơn Thành Cường Huy Quân Trung Thắng Phong Hoàng "
    "Bình Tùng Tâm Phúc Khoa Việt Kiên Tú Hưng Đạt Duy Nghĩa Toàn Vinh Quang Lâm Linh Hà Khánh Thịnh "
    "Bảo Phát Tài Lộc Tiến Hoà An Tân Trí Thái Hậu Chiến Công Giang Tín Nhân Khang Thiện Đông Danh Mạnh "
    "Quý Chung Thanh Luân Sáng Phi Khôi Vũ Nguyên Trường Điệp Hiệp Lợi Thuận Đại Ngọc Vượng Kỳ Lực Bách"
)
_WOMEN = _zipf(
    "Hương Lan Linh Hoa Hà Trang Thảo Mai Nga Thuỷ Hằng Hạnh Phương Ngọc Hiền Yến Anh Vân Dung Thu "
    "Nhung Loan Huyền Tuyết Ánh Hồng Ngân Oanh Liên Nhi My Trinh Thanh Quỳnh Vy Châu Trâm Lệ Thư Bích "
    "Diệp Giang Tâm Nguyệt Xuân Hoà Cúc Đào Phượng Thơm Hân Uyên Nhàn Minh Thắm Duyên Như Tú Chi Bình "
    "Khánh Diễm Lý Sen Thoa Hảo Kiều An Lành Thương Trúc Ly Gấm Chúc Tiên Hậu Đan Miên Ý Thìn"
)
_HEADS = _shares(
    "032 4, 033 5, 034 4, 035 5, 036 5, 037 5, 038 5, 039 5, 086 3, 096 5, 097 6, 098 6, 081 2, 082 2,"
    "083 2, 084 2, 085 2, 088 2, 091 5, 094 4, 070 1.5, 076 1.5, 077 2, 078 1.5, 079 2, 089 2, 090 5,"
    "093 4, 052 0.3, 056 0.7, 058 0.7, 092 1, 099 0.3, 059 0.3, 087 0.5"
)
