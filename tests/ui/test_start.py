"""The first start: a shop opens by keys alone, and no answer that makes no sense gets by."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from loyalpos.engine.bills import Bill, NumberingPeriod
from loyalpos.engine.program import AmountOff, Expiry, ExpiryKind, Gift, PayWithPoints, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.shop import ShopDescription
from loyalpos.errors import DiskFull
from tests.shops import World, enrolled, new_till
from tests.ui.first_start import Opening, opening, to_step
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "opening", "speaking"]


class _Mice(QObject):
    """Counts what the mouse does."""

    clicks = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.clicks += isinstance(event, QMouseEvent)
        return False


def test_a_shop_opens_with_its_name_and_six_enters(opening: Opening, tmp_path: Path) -> None:
    mice = _Mice()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(mice)
    opening.enter()
    opening.type("Quán Mây")
    opening.enter(5)
    application.removeEventFilter(mice)
    assert (opening.keys, mice.clicks) == (len("Quán Mây") + 6, 0)

    description, program, stock, settings = opening.result
    assert (settings.shop_name, settings.language) == ("Quán Mây", "en")
    world = World()
    till = new_till(tmp_path, world, program=program, description=description, stock=stock)
    member = enrolled(till)
    till.counter.record_bill(UUID(int=7), member, Bill(285_000))
    view = till.counter.desk(member).member
    assert view is not None
    assert view.account.balance == 28
    assert till.shop.description.name == "Quán Mây"
    till.shop.close()


def test_what_nobody_touched_is_a_program_a_shop_can_start_with(opening: Opening) -> None:
    to_step(opening, 5)
    opening.enter()
    description, program, stock, _ = opening.result
    assert description == ShopDescription("Quán Mây")
    assert program == Program(
        0,
        (AmountRule("base", 10_000),),
        (AmountOff("amount_off-1", "50.000\u00a0₫ off", 500, 50_000, 100_000),),
        points_name="points",
        expiry=Expiry(ExpiryKind.MONTHS, 12),
    )
    assert stock == {}


def test_every_answer_can_be_changed_by_keys_alone(opening: Opening) -> None:
    opening.enter()
    opening.type("Tiệm Gội Lan")
    opening.tab()
    opening.type("12 Hàng Bài – 024 1234 5678")
    opening.tab()
    opening.press(Qt.Key.Key_Space)
    opening.tab()
    opening.press(Qt.Key.Key_Down)
    opening.enter()
    opening.overwrite("20k")
    opening.tab()
    opening.overwrite("3")
    opening.tab(2)
    opening.overwrite("50.000")
    opening.tab()
    opening.press(Qt.Key.Key_Down)
    opening.tab()
    opening.overwrite("15")
    opening.tab()
    opening.overwrite("6")
    opening.enter()
    opening.type("2")
    opening.tab()
    while opening.wizard.focusWidget() is not opening.wizard.reward.rows["gift"].name.edit:
        opening.tab()
    opening.overwrite("Tặng 1 lần gội đầu")
    opening.tab()
    opening.overwrite("40")
    opening.tab(2)
    opening.type("12")
    opening.enter(3)

    description, program, stock, _ = opening.result
    assert description == ShopDescription(
        "Tiệm Gội Lan",
        "12 Hàng Bài – 024 1234 5678",
        numbering=NumberingPeriod.MONTH,
        thousands=False,
    )
    assert program.rules == (AmountRule("base", 20_000, 3, 50_000),)
    assert program.remainder.value == "carried"
    assert program.welcome_points == 15
    assert program.expiry == Expiry(ExpiryKind.MONTHS, 6)
    assert program.rewards == (Gift("gift-1", "Tặng 1 lần gội đầu", 40, counted=True),)
    assert stock == {"gift-1": 12}


def test_nothing_is_locked_unless_somebody_says_so_and_a_passphrase_is_typed_twice(opening: Opening) -> None:
    step = opening.wizard.protection
    to_step(opening, 4)
    assert step.locking() is None
    assert not step.passphrase.isVisible()
    opening.type("2")
    opening.enter()
    assert opening.place == 4
    assert "at least 10 letters" in step.passphrase.notice.text()
    opening.type("mây trắng quán nhỏ")
    opening.enter()
    assert opening.place == 4
    assert step.again.notice.text()
    opening.type("mây trắng quán nhỏ")
    opening.enter(2)
    assert len(opening.results) == 1
    assert step.locking() is not None
    opening.press(Qt.Key.Key_Escape)
    opening.type("1")
    assert step.locking() is None


def test_a_first_reward_may_wait(opening: Opening) -> None:
    to_step(opening, 3)
    opening.type("4")
    opening.enter(3)
    assert opening.result[1].rewards == ()


def test_paying_with_points_is_one_digit_away(opening: Opening) -> None:
    to_step(opening, 3)
    opening.type("3")
    assert "from the second visit" in opening.wizard.reward.example.reached.text()
    opening.enter(3)
    assert isinstance(opening.result[1].rewards[0], PayWithPoints)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the shop's name"),
        ("   ", "Type the shop's name"),
        ("Q" * 300, "too long"),
        ("Quán\u202eMây", "cannot be printed"),
    ],
)
def test_a_name_no_card_can_carry_is_refused_at_its_field(opening: Opening, typed: str, said: str) -> None:
    opening.enter()
    opening.wizard.shop.name.edit.insert(typed)
    opening.enter()
    assert opening.place == 1
    assert said in opening.wizard.shop.name.notice.text()
    assert opening.wizard.focusWidget() is opening.wizard.shop.name.edit
    opening.overwrite("Quán Mây")
    assert opening.wizard.shop.name.notice.text() == ""
    opening.enter()
    assert opening.place == 2


@pytest.mark.parametrize("typed", ["0", "abc", "-5", "1.2.3", "10^15", "1" * 20, "🎂", "\u200b", ""])
def test_a_rule_that_makes_no_sense_is_refused_at_its_field(opening: Opening, typed: str) -> None:
    to_step(opening, 2)
    row = opening.wizard.earning.earning.rows()[0]
    row.per.selectAll()
    row.per.insert(typed)
    row.per.changed.emit()
    opening.enter()
    assert opening.place == 2
    assert row.sentence.complaint()
    assert row.per.is_wrong()
    assert opening.wizard.earning.example.points.text() == "–"
    opening.overwrite("10000")
    opening.enter()
    assert opening.place == 3


def test_a_reward_that_costs_nothing_is_refused_at_its_field(opening: Opening) -> None:
    to_step(opening, 3)
    row = opening.wizard.reward.rows["amount_off"]
    row.boxes.points.set_value(0)
    row.boxes.points.changed.emit()
    opening.enter()
    assert opening.place == 3
    assert row.boxes.points.is_wrong()


def test_the_example_is_reckoned_while_typing(opening: Opening) -> None:
    to_step(opening, 2)
    example = opening.wizard.earning.example
    assert example.points.text() == "28\u00a0points"
    # 28 points a bill: with the 18th bill there are 500, which take 50.000 ₫ off.
    assert example.worth.text() == "After 18 such bills 50.000\u00a0₫ off, about 1% of the sales"
    opening.overwrite("5000")
    assert example.points.text() == "57\u00a0points"
    assert example.worth.text() == "After 9 such bills 50.000\u00a0₫ off, about 1,9% of the sales"


def test_esc_goes_back_and_loses_nothing(opening: Opening) -> None:
    to_step(opening, 3)
    opening.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert opening.place == 1
    assert opening.wizard.shop.name.text() == "Quán Mây"
    opening.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert opening.place == 0


def test_the_language_switches_at_once_and_in_the_middle(opening: Opening) -> None:
    opening.press(Qt.Key.Key_Up)
    assert opening.wizard.language.demo.text() == "Xem thử quán mẫu"
    to_step(opening, 3)
    assert opening.wizard.reward.rows["amount_off"].name.text() == "Giảm 50.000\u00a0₫"
    assert opening.wizard.reward.example.points.text() == "28\u00a0điểm"
    opening.speak("en")
    assert opening.wizard.reward.rows["amount_off"].name.text() == "50.000\u00a0₫ off"
    assert opening.wizard.reward.example.points.text() == "28\u00a0points"
    opening.speak("vi")
    opening.enter(3)
    _, program, _, settings = opening.result
    assert (program.points_name, program.rewards[0].name) == ("điểm", "Giảm 50.000\u00a0₫")
    assert settings.language == "vi"


def test_a_name_somebody_typed_stays_in_every_language(opening: Opening) -> None:
    to_step(opening, 3)
    row = opening.wizard.reward.rows["amount_off"]
    row.name.edit.setFocus()
    opening.overwrite("Bớt nửa trăm")
    opening.speak("vi")
    row.boxes.value.set_value(60_000)
    row.boxes.value.changed.emit()
    assert row.name.text() == "Bớt nửa trăm"


def test_an_impatient_enter_makes_one_shop(opening: Opening) -> None:
    to_step(opening, 5)
    opening.enter(3)
    assert len(opening.results) == 1


def test_a_full_disk_is_said_and_everything_typed_is_still_there(opening: Opening) -> None:
    to_step(opening, 5)
    opening.enter()
    opening.wizard.refuse(DiskFull(Path("shop.loyalpos")))
    assert opening.wizard.banner.isVisible()
    opening.enter()
    assert len(opening.results) == 2
    assert opening.results[0] == opening.results[1]


def test_demo_and_restore_are_two_tabs_away(opening: Opening) -> None:
    wanted: list[str] = []
    opening.wizard.demo_wanted.connect(lambda: wanted.append("demo"))
    opening.wizard.restore_wanted.connect(lambda: wanted.append("restore"))
    opening.tab()
    opening.enter()
    opening.tab()
    opening.enter()
    assert wanted == ["demo", "restore"]
    assert opening.place == 0


def test_the_whole_wizard_fits_small_screens_and_large_text(opening: Opening) -> None:
    least = opening.wizard.minimumSizeHint()
    assert (least.width(), least.height()) <= (1366, 768)
    opening.wizard.resize(700, 500)
    to_step(opening, 3)
    assert opening.wizard.next.isVisible()
    assert opening.wizard.rect().contains(
        opening.wizard.next.mapTo(opening.wizard, opening.wizard.next.rect().center())
    )
