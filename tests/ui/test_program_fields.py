"""Every field of a program that the editor has: shown, typed, told where it is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine import rules as r
from loyalpos.engine.conditions import AwayFor, Match, OnWeekdays
from loyalpos.engine.program import Blackout, Expiry, PartPaid, Program, Rounded, SpentPoints
from loyalpos.engine.reward_kinds import Gift, TierPrice, UnknownReward
from loyalpos.engine.side_programs import Draw, Prize, StampCard
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.program_panels import program_panels
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.toggles import Toggles
from tests.engine.whole_programs import whole_programs
from tests.ui.program_sheet import PROGRAM, Sheet, sheet
from tests.ui.scanner import press
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "sheet", "speaking"]


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(program=whole_programs())
def test_what_is_shown_is_what_is_read(qtbot: QtBot, themed: QApplication, program: Program) -> None:
    panels = program_panels()
    for panel in panels:
        qtbot.addWidget(panel)
        panel.show_program(program)
        panel.know(program)
    emptied = replace(
        program,
        rules=(),
        rewards=(),
        tiers=TierPlan(),
        caps=(),
        budgets=(),
        blackouts=(Blackout(date(2026, 1, 1), date(2026, 1, 1)),),
        base=r.Base(r.Discount.BEFORE, r.Tax.WITHOUT, r.Paid.WHOLE),
        rounded=Rounded.BILL,
        spent_points=SpentPoints.NEVER,
        part_paid=PartPaid.WHEN_PAID,
        point_cost_vnd=1,
        welcome_points=1,
        expiry=Expiry(),
    )
    read: Program | None = emptied
    for panel in panels:
        assert read is not None
        read = panel.read(read)
    named = tuple(
        one if isinstance(one, UnknownReward) else replace(one, name=one.name.strip())
        for one in program.rewards
    )
    assert read == replace(program, rewards=named)


def test_a_rule_is_named_and_bound_by_keys(sheet: Sheet) -> None:
    earning = sheet.panel(EarningPanel)
    assert isinstance(earning, EarningPanel)
    row = earning.rule_rows()[0]
    row.unfold()
    sheet.put(sheet.more(row.extras, "name")["name"], "Mua la co diem")
    sheet.put(sheet.more(row.extras, "without")["names"], "Thuoc la, Ruou")
    sheet.put(sheet.more(row.extras, "base")["discount"], "before")
    sheet.put(sheet.more(row.extras, "rounding")["rounding"], "up")
    boxes = sheet.more(row.extras, "beside")
    sheet.put(boxes["beside"], "only the best")
    sheet.put(boxes["group"], "ngay le")
    sheet.put(boxes["priority"], "-20")
    sheet.more(row.extras, "plan")
    sheet.more(row.extras, "budget")
    assert sheet.judge().rules[0] == r.AmountRule(
        "base",
        10_000,
        name="Mua la co diem",
        without=Match(categories=("Thuoc la", "Ruou")),
        base=r.OwnBase(r.Discount.BEFORE),
        rounding=r.Rounding.UP,
        beside=r.Beside.BEST,
        group="ngay le",
        priority=-20,
        plan="summer",
        budget="b1",
    )
    assert row.extras is not None
    assert row.extras.add.isHidden()
    # Folded, all of it stays readable in the sentence.
    row.details.setChecked(False)
    QApplication.processEvents()
    said = row.sentence.in_words()
    assert said.startswith("Mua la co diem:")
    for part in ("not for item group Thuoc la, Ruou", "before discounts", "ngay le priority -20", "Hè"):
        assert part in said
    for extra in list(row.extras.shown()):
        extra.remove.click()
    assert sheet.judge().rules[0] == r.AmountRule("base", 10_000)


def test_a_multiplier_is_bound_to_rules_of_the_draft(sheet: Sheet) -> None:
    earning = sheet.panel(EarningPanel)
    assert isinstance(earning, EarningPanel)
    row = earning.rule_rows()[1]
    row.unfold()
    of = sheet.more(row.extras, "of")["of"]
    assert isinstance(of, Toggles)
    assert [button.text() for button in of.buttons.values()] == ["rule 1", "rule 3"]
    of.buttons["visit"].setFocus()
    press(sheet.window, Qt.Key.Key_Space)
    multiplier = sheet.judge().rules[1]
    assert isinstance(multiplier, r.MultiplierRule)
    assert multiplier.of == ("base", "visit")
    # A rule that goes is told where it is named.
    earning.rule_rows()[2].buttons.remove.click()
    row.details.setChecked(False)
    sheet.judge()
    assert row.is_unfolded()
    assert row.extras is not None
    assert "is not there any more" in row.extras.shown()[0].sentence.complaint()


def test_everything_a_reward_asks_is_typed_and_told_in_its_sentence(sheet: Sheet) -> None:
    rewards = sheet.panel(RewardsPanel)
    assert isinstance(rewards, RewardsPanel)
    row = rewards.rows()[1]
    row.details.setFocus()
    press(sheet.window, Qt.Key.Key_Space)
    assert row.asked is not None
    assert row.asked.isVisible()
    row.asked.condition.add.chosen.emit("weekdays")
    for kind, text in (
        ("day_limit", "20"),
        ("minimum_bills", "5"),
        ("keep_points", "30"),
        ("cost_vnd", "12k"),
    ):
        sheet.put(sheet.more(row.asked.extras, kind)[kind], text)
    sheet.put(sheet.more(row.asked.extras, "tier_prices")["p1"], "250")
    row.asked.add_limit.setFocus()
    press(sheet.window, Qt.Key.Key_Space)
    row = rewards.rows()[1]
    assert row.details.hasFocus()
    assert sheet.judge().rewards[1] == Gift(
        "cup",
        "Bạc xỉu",
        300,
        when=OnWeekdays((0, 1, 2, 3, 4)),
        limits=(r.Limit(r.Per.MONTH, times=1),),
        day_limit=20,
        minimum_bills=5,
        keep_points=30,
        tier_prices=(TierPrice("gold", 250),),
        cost_vnd=12_000,
    )
    row.details.setChecked(False)
    sheet.judge()
    said = rewards.statements()[1].words
    assert said.startswith("Bạc xỉu: for 300\u00a0điểm")
    for part in (
        "Mon–Fri",
        "at most 20 a day",
        "after 5 bills",
        "Vàng 250\u00a0điểm",
        "1\u00a0time each month",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (
            1,
            (
                "1\u00a0ticket for Rút lá",
                "1\u00a0stamp on Mua 9",
                "1\u00a0day or more",
                "1\u00a0time each month",
            ),
        ),
        (
            2,
            (
                "2\u00a0tickets for Rút lá",
                "2\u00a0stamps on Mua 9",
                "2\u00a0days or more",
                "2\u00a0times each",
            ),
        ),
    ],
)
def test_one_is_said_as_one_and_two_as_two(
    qtbot: QtBot, speaking: QApplication, count: int, said: tuple[str, ...]
) -> None:
    program = replace(
        PROGRAM,
        rules=(
            r.TicketRule("ticket", "draw", tickets=count, when=AwayFor(count)),
            r.StampRule("stamp", "card", stamps=count, limits=(r.Limit(r.Per.MONTH, times=count),)),
        ),
        draws=(Draw("draw", "Rút lá", date(2027, 6, 1), (Prize("Bình"),)),),
        stamp_cards=(StampCard("card", "Mua 9", 9, "cup"),),
    )
    panel = EarningPanel(whole=True)
    qtbot.addWidget(panel)
    panel.show_program(program)
    panel.show()
    for row in panel.rule_rows():
        row.unfold()
    words = " ".join(one.words for one in panel.statements())
    for part in said:
        assert part in words


def test_what_is_wrong_with_an_extra_is_said_at_its_box(sheet: Sheet) -> None:
    rewards = sheet.panel(RewardsPanel)
    assert isinstance(rewards, RewardsPanel)
    row = rewards.rows()[0]
    row.unfold()
    assert row.asked is not None
    cost = sheet.more(row.asked.extras, "cost_vnd")["cost_vnd"]
    assert row.read() is None
    assert row.asked.extras.shown()[0].sentence.complaint() == "Type a number here"
    sheet.put(cost, "5000")
    keep = sheet.more(row.asked.extras, "keep_points")["keep_points"]
    sheet.put(keep, "999999999999")
    row.details.setChecked(False)
    sheet.judge()
    assert row.details.isChecked()
    assert "At most" in row.asked.extras.shown()[1].sentence.complaint()
    assert not row._sentence.complaint()


def test_a_tier_brings_perks_a_package_and_a_hotline(sheet: Sheet) -> None:
    tiers = sheet.panel(TiersPanel)
    assert isinstance(tiers, TiersPanel)
    row = tiers.rows()[1]
    sheet.put(sheet.more(row.extras, "perks")["perks"], "Ban rieng, Giao nhanh")
    sheet.put(sheet.more(row.extras, "package")["package"], "VIP")
    sheet.put(sheet.more(row.extras, "hotline")["hotline"], "1900 1234")
    tier = sheet.judge().tiers.tiers[1]
    said = tiers.statements()[1].words
    assert said.startswith("Vàng: from 1.000.000\u00a0₫")
    assert "hotline on the card 1900 1234" in said
    assert (tier.perks, tier.package, tier.hotline) == (("Ban rieng", "Giao nhanh"), "VIP", "1900 1234")
