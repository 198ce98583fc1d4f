"""What the office does with a member's message to friends: copied, drawn, printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSaveFile
from PySide6.QtGui import QGuiApplication, QImage

from loyalpos.engine.joining import reach_of
from loyalpos.engine.members import Member
from loyalpos.errors import CannotWrite
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.member_friends import MemberFriends
from loyalpos.ui.office.printing_job import open_folder
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from loyalpos.printing.customer.tongue import Language
    from loyalpos.printing.friend_card import FriendFace
    from loyalpos.ui.office.page import Page

__all__ = ["FriendsDesk", "friend_face"]


class FriendsDesk(QObject):
    """Carries out what the box of invitations asks for."""

    def __init__(self, page: Page, box: MemberFriends, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._box = box
        self._work = work
        self._member: Member | None = None
        self._face: FriendFace | None = None
        box.language_chosen.connect(self._compose)
        box.copy_wanted.connect(self._copy)
        box.picture_wanted.connect(self._draw)
        box.cards_wanted.connect(self._print)

    def open(self, member: Member) -> None:
        """Work for this member from now on."""
        self._member = member
        self._compose()

    def _compose(self) -> None:
        till, member = self._page.till, self._member
        if till is None or member is None:
            return
        # What items are called stands in the file.
        self._page.workplace.reader.run_latest(
            "office-invitation",
            partial(friend_face, till, member, "en" if self._box.language.choice() == "en" else "vi"),
            done=self._show,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _show(self, face: FriendFace) -> None:
        self._face = face
        self._box.show_message(face.text, has_code=bool(face.code))

    def _copy(self) -> None:
        if self._face is not None:
            QGuiApplication.clipboard().setText(self._face.text)
            self._page.tell(BannerKind.SUCCESS, self.tr("Copied – paste it into the chat"))

    def _draw(self) -> None:
        out = self._out("png")
        if self._face is not None and out is not None:
            self._run(
                self.tr("Drawing the picture"),
                partial(_write_png, self._face, out),
                partial(self._say_png, out),
            )

    def _print(self) -> None:
        out = self._out("pdf")
        if self._face is not None and out is not None:
            self._page.workplace.prints.add(
                self.tr("Cards for friends"),
                partial(_write_pdf, self._face, out),
                done=partial(self._say_pdf, out),
                trouble=self._page.refuse,
            )

    def _run(self, title: str, job: Callable[[Progress], object], done: Callable[..., object]) -> None:
        self._work.run(
            self._page.workplace.files,
            title,
            job,
            done=done,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _out(self, ending: str) -> Path | None:
        assert self._member is not None
        folder = self._page.workplace.folders.cards
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._page.refuse(CannotWrite(folder))
            return None
        whose = "".join(letter for letter in self._member.name or "" if letter.isalnum() or letter == " ")
        name = " ".join((self.tr("invitation"), *whose.split()))[:80]
        return folder / f"{name} {self._member.id.hex[-4:]}.{ending}"

    def _say_png(self, out: Path, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        words = self.tr("Picture ready – paste it into Zalo or Facebook")
        self._page.tell(BannerKind.SUCCESS, words, str(out))
        open_folder(out.parent)

    def _say_pdf(self, out: Path, sheets: int) -> None:
        if not sheets:
            return
        self._page.tell(BannerKind.SUCCESS, self.tr("Eight cards on a sheet, ready to print"), str(out))
        open_folder(out.parent)


def friend_face(till: Till, member: Member, language: Language) -> FriendFace:
    """Compose the card a member gives to friends."""
    from loyalpos.printing.customer.invitation import (  # noqa: PLC0415 - printing costs start-up time
        Inviting,
        invitation,
        invitation_title,
    )
    from loyalpos.printing.friend_card import FriendFace  # noqa: PLC0415 - as said

    shop, today = till.shop.description, till.shop.time.business_day(till.shop.now())
    reach = reach_of(shop)
    words = shop.invitation_en if language == "en" else shop.invitation_vi
    inviting = Inviting(
        shop.name, reach.words, member.name or "", member.phone, till.shop.program_on(today), today
    )
    text = invitation(words, inviting, language, items=till.items.names())
    return FriendFace(shop.name, invitation_title(language), text, reach.code, shop.brand)


def _write_png(face: FriendFace, out: Path, _progress: Progress) -> bytes:
    from loyalpos.printing.friend_card import friend_png  # noqa: PLC0415 - printing costs start-up time

    png = friend_png(face)
    file = QSaveFile(str(out))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly) or file.write(png) != len(png) or not file.commit():
        raise CannotWrite(out)
    return png


def _write_pdf(face: FriendFace, out: Path, progress: Progress) -> int:
    from loyalpos.printing.friend_card import put_out_friends  # noqa: PLC0415 - as said

    return put_out_friends((face,), out, progress=lambda done: progress(done, 1))
