"""People of a demo shop: Vietnamese names as unevenly spread as real ones, and phones."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from loyalpos.demo.draws import Draws
from loyalpos.engine.names import search_key, search_words

__all__ = ["Person", "people"]

_FAMILIES = (
    *("Nguyễn",) * 38,
    *("Trần",) * 12,
    *("Lê",) * 9,
    *("Phạm",) * 7,
    *("Hoàng", "Huỳnh") * 3,
    *("Phan", "Vũ", "Võ", "Đặng") * 2,
    *("Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Lương", "Mai"),
)
_WOMEN = (
    ("Thị", "Thị", "Thị", "Ngọc", "Thu", "Minh", "Phương", "Thanh", "Bảo", "Khánh", "Thuỳ"),
    (
        *("Mai", "Lan", "Hương", "Hoa", "Linh", "Trang", "Hà", "Ngọc", "Thảo", "Vy", "Yến", "Nhung", "Quỳnh"),
        *("Hạnh", "Thu", "Loan", "Dung", "Hiền", "Phượng", "Trâm", "Nga", "Oanh", "Diệp", "Châu", "Tuyết"),
    ),
)
_MEN = (
    ("Văn", "Văn", "Văn", "Minh", "Hữu", "Đức", "Quang", "Hoàng", "Anh", "Gia", "Thành", "Quốc"),
    (
        *("Đức", "Hùng", "Dũng", "Nam", "Huy", "Tuấn", "Long", "Khoa", "Phúc", "Sơn", "Thắng", "Bình"),
        *("Kiên", "Hải", "Việt", "Tùng", "Khang", "Trung", "Quân", "Lâm", "Hiếu", "Đạt", "Vinh", "Cường"),
    ),
)
_PREFIXES = ("090", "091", "093", "094", "096", "097", "098", "086", "088", "032", "035", "038", "070", "079")


class Person(Struct, frozen=True):
    """Somebody who may become a member."""

    name: str
    phone: str

    @property
    def plain_name(self) -> str:
        """The name as a cashier in a hurry types it."""
        return search_key(self.name)

    @property
    def last_digits(self) -> str:
        """The last four digits of the phone."""
        return self.phone[-4:]


def people(draws: Draws) -> Iterator[Person]:
    """Draw people without end: nobody's name typed without marks finds another, nor do four digits."""
    names: list[tuple[str, ...]] = []
    endings: set[str] = set()
    while True:
        middles, givens = draws.one_of((_WOMEN, _MEN))
        name = " ".join((draws.one_of(_FAMILIES), draws.one_of(middles), draws.one_of(givens)))
        phone = f"{draws.one_of(_PREFIXES)}{draws.below(10**7):07d}"
        # Four equal digits, or none that fits a year, would look made up; three in a row are enough.
        words = search_words(name)
        alike = any(_finds(words, other) or _finds(other, words) for other in names)
        if alike or phone[-4:] in endings or len(set(phone[-4:])) < 3:
            continue
        names.append(words)
        endings.add(phone[-4:])
        yield Person(name, phone)


def _finds(typed: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether typing one name lists the other: each word typed begins one of its words."""
    return all(any(word.startswith(part) for word in words) for part in typed)
