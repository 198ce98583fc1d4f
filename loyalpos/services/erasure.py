"""Erasing members: what would be lost, the erasure itself, and that no backup brings anybody back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid5

from loyalpos.engine.erasing import ErasedMember, ErasureReason, HeldBack, WouldLose
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import Account, Entry, EntryKind, earn_entry, take_back_entry
from loyalpos.engine.memberships import is_over
from loyalpos.engine.staff import Right
from loyalpos.errors import CannotPart, MemberGone, MemberHeld, PhoneTaken, ReasonMissing, Unavailable
from loyalpos.services.corrections import say_again
from loyalpos.services.parting import part
from loyalpos.services.shop import Shop
from loyalpos.services.standing import memberships_of
from loyalpos.services.vouchers import open_vouchers
from loyalpos.store import erasure, erasure_journal, wiping
from loyalpos.store.cards import codes_of
from loyalpos.store.erasure_journal import Noted
from loyalpos.store.file import Connection
from loyalpos.store.ledger import account_of, standing_of
from loyalpos.store.members import member_by_id
from loyalpos.store.merged import all_merged_into, merge_of, merges_into
from loyalpos.store.second_choice import chosen
from loyalpos.store.second_folder import is_there

__all__ = ["Erasures", "carry_out_again"]

_AT_ONCE_BYTES = 4_000_000
"""So large a file is written anew in less than a tenth of a second; the bill after it waits for that."""

_AT_ONCE = 2
"""So many members are erased in one transaction, so that no bill waits for more."""


class Erasures:
    """Members who are erased; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def would_lose(self, member: UUID) -> WouldLose:
        """Tell what goes with a member.

        Raises:
            MemberGone: There is no such member any more.
        """
        shop = self._shop
        now = shop.now()
        day = shop.time.business_day(now)
        with shop.file.read() as connection:
            person = member_by_id(connection, member)
            if person is None:
                raise MemberGone
            account, _ = shop.settled(connection, member, now=now, alive_at=shop.alive_at(connection, now))
            last = standing_of(connection, member).last_visit
            bills, open_vnd, units = erasure.counted_for(connection, member)
            return WouldLose(
                member,
                person.name,
                max(0, account.balance),
                max(0, -account.balance),
                len(open_vouchers(connection, shop, member, day)),
                units,
                len(codes_of(connection, member)),
                sum(not is_over(one, day) for one in memberships_of(connection, shop, member)),
                open_vnd,
                bills,
                None if last is None else shop.time.business_day(last),
                _held_back(connection, member),
            )

    def erase(self, member: UUID, reason: ErasureReason, backups: Path) -> ErasedMember:
        """Erase a member for good; it is noted beside the backups before it is done.

        Args:
            backups: The folder of the backups; a second one is told too, if it is there.

        Raises:
            MemberGone: There is no such member any more.
            MemberHeld: The records are kept on legal grounds.
            NotAllowed: Whoever is at the till may not erase anybody.
            Unavailable: It could not be noted, or the file not be written; then nobody was erased.
        """
        (erased,) = self.erase_some((member,), reason, backups)
        self.leave_nothing(backups)
        return erased

    def erase_some(
        self, members: Sequence[UUID], reason: ErasureReason, backups: Path
    ) -> tuple[ErasedMember, ...]:
        """Erase a few members in one transaction; :meth:`leave_nothing` comes after the last of many.

        Raises:
            MemberGone, MemberHeld, Unavailable: As with :meth:`erase`; then none of them was erased.
        """
        shop = self._shop
        shop.demand(Right.ERASE)
        assert len(members) <= _AT_ONCE
        with shop.file.work() as connection:
            for member in members:
                held = _held_back(connection, member)
                if held is not None:
                    raise MemberHeld(held.reason)
                if member_by_id(connection, member) is None:
                    raise MemberGone
            erased = _erase_all_in(connection, shop, members, reason, backups)
        # One of them may work here.
        shop.read_again()
        return erased

    def erase_due(
        self,
        members: Sequence[UUID],
        backups: Path,
        still_due: Callable[[Connection, UUID], bool],
        *,
        automatic: bool,
    ) -> tuple[ErasedMember, ...]:
        """Erase those of a few members who stayed away, as far as they still do, in one transaction.

        Whoever asks for it has looked whether it may be done.

        Args:
            still_due: Looks once more, in the transaction.
            automatic: Nobody was asked: the owner wants it done.

        Raises:
            Unavailable: It could not be noted, or the file not be written; then none of them was erased.
        """
        shop = self._shop
        assert len(members) <= _AT_ONCE
        with shop.file.work() as connection:
            due = [one for one in members if still_due(connection, one)]
            if not due:
                return ()
            reason = ErasureReason.INACTIVE
            return _erase_all_in(connection, shop, due, reason, backups, automatic=automatic)

    def leave_nothing(self, backups: Path) -> None:
        """Let no byte of erased members stay in the file, and tell the second folder who was erased.

        A large file is written anew when the day is closed: bills would have to wait for it. A second folder
        that is away is told with the next backup.
        """
        file = self._shop.file
        if file.path.stat().st_size <= _AT_ONCE_BYTES:
            wiping.write_anew(file)
        else:
            wiping.cut_log(file)
        second = chosen(backups)
        if second is not None and is_there(second.path):
            try:
                erasure_journal.share(backups, second.path)
            except Unavailable:
                return

    def write_anew(self) -> None:
        """Write a large file anew at once, where nobody is at the counter."""
        with self._shop.file.read() as connection:
            is_due = wiping.is_due(connection)
        if is_due:
            wiping.write_anew(self._shop.file)

    def erased(self) -> tuple[ErasedMember, ...]:
        """List who was erased, the latest first; nobody is named."""
        with self._shop.file.read() as connection:
            return erasure.erased_members(connection)

    def held(self, member: UUID) -> HeldBack | None:
        """Tell why a member must not be erased, or None."""
        with self._shop.file.read() as connection:
            return _held_back(connection, member)

    def hold(self, member: UUID, reason: str) -> None:
        """Keep a member's records on legal grounds: nobody erases them until they are let go.

        Raises:
            NotAllowed: Whoever is at the till may not say who is erased and who is not.
            ReasonMissing: Nothing says why.
            MemberGone: There is no such member any more.
        """
        said = " ".join(reason.split())
        if not said:
            raise ReasonMissing
        self._set_hold(member, said)

    def let_go(self, member: UUID) -> None:
        """Keep a member's records on legal grounds no longer.

        Raises:
            NotAllowed: Whoever is at the till may not say who is erased and who is not.
            MemberGone: There is no such member any more.
        """
        self._set_hold(member, "")

    def _set_hold(self, member: UUID, reason: str) -> None:
        shop = self._shop
        shop.demand(Right.ERASE)
        with shop.file.work() as connection:
            if member_by_id(connection, member) is None:
                raise MemberGone
            if reason:
                request = {"member": member.hex, "held": True}
                shop.write(connection, "hold_changed", request, private={"reason": reason})
                return
            for one in (member, *all_merged_into(connection, member)):
                if erasure.held_back(connection, one) is not None:
                    shop.write(connection, "hold_changed", {"member": one.hex, "held": False})


def _erase_all_in(
    connection: Connection,
    shop: Shop,
    members: Sequence[UUID],
    reason: ErasureReason,
    backups: Path,
    *,
    automatic: bool = False,
) -> tuple[ErasedMember, ...]:
    erased, others = [], []
    everybody = {one for member in members for one in (member, *all_merged_into(connection, member))}
    for member in members:
        same = all_merged_into(connection, member)
        others += [
            _erase_in(connection, shop, one, reason.value, but=everybody, automatic=automatic) for one in same
        ]
        erased.append(_erase_in(connection, shop, member, reason.value, but=everybody, automatic=automatic))
    # Before the commit: a power cut between the two erases at the next start, and not never.
    erasure_journal.add(backups, [Noted(one.member, one.at, one.reason) for one in (*others, *erased)])
    erasure_journal.mark_carried_out(connection, backups)
    wiping.note_due(connection)
    return tuple(erased)


def _held_back(connection: Connection, member: UUID) -> HeldBack | None:
    """Tell why a member, or somebody who is one with them, must not be erased, or None."""
    everybody = (member, *all_merged_into(connection, member))
    holds = (erasure.held_back(connection, one) for one in everybody)
    return next((one for one in holds if one is not None), None)


def carry_out_again(shop: Shop, backups: Path) -> int:
    """Erase whom the notes beside the backups name and this file still knows, as after a restore.

    Returns:
        How many were erased again.

    Raises:
        Unavailable: The notes cannot be read, or the file not be written.
    """
    with shop.file.read() as connection:
        if erasure_journal.is_carried_out(connection, backups):
            return 0
        notes = erasure_journal.read(backups)
        due = erasure_journal.still_due(connection, notes)
    everybody = frozenset(one.member for one in notes)
    for one in due:
        with shop.file.work() as connection:
            _part_from_others(connection, shop, one.member, everybody)
    for first in range(0, len(due), _AT_ONCE):
        with shop.file.work() as connection:
            for one in due[first : first + _AT_ONCE]:
                # A hold of an older day does not undo what was done since.
                _erase_in(connection, shop, one.member, one.reason, but=everybody)
    with shop.file.work() as connection:
        # What only the file knows, because the folder was lost, is noted again.
        noted = {one.member for one in erasure_journal.read(backups)}
        lost = [one for one in erasure_journal.carried_out(connection) if one.member not in noted]
        erasure_journal.add(backups, lost)
        erasure_journal.mark_carried_out(connection, backups)
    if due:
        wiping.write_anew(shop.file)
    return len(due)


def _part_from_others(connection: Connection, shop: Shop, member: UUID, erased: frozenset[UUID]) -> None:
    """Part a member from whoever was not erased with them: they were two again when that was done.

    What was done of both since cannot be parted, and stays with who stayed.
    """
    merges = [merge_of(connection, member), *merges_into(connection, member)]
    for merge in (one for one in merges if one is not None and not {one.stays, one.goes} <= erased):
        with suppress(CannotPart, PhoneTaken):
            part(shop, connection, merge)


def _erase_in(
    connection: Connection,
    shop: Shop,
    member: UUID,
    reason: str,
    *,
    but: Collection[UUID],
    automatic: bool = False,
) -> ErasedMember:
    now = shop.now()
    alive_at = shop.alive_at(connection, now)
    account, expired = shop.settled(connection, member, now=now, alive_at=alive_at)
    gone = _written_off(account, member, shop)
    entries = (*expired, *gone)
    appended = shop.write(
        connection,
        "member_erased",
        {"member": member.hex, "reason": reason},
        {
            "day": shop.time.business_day(now).isoformat(),
            "entries": to_json(entries),
            **({"automatic": True} if automatic else {}),
        },
        action=erasure.erasure_id(member),
    )
    assert account_of(connection, member).balance == 0
    erasure.forget_drafts(connection, member)
    say_again(connection, shop, member, but)
    record = appended.record
    return ErasedMember(member, record.at, reason, sum(entry.points for entry in entries), record.who)


def _written_off(account: Account, member: UUID, shop: Shop) -> tuple[Entry, ...]:
    """Write off what a member has, or owes: nobody could spend or pay it any more."""
    now, entry_id = shop.now(), uuid5(erasure.erasure_id(member), "points")
    if account.balance > 0:
        return (
            take_back_entry(
                account,
                entry_id=entry_id,
                points=account.balance,
                at=now,
                alive_at=now,
                own_lots=frozenset(lot.id for lot in account.lots),
                reference=member,
                kind=EntryKind.WRITEOFF,
            ),
        )
    if account.balance < 0:
        return (
            earn_entry(
                account,
                entry_id=entry_id,
                points=-account.balance,
                at=now,
                expires_at=None,
                kind=EntryKind.WRITEOFF,
                reference=member,
            ),
        )
    return ()
