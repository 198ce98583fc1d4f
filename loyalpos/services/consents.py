"""What members agree to, take back, and want to be done with their particulars."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from loyalpos.engine.consents import Privacy
from loyalpos.engine.json_values import to_json
from loyalpos.engine.members import Consent
from loyalpos.errors import GuardianMissing, MemberGone
from loyalpos.services.shop import Shop
from loyalpos.store.consents import privacy_of
from loyalpos.store.file import Connection
from loyalpos.store.members import member_by_id
from loyalpos.store.merged import all_merged_into

__all__ = ["Consents"]


class Consents:
    """The consents of members; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def of(self, member: UUID) -> Privacy:
        """Read what a member said on each purpose, and how their particulars may be used.

        Raises:
            MemberGone: There is no such member any more.
        """
        with self._shop.file.read() as connection:
            self._require(connection, member)
            return privacy_of(connection, member)

    def give(self, member: UUID, said: Consent, proof: str = "") -> None:
        """Write down that a member agrees to a purpose.

        Args:
            proof: What shows it: the number of a paper, of a message, the person's words.

        Raises:
            MemberGone: There is no such member any more.
        """
        self._say(member, (said,), proof, given=True)

    def withdraw(self, member: UUID, said: Sequence[Consent], proof: str = "") -> None:
        """Write down that a member takes consents back; from now on nothing is done for those purposes.

        Who takes back the program keeps the points and stays out of every list; a birthday that may not be
        congratulated on is no longer kept.

        Args:
            proof: As of :meth:`give`.

        Raises:
            MemberGone: There is no such member any more.
        """
        self._say(member, said, proof, given=False)

    def restrict(self, member: UUID, *, on: bool) -> None:
        """Let a member's particulars serve their account alone, or lift that.

        Raises:
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            self._require(connection, member)
            if privacy_of(connection, member).restricted is not on:
                request = {"member": member.hex, "restricted": on}
                self._shop.write(connection, "member_restricted", request)

    def say_under_age(self, member: UUID, *, on: bool, guardian: str = "") -> None:
        """Write down that a member is under age, and who agreed for them; or that they are of age.

        Raises:
            GuardianMissing: Nobody is named who agreed.
            MemberGone: There is no such member any more.
        """
        named = " ".join(guardian.split()) if on else ""
        if on and not named:
            raise GuardianMissing
        with self._shop.file.work() as connection:
            self._require(connection, member)
            before = privacy_of(connection, member)
            if (before.under_age, before.guardian) != (on, named):
                self._shop.write(
                    connection,
                    "under_age_said",
                    {"member": member.hex, "under_age": on},
                    private={"guardian": named} if named else None,
                )

    def _say(self, member: UUID, said: Sequence[Consent], proof: str, *, given: bool) -> None:
        shown = " ".join(proof.split())
        with self._shop.file.work() as connection:
            self._require(connection, member)
            before = privacy_of(connection, member)
            for one in said:
                words = before.of(one.purpose).words
                if words and words[0].given is given:
                    continue
                request: dict[str, object] = {"member": member.hex, "given": given, "consent": to_json(one)}
                # It may be the word of somebody who is one with them now.
                with_them = [other.hex for other in all_merged_into(connection, member)] if shown else []
                self._shop.write(
                    connection,
                    "consent_changed",
                    request | ({"with": with_them} if with_them else {}),
                    private={"proof": shown} if shown else None,
                )

    def _require(self, connection: Connection, member: UUID) -> None:
        if member_by_id(connection, member) is None:
            raise MemberGone
