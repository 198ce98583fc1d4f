"""Every row of an old customer list gets one verdict, and no guess ever makes points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.customer_list import (
    Column,
    Known,
    ListRow,
    PointsProblem,
    Ready,
    ReadyRepaired,
    Refused,
    Repair,
    RowProblem,
    Twice,
    Verdict,
    guess_columns,
    judge,
)
from loyalpos.engine.list_cells import MOST_OPENING_POINTS, parse_opening_points, read_phone
from loyalpos.engine.names import NameProblem, search_key
from loyalpos.engine.phones import PhoneProblem
from tests.bench.people import people

PLACES: Mapping[Column, int] = {column: place for place, column in enumerate(Column)}


def row_of(number: int = 2, /, **cells: str) -> ListRow:
    return ListRow(number, tuple(cells.get(column.value, "") for column in Column))


def judged(*rows: ListRow, phones: frozenset[str] = frozenset()) -> tuple[Verdict, ...]:
    return judge(rows, PLACES, taken_phones=phones.__contains__)


def verdict_on(**cells: str) -> Verdict:
    (verdict,) = judged(row_of(**cells))
    return verdict


def repairs_of(**cells: str) -> tuple[Repair, ...]:
    verdict = verdict_on(**cells)
    assert isinstance(verdict, Ready), verdict
    return verdict.what if isinstance(verdict, ReadyRepaired) else ()


# Laws

cell = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ("0912345678", "+84 912 345 678", "912345678", "01681234567", "9.12E+08", "=1+1", "-5", "1.240", "An")
    ),
    st.from_regex(r"0?9[0-9]{8}(\.0|E\+08)?", fullmatch=True),
    st.from_regex(r"=[A-Z]+\([A-Z][0-9]\)", fullmatch=True),
)
list_rows = st.lists(st.lists(cell, max_size=8).map(tuple), max_size=30).map(
    lambda rows: tuple(ListRow(number, cells) for number, cells in enumerate(rows, start=2))
)
some_columns = st.dictionaries(st.sampled_from(Column), st.integers(0, 9))


@given(list_rows, some_columns, st.frozensets(st.just("0912345678")))
def test_every_row_gets_exactly_one_verdict_in_its_order(
    rows: tuple[ListRow, ...], columns: dict[Column, int], phones: frozenset[str]
) -> None:
    verdicts = judge(rows, columns, taken_phones=phones.__contains__)
    assert [verdict.row for verdict in verdicts] == [row.number for row in rows]


@given(list_rows, some_columns)
def test_what_comes_in_is_sound_and_nobody_comes_in_twice(
    rows: tuple[ListRow, ...], columns: dict[Column, int]
) -> None:
    ready = [one for one in judge(rows, columns, taken_phones=lambda _: False) if isinstance(one, Ready)]
    assert all(one.phone or one.name for one in ready)
    assert all(one.phone is None or re.fullmatch(r"0[35789][0-9]{8}", one.phone) for one in ready)
    assert all(0 <= one.opening_points <= MOST_OPENING_POINTS for one in ready)
    phones = [one.phone for one in ready if one.phone]
    cards = [one.card for one in ready if one.card]
    assert len(phones) == len(set(phones))
    assert len(cards) == len(set(cards))


@given(list_rows, some_columns)
def test_a_list_taken_in_again_adds_nobody(rows: tuple[ListRow, ...], columns: dict[Column, int]) -> None:
    first = [one for one in judge(rows, columns, taken_phones=lambda _: False) if isinstance(one, Ready)]
    again = judge(
        rows,
        columns,
        taken_phones={one.phone for one in first}.__contains__,
        taken_cards={one.card for one in first}.__contains__,
        taken_names={search_key(one.name or "") for one in first if not one.phone}.__contains__,
    )
    assert not [one for one in again if isinstance(one, Ready)]


@given(list_rows, some_columns, st.integers(0, 30))
def test_an_earlier_row_is_judged_without_the_later_ones(
    rows: tuple[ListRow, ...], columns: dict[Column, int], cut: int
) -> None:
    whole = judge(rows, columns, taken_phones=lambda _: False)
    assert judge(rows[:cut], columns, taken_phones=lambda _: False) == whole[:cut]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    parse_opening_points(text)
    read_phone(text)
    guess_columns([text])
    verdict_on(**dict.fromkeys((column.value for column in Column), text))


@given(st.integers(0, MOST_OPENING_POINTS))
def test_points_are_read_back_however_they_are_grouped(points: int) -> None:
    for written in (
        f"{points}",
        f"{points:,}",
        f"{points:,}".replace(",", "."),
        f"{points}.0",
        f"{points} điểm",
    ):
        assert parse_opening_points(written) == points


@given(st.integers(1, 10**12))
def test_points_below_zero_are_never_read(points: int) -> None:
    for written in (f"-{points}", f"−{points}", f"({points})", f"-{points:,}", f"-{points},5"):
        assert parse_opening_points(written) is PointsProblem.NEGATIVE


def test_a_whole_street_comes_in_as_it_is() -> None:
    street = list(people(Random(5), 500))
    verdicts = judged(
        *(row_of(n, phone=one.phone, name=one.name, points=f"{n}") for n, one in enumerate(street, start=2))
    )
    assert all(type(verdict) is Ready for verdict in verdicts)
    assert [(one.phone, one.name) for one in verdicts if isinstance(one, Ready)] == [
        (one.phone, one.name) for one in street
    ]


# Examples


def test_a_clean_row_is_ready_as_it_stands() -> None:
    assert verdict_on(
        phone="0912 345 678",
        name="Nguyễn  Thị Ánh",
        points="1.240",
        birthday="25/11",
        card="KH-000123",
        note="=1+1",
    ) == Ready(2, "0912345678", "Nguyễn Thị Ánh", 1240, Birthday(25, 11), "KH-000123", "=1+1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "phone", "what"),
    [
        ("0912.345.678", "0912345678", ()),
        ("+84 912 345 678", "0912345678", (Repair.PHONE_COUNTRY_CODE,)),
        ("84912345678", "0912345678", (Repair.PHONE_COUNTRY_CODE,)),
        ("0084912345678", "0912345678", (Repair.PHONE_COUNTRY_CODE,)),
        ("912345678", "0912345678", (Repair.PHONE_LOST_ZERO,)),
        ("0841234567", "0841234567", ()),
        ("841234567", "0841234567", (Repair.PHONE_LOST_ZERO,)),
        ("912345678.0", "0912345678", (Repair.PHONE_AS_NUMBER, Repair.PHONE_LOST_ZERO)),
        ("9.12345678E+08", "0912345678", (Repair.PHONE_AS_NUMBER, Repair.PHONE_LOST_ZERO)),
        ("O912345678", "0912345678", (Repair.PHONE_LETTER_O,)),
        ("'0912345678", "0912345678", ()),
        ("' 912345678", "0912345678", (Repair.PHONE_LOST_ZERO,)),
        ("01681234567", "0381234567", (Repair.PHONE_OLD_HEAD,)),
        ("1681234567", "0381234567", (Repair.PHONE_LOST_ZERO, Repair.PHONE_OLD_HEAD)),
        ("841681234567", "0381234567", (Repair.PHONE_COUNTRY_CODE, Repair.PHONE_OLD_HEAD)),
        ("0912345678 / 0987654321", "0912345678", (Repair.PHONE_FIRST_OF_SEVERAL,)),
        ("912345678;987654321", "0912345678", (Repair.PHONE_FIRST_OF_SEVERAL, Repair.PHONE_LOST_ZERO)),
    ],
)
def test_a_phone_is_mended_and_it_is_said_how(text: str, phone: str, what: tuple[Repair, ...]) -> None:
    verdict = verdict_on(phone=text)
    assert isinstance(verdict, Ready)
    assert verdict.phone == phone
    assert repairs_of(phone=text) == what


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9.12E+08", PhoneProblem.ROUNDED),
        ("0912", PhoneProblem.TOO_SHORT),
        ("02438123456", PhoneProblem.LANDLINE),
        ("Zalo", PhoneProblem.NOT_A_NUMBER),
        ("0912345678/Zalo", PhoneProblem.NOT_A_NUMBER),
    ],
)
def test_a_phone_that_cannot_be_read_refuses_the_row_even_with_a_name(text: str, why: PhoneProblem) -> None:
    assert verdict_on(phone=text, name="An", points="5") == Refused(2, Column.PHONE, why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-5", PointsProblem.NEGATIVE),
        ("12,5", PointsProblem.FRACTION),
        ("1.1250", PointsProblem.FRACTION),
        ("1.2.3", PointsProblem.NOT_A_NUMBER),
        ("1.234,567", PointsProblem.NOT_A_NUMBER),
        ("=5+5", PointsProblem.NOT_A_NUMBER),
        ("năm", PointsProblem.NOT_A_NUMBER),
        ("٥", PointsProblem.NOT_A_NUMBER),
        ("1000000000", PointsProblem.TOO_MANY),
        ("9" * 5000, PointsProblem.NOT_A_NUMBER),
    ],
)
def test_points_that_cannot_be_read_refuse_the_row(text: str, why: PointsProblem) -> None:
    assert verdict_on(phone="0912345678", points=text) == Refused(2, Column.POINTS, why)


def test_a_phone_alone_and_a_name_alone_are_each_somebody() -> None:
    assert isinstance(verdict_on(phone="0912345678"), Ready)
    alone = verdict_on(name="Chị Ánh", phone="-", points="35")
    assert isinstance(alone, Ready)
    assert (alone.phone, alone.opening_points) == (None, 35)


def test_neither_phone_nor_name_is_nobody() -> None:
    assert verdict_on(points="35", note="?") == Refused(2, None, RowProblem.NOBODY)
    assert verdict_on(phone="0", name="N/A") == Refused(2, None, RowProblem.NOBODY)


def test_the_line_of_totals_is_nobodys_points() -> None:
    assert verdict_on(name="TỔNG CỘNG", points="152.000") == Refused(2, None, RowProblem.NOT_A_PERSON)
    assert verdict_on(name="Khách lẻ") == Refused(2, None, RowProblem.NOT_A_PERSON)


def test_a_bad_name_is_left_out_where_there_is_a_phone_and_refuses_where_there_is_none() -> None:
    assert repairs_of(phone="0912345678", name="123") == (Repair.NAME_LEFT_OUT,)
    assert verdict_on(name="123") == Refused(2, Column.NAME, NameProblem.NO_LETTER)


def test_what_is_no_money_is_left_out_and_said() -> None:
    cells = {"phone": "0912345678", "birthday": "30/2/1990", "card": "17", "note": "x" * 600}
    verdict = verdict_on(**cells)
    assert isinstance(verdict, ReadyRepaired)
    assert verdict.what == (Repair.BIRTHDAY_LEFT_OUT, Repair.CARD_LEFT_OUT, Repair.NOTE_CUT)
    assert (verdict.birthday, verdict.card, len(verdict.note)) == (None, None, 500)


def test_family_and_given_name_are_put_together() -> None:
    verdict = verdict_on(family="Nguyễn Văn", name="Đức")
    assert isinstance(verdict, Ready)
    assert verdict.name == "Nguyễn Văn Đức"


def test_a_member_of_the_shop_is_known_however_the_phone_is_written() -> None:
    rows = (row_of(2, phone="+84912345678", name="Ánh", points="9"), row_of(3, phone="0912345678"))
    assert judged(*rows, phones=frozenset({"0912345678"})) == (
        Known(2, "0912345678", "Ánh"),  # type: ignore[arg-type]
        Known(3, "0912345678", None),  # type: ignore[arg-type]
    )


def test_the_first_row_of_a_phone_comes_in_and_the_others_point_to_it() -> None:
    rows = (
        row_of(2, phone="0912345678", points="x"),
        row_of(5, phone="912345678", points="10"),
        row_of(9, phone="0912345678", points="20"),
    )
    refused, ready, twice = judged(*rows)
    assert isinstance(refused, Refused)
    assert isinstance(ready, Ready)
    assert ready.opening_points == 10
    assert twice == Twice(9, "0912345678", 5)  # type: ignore[arg-type]


def test_without_a_phone_the_card_tells_people_apart_and_without_a_card_the_name() -> None:
    rows = (
        row_of(2, name="Lê Hà", card="THE00001"),
        row_of(3, name="Lê Hà", card="THE00002"),
        row_of(4, name="Lê Hà"),
        row_of(5, name="le  HA"),
        row_of(6, name="Khác", card="THE00001"),
        row_of(7, name="Lê Hà", phone="0912345678"),
    )
    kinds = [type(verdict) for verdict in judged(*rows)]
    assert kinds == [Ready, Ready, Ready, Twice, Twice, Ready]
    assert judged(*rows)[3:5] == (Twice(5, None, 4), Twice(6, None, 2))


def test_a_card_stays_with_the_first_who_has_it() -> None:
    first, second = judged(
        row_of(2, phone="0912345678", card="THE00001"), row_of(3, phone="0912345679", card="THE00001")
    )
    assert isinstance(first, Ready)
    assert first.card == "THE00001"
    assert isinstance(second, ReadyRepaired)
    assert (second.card, second.what) == (None, (Repair.CARD_LEFT_OUT,))


KIOTVIET = (
    "Loại khách,Chi nhánh tạo,Mã khách hàng,Tên khách hàng,Điện thoại,Địa chỉ,Khu vực giao hàng,Phường/Xã,"
    "Công ty,Mã số thuế,Số CMND/CCCD,Ngày sinh,Giới tính,Email,Facebook,Nhóm khách hàng,Ghi chú,"
    "Điểm hiện tại,Tổng điểm,Người tạo,Ngày tạo,Ngày giao dịch cuối,Nợ cần thu hiện tại,Tổng bán,Trạng thái"
)
SAPO = (
    "Mã khách hàng,Tên khách hàng *,Nhóm khách hàng,Số điện thoại,Email,Ngày sinh,Giới tính,Mô tả,"
    "Điểm hiện tại"
)
POS365 = (
    "Mã,Tên khách hàng,Điện thoại,Điện thoại 2,Email,Địa chỉ,Ngày sinh (dd/mm/yyyy),Mã thẻ,Điểm,Tổng điểm,"
    "Ghi chú"
)
LOYVERSE = (
    "Customer ID,Customer name,Email,Phone,Address,Customer code,Points balance,Note,First visit,Total spent"
)
BY_HAND = "STT,Họ và tên,SĐT (Zalo),Điểm tích lũy,Sinh nhật"
OLD_SHOP = "HỌ,TÊN,ĐIỆN THOẠI KHÁCH,ĐỊA ĐIỂM,ĐIỂM ĐÃ DÙNG"


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (KIOTVIET, {"phone": 4, "name": 3, "birthday": 11, "note": 16, "points": 17}),
        (SAPO, {"phone": 3, "name": 1, "birthday": 5, "note": 7, "points": 8}),
        (POS365, {"phone": 2, "name": 1, "birthday": 6, "card": 7, "points": 8, "note": 10}),
        (LOYVERSE, {"phone": 3, "name": 1, "points": 6, "note": 7}),
        (BY_HAND, {"name": 1, "phone": 2, "points": 3, "birthday": 4}),
        (OLD_SHOP, {"family": 0, "name": 1, "phone": 2}),
        ("0912345678,An,5", {}),
        ("", {}),
    ],
)
def test_columns_are_known_by_the_words_of_other_programs(headings: str, columns: dict[str, int]) -> None:
    found = {column.value: place for column, place in guess_columns(headings.split(",")).items()}
    assert found == columns


@given(st.lists(st.sampled_from((*KIOTVIET.split(","), *BY_HAND.split(","), *OLD_SHOP.split(",")))))
def test_no_place_is_taken_for_two_columns(headings: list[str]) -> None:
    found = guess_columns(headings)
    assert len(set(found.values())) == len(found)
    assert all(0 <= place < len(headings) for place in found.values())
