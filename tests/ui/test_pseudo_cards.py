"""Every word of the office about cards, their look and the papers beside them is of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loyalpos.engine.batches import Way
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.printing.listing import Listing
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.office.member_papers import checklist, friend_papers, letter_papers
from loyalpos.ui.office.paper_fields import CARDS, CHECKLIST, FRIENDS, LETTERS
from loyalpos.ui.office.statement_paper import statement_listing, statement_papers
from tests.shops import CONSENT, enrolled
from tests.ui.eye import Owner, eye, owner
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "eye", "owner", "speaking"]


def test_every_word_about_cards_is_of_the_catalogue(owner: Owner) -> None:
    enrolled(owner.till)
    owner.till.cards.issue(owner.world.new_id(), 3)
    page = owner.go_to("cards", CardsPage)
    page.members.box.setText("duc")
    owner.look("members to choose")
    page.members.box.returnPressed.emit()
    owner.look("members chosen")
    for kind in (LETTERS, CHECKLIST, FRIENDS, CARDS):
        page.members.papers.kind.choose(kind)
        page.members.papers.kind.chosen.emit(kind)
        owner.look(f"{kind} for members")
    page.members.papers.kind.choose(LETTERS)
    page.members.papers.kind.chosen.emit(LETTERS)
    for wrong in ("", "abc {xyzw}", "a" * 3_000):
        page.members.papers.words.setPlainText(wrong)
        owner.look("words of a letter that are not to be printed")
    owner.click(page.members.papers.usual)
    member = owner.till.members.find("duc")[0].id
    messages = Consent(Purpose.MESSAGES, "messages", 1, "vi", "spoken")
    owner.till.members.enrol(
        owner.world.new_id(),
        Enrolment(
            Phone("0911111111"), "Trần Thị Mai", birthday=Birthday(24, 11), consents=(CONSENT, messages)
        ),
    )
    owner.till.tags.change((member,), on=("Khách quý",))
    page.refresh()
    for group in ("month:11", "tag:Khách quý", "month:12"):
        page.members.group.choose(group)
        page.members.group.chosen.emit(group)
        owner.look(f"{group} picked")
    for said in (
        statement_papers(owner.till, member, "Lan").title,
        *listing_words(statement_listing(owner.till.statements.of(member), "Lan", "", owner.till.shop.time)),
        *listing_words(checklist(owner.till, (member,), "Lan")),
        letter_papers(owner.till, (member,), "", paper="a5", with_code=True).title,
        friend_papers(owner.till, (member,)).title,
    ):
        owner.eye.judge(said, "on paper")
    page.members.clear()
    page.batches.list.selectRow(0)
    page.batches.list.opened.emit(0)
    owner.look("a batch")
    box = page.batches.box
    for wrong in ("", "9", "xyzw"):
        box.which.set_text(wrong)
        owner.click(box.spoilt)
    box.which.set_text("2-3")
    owner.click(box.spoilt)
    owner.look("cards to be spoilt")
    owner.click(box.confirm.yes)
    box.which.set_text("1")
    box.to.set_text("Lan")
    owner.click(box.hand)
    owner.look("a spoilt card, and one that lies elsewhere")
    box.which.set_text("1-2")
    owner.click(box.hand)
    owner.click(box.hand)
    box.which.set_text("2")
    owner.click(box.spoilt)
    codes = [card.code for card in owner.till.cards.cards_of(owner.till.cards.batches()[0].id)]
    owner.till.print_runs.send(owner.world.new_id(), codes[:1], Way.PRINTER)
    owner.till.print_runs.send(owner.world.new_id(), codes, Way.FILE, batch=owner.till.cards.batches()[0].id)
    page.refresh()
    owner.look("what was printed is asked about")
    owner.click(page.question.again)
    owner.click(page.question.go)
    owner.look("from which card on")
    owner.click(page.question.well)
    owner.look("the next question")
    owner.click(page.question.none)
    page.runs_panel.list.opened.emit(0)
    owner.look("what was answered is opened again")
    for wrong in ("", "0", "1001", "abc"):
        page.batches.count.edit.setText(wrong)
        owner.click(page.batches.pdf)


def listing_words(listing: Listing) -> Iterator[str]:
    """Everything a paper says."""
    yield from (listing.title, listing.strong, *listing.facts, listing.note)
    for table in listing.tables:
        yield from (table.title, table.none, *(column.heading for column in table.columns))
        for row in table.rows:
            yield from (*row.cells, *row.under)


def test_every_word_about_the_look_of_cards_is_of_the_catalogue(owner: Owner, tmp_path: Path) -> None:
    enrolled(owner.till)
    page = owner.go_to("cards", CardsPage)
    owner.click(page.design)
    desk = page.design_desk
    assert desk is not None
    for thumb in desk.panel.templates.thumbs:
        owner.click(thumb)
        owner.look(thumb.template)
    for colour in ("#f2c230", "#000000", "#1234"):
        desk.panel.brand.set_brand(colour)
        desk.panel.brand.edited.emit()
        owner.look(colour)
    owner.click(desk.panel.switches["number"])
    owner.click(desk.panel.usual)
    desk.panel.terms.setPlainText("9" * 401)
    owner.look("terms that are too long")
    for beginning in ("<svg/>", "no picture"):
        (tmp_path / "cup.png").write_text(beginning)
        desk.take_logo(str(tmp_path / "cup.png"))
        owner.look(f"no logo: {beginning}")
    owner.click(desk.bar.back)
    owner.click(desk.bar.confirm.no)
    desk.panel.terms.setPlainText("9")
    desk.panel.brand.set_brand("#a8324a")
    desk.panel.brand.edited.emit()
    owner.click(desk.bar.save)
