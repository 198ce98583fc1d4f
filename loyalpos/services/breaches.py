"""When particulars may have come into wrong hands: the evidence put aside, and the hours that are left."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.exports import Export, ExportKind
from loyalpos.engine.requests import Breach
from loyalpos.engine.staff import Right
from loyalpos.engine.times import to_ms
from loyalpos.errors import MemberGone, RequestClosed
from loyalpos.services.breaths import BREATH_S
from loyalpos.services.exports import Exports
from loyalpos.services.member_cards import MemberCards
from loyalpos.services.shop import Shop
from loyalpos.store import requests
from loyalpos.store.cards import members_with_cards_before
from loyalpos.store.evidence import write_evidence

__all__ = ["Breaches", "Kit"]

Progress = Callable[[int, int], bool]


class Kit(Struct, frozen=True):
    """A folder of evidence: how many records and members are named in it."""

    path: Path
    records: int
    members: int


class Breaches:
    """Breaches of the shop's data; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def begin(self, action: UUID, words: str = "") -> Breach:
        """Write down that something happened: from now on the hours count."""
        self._shop.demand(Right.EXPORT)
        said = " ".join(words.split())
        with self._shop.file.work() as connection:
            self._shop.write(
                connection, "breach_noticed", {}, private={"words": said} if said else None, action=action
            )
            return next(one for one in requests.breaches(connection) if one.id == action)

    def reported(self, breach: UUID) -> None:
        """Write down that the authority was told.

        Raises:
            NotAllowed: Whoever is at the till may not.
            RequestClosed: It was told before, or nothing of the kind is known.
        """
        self._shop.demand(Right.EXPORT)
        with self._shop.file.work() as connection:
            known = {one.id: one for one in requests.breaches(connection)}
            if breach not in known or known[breach].reported is not None:
                raise RequestClosed
            self._shop.write(connection, "breach_reported", {"breach": breach.hex})

    def renew_cards(self, progress: Progress) -> int:
        """Let every member have a new card code and the old ones be dead, a member in each transaction.

        What was printed works no more; the new codes are printed, or shown as pictures.

        Returns:
            How many have a new code; it may be stopped, and goes on with whoever is left if called again
            for the same breach.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        shop = self._shop
        shop.demand(Right.CARDS)
        with shop.file.aside() as connection:
            since = max((one.noticed for one in requests.breaches(connection)), default=None)
            due = () if since is None else members_with_cards_before(connection, to_ms(since))
        cards, renewed = MemberCards(shop), 0
        for done, member in enumerate(due):
            if not progress(done, len(due)):
                break
            with suppress(MemberGone):
                cards.reissue_card(member, of_others=True)
                renewed += 1
            time.sleep(BREATH_S)
        return renewed

    def write_kit(
        self,
        folder: Path,
        forms: Mapping[str, str],
        progress: Progress,
        *,
        names: bool = False,
        reason: str = "",
    ) -> Kit | None:
        """Write the evidence into a new folder while the counter goes on.

        Args:
            forms: Texts to be sent, by the names of their files.
            names: Whether the members' names and phones go into it too; then a reason is wanted.

        Returns:
            None if it was stopped; then nothing is there.

        Raises:
            NotAllowed: Whoever is at the till may not.
            ReasonMissing: Names are wanted, and nobody says why.
            FolderTaken: Something is in the folder.
            Unavailable: The file cannot be read, or the disk does not take it.
        """
        self._shop.demand(Right.EXPORT)
        if names:
            Exports(self._shop).begin(ExportKind.EVIDENCE, Export(reason), None)
        made = write_evidence(
            self._shop.file, folder, forms, at=self._shop.now(), names=names, progress=progress
        )
        return None if made is None else Kit(folder, *made)
