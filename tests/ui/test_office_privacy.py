"""Consents on a member's page, and the page of customers' rights, clicked through as the owner would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.exports import ExportKind
from loyalpos.engine.members import Purpose
from loyalpos.engine.requests import RequestKind, RequestStep, Wish
from loyalpos.ui.office.due_reminder import DueReminder
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.privacy_page import PrivacyPage
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.marks import Chip
from loyalpos.ui.words.consent import CHANNELS, consent_to
from tests.shops import enrolled
from tests.ui.office_desk import OfficeDesk, cells, office


@pytest.fixture
def members(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[OfficeDesk[MembersPage]]:
    with office(qtbot, MembersPage, tmp_path) as made:
        yield made


@pytest.fixture
def rights(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[OfficeDesk[PrivacyPage]]:
    with office(qtbot, PrivacyPage, tmp_path) as made:
        yield made


def test_consents_are_given_and_taken_back_on_the_page_of_the_member(
    members: OfficeDesk[MembersPage],
) -> None:
    member = enrolled(members.till)
    members.page.open_member(member)
    members.settle()
    panel, consents = members.page.details.privacy, members.till.consents
    members.click(panel.buttons[Purpose.MESSAGES])
    assert consents.of(member).of(Purpose.MESSAGES).stands
    members.click(panel.buttons[Purpose.MESSAGES])
    assert not consents.of(member).of(Purpose.MESSAGES).stands
    consents.give(member, consent_to(Purpose.BIRTHDAY))
    members.page.refresh()
    members.settle()
    members.click(panel.everything)
    assert "points" in panel.question.sentence()
    members.click(panel.question.yes)
    privacy = consents.of(member)
    assert privacy.left_program
    assert not any(said.stands for said in privacy.purposes)
    chips = [chip.text() for chip in members.page.details.findChildren(Chip)]
    assert any("Has left the program" in text for text in chips)
    assert not any("Restricted" in text for text in chips), "nobody asked for that"
    assert not panel.restricted.isChecked()
    members.click(panel.more)
    assert "taken back" in panel.history.text()


def test_what_shows_a_consent_is_written_with_it_and_stands_in_the_history(
    members: OfficeDesk[MembersPage],
) -> None:
    member = enrolled(members.till)
    members.page.open_member(member)
    members.settle()
    panel = members.page.details.privacy
    panel.channel.setCurrentIndex(CHANNELS.index("paper"))
    panel.channel.activated.emit(CHANNELS.index("paper"))
    assert panel.proof.edit.accessibleName() == "Number of the paper (may stay empty)"
    members.type_into(panel.proof.edit, "079123456789")
    assert "identity card" in panel.proof.notice.text()
    members.type_into(panel.proof.edit, "P-9")
    members.click(panel.buttons[Purpose.MESSAGES])
    assert panel.proof.text() == "", "it is of that word alone"
    members.click(panel.more)
    assert "on paper" in panel.history.text()
    assert "proof: P-9" in panel.history.text()
    [word] = members.till.consents.of(member).of(Purpose.MESSAGES).words
    assert (word.said.channel, word.proof) == ("paper", "P-9")


@pytest.mark.parametrize(
    ("people", "said", "tone"),
    [
        (79_999, "79.999 people so far, also those who have left. A small shop needs no impact", "ink"),
        (80_000, "80.000 people so far, also those who have left. At 100.000 people the relief", "amber"),
        (100_000, "100.000 people so far, also those who have left. 100.000 people or more", "red"),
    ],
)
def test_how_many_people_were_ever_known_is_said_before_the_relief_ends(
    rights: OfficeDesk[PrivacyPage], people: int, said: str, tone: str
) -> None:
    till = rights.till
    gone = enrolled(till)
    till.erasures.erase(gone, ErasureReason.ASKED, rights.folders.backups)
    assert till.requests.register().people == 1, "who was erased was known once"
    rights.page.show_register(replace(till.requests.register(), people=people))
    assert rights.page.people.text().startswith(said)
    assert rights.page.people.tone == tone


def test_who_is_under_age_has_somebody_who_agreed(members: OfficeDesk[MembersPage]) -> None:
    member = enrolled(members.till)
    members.page.open_member(member)
    members.settle()
    panel = members.page.details.privacy
    members.click(panel.under_age)
    members.click(panel.save_guardian)
    assert panel.guardian.edit.is_wrong()
    members.type_into(panel.guardian.edit, "Mai", enter=True)
    assert members.till.consents.of(member).guardian == "Mai"
    particulars = members.page.details.particulars
    members.type_into(particulars.birthday.edit, "1/1/2015")
    assert particulars.birthday.notice.text() == "", "that is known"
    members.click(panel.under_age)
    members.type_into(members.page.details.particulars.birthday.edit, "1/1/2015")
    assert "mark the customer as under age" in particulars.birthday.notice.text()
    members.type_into(particulars.note.edit, "CCCD 079123456789")
    assert "identity card" in particulars.note.notice.text()
    assert not particulars.note.edit.is_wrong()
    members.click(panel.restricted)
    assert members.till.members.member(member).restricted
    members.click(panel.restricted)
    switched = [line.rpartition(" · ")[2] for line in panel.history.text().splitlines()]
    for first, then in (
        ("Noted as under age", "Under age no more"),
        ("Restriction turned on", "Restriction turned off"),
    ):
        assert [line for line in switched if line in (first, then)] == [then, first]


def test_a_request_is_written_down_answered_and_done(rights: OfficeDesk[PrivacyPage]) -> None:
    enrolled(rights.till)
    page, new = rights.page, rights.page.new
    assert page.listed.empty.isVisible()
    rights.click(new.save)
    assert new.who.edit.is_wrong()
    rights.type_into(new.who.edit, "duc")
    new.rows.enter()
    QTest.keyClick(new.rows, Qt.Key.Key_Return)
    rights.click(new.save)
    [row] = cells(page.listed.table)
    assert row[1:] == ["Nguyễn Văn Đức", "See the data", "answer by 25/11"]
    page.listed.table.opened.emit(0)
    rights.click(page.listed.answers["vi"])
    assert "Kính gửi Nguyễn Văn Đức" in QGuiApplication.clipboard().text()
    rights.click(page.listed.steps[RequestStep.ANSWERED])
    rights.click(page.listed.steps[RequestStep.REFUSED])
    assert page.listed.reason.edit.is_wrong()
    rights.click(page.listed.steps[RequestStep.DONE])
    assert cells(page.listed.table)[0][3] == "done today"


def test_what_is_late_is_said_and_the_kit_starts_the_hours(rights: OfficeDesk[PrivacyPage]) -> None:
    wish = Wish(RequestKind.ERASE, rights.till.shop.now().date(), asker="Bà Sáu")
    rights.till.requests.receive(rights.world.new_id(), wish)
    rights.world.clock.forward(days=5)
    rights.page.refresh()
    rights.settle()
    assert cells(rights.page.listed.table)[0][3] == "late: answer by 25/11"
    assert any(chip.text() == "1 late" for chip in rights.page.head.findChildren(Chip))
    rights.click(rights.page.breach.begin)
    rights.click(rights.page.breach.question.yes)
    rights.settle()
    [folder] = (rights.folders.data / "evidence").iterdir()
    assert {path.name for path in folder.iterdir()} >= {"records.jsonl", "members.csv", "report-A05.txt"}
    assert "THÔNG BÁO VI PHẠM" in (folder / "report-A05.txt").read_text("utf-8")
    [chip] = rights.page.breach.left.findChildren(Chip)
    assert "71 hours" in chip.text()
    rights.click(rights.page.breach.reported)
    assert not rights.page.breach.reported.isVisible()


def test_who_stayed_away_is_listed_asked_about_and_made_nameless(rights: OfficeDesk[PrivacyPage]) -> None:
    enrolled(rights.till)
    rights.till.exports.note(ExportKind.LETTERS, (enrolled(rights.till, "0987654321", "Hạnh"),))
    panel = rights.page.away
    assert panel.empty.isVisible()
    reminder = DueReminder(*rights.lanes[:2], rights.page)
    said: list[str] = []
    reminder.said.connect(lambda _kind, title, _more: said.append(title))
    rights.world.clock.forward(days=705)
    rights.page.refresh()
    rights.settle()
    assert [row[-1] for row in cells(panel.table)] == ["23/11/2028", "23/11/2028"]
    assert not panel.erase.isVisible()
    rights.world.clock.forward(days=30)
    rights.page.refresh()
    rights.settle()
    assert [row[-2:] for row in cells(panel.table)] == [["20", "now"]] * 2
    reminder.look(rights.till)
    rights.settle()
    rights.settle()
    assert said == ["2 customers who stayed away are due to be made nameless"]
    rights.click(panel.erase)
    assert "lose 40 points" in panel.question.sentence()
    rights.click(panel.question.yes)
    assert rights.said[-1][:2] == (BannerKind.SUCCESS, "Done")
    assert [one.reason for one in rights.till.erasures.erased()] == ["inactive"] * 2
    assert panel.empty.isVisible()
    assert [row[2:4] for row in cells(rights.page.exports.table)] == [["Made letters", "1"]]
    rights.type_into(panel.months, "0")
    panel.automatic.setChecked(True)
    rights.click(panel.keep)
    assert (rights.till.retention.rules.months, rights.till.retention.rules.warn_days) == (0, 30)
    assert rights.till.retention.rules.automatic_since is not None


def test_the_facts_of_an_impact_assessment_are_written_in_both_languages(
    rights: OfficeDesk[PrivacyPage],
) -> None:
    member = enrolled(rights.till)
    rights.till.consents.give(member, consent_to(Purpose.MESSAGES))
    rights.click(rights.page.facts)
    path = Path(rights.said[-1][2])
    text = path.read_text("utf-8-sig")
    assert "People ever known: 1; members now: 1." in text
    assert "messages (1 agree), birthday (0), sharing (0)" in text
    assert "stays away 24 months" in text
    assert "Đức" not in text


def test_after_a_breach_all_codes_are_renewed_once_it_was_asked(rights: OfficeDesk[PrivacyPage]) -> None:
    member = enrolled(rights.till)
    card = rights.till.members.member(member).card
    panel = rights.page.breach
    assert not panel.renew.isVisible()
    rights.till.breaches.begin(rights.world.new_id(), "mất máy")
    rights.page.refresh()
    rights.settle()
    rights.click(panel.renew)
    rights.click(panel.renewing.yes)
    assert rights.said[-1][:2] == (BannerKind.SUCCESS, "Codes renewed")
    assert rights.till.members.member(member).card != card
