"""The rewards as a catalogue: pictures, stock, how they are used and what they cost."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.program import Program, Reward
from loyalpos.engine.reward_use import Idea, RewardUse, idea_for, reward_uses, share_bp
from loyalpos.services.shop import Shop
from loyalpos.store.rewards import member_sales, pictures, taken_since, usual_balance
from loyalpos.store.shop import stock_left

__all__ = ["CatalogueOfRewards", "RewardCard", "Rewards"]

_YEAR_DAYS: Final = 365
_SALES_DAYS: Final = 90


class RewardCard(Struct, frozen=True):
    """This is a reward with everything an owner wants to know of it.

    Attributes:
        left: How many there are; None is not counted.
        idea: What may be done about it.
        image: Its picture as the bytes of a small JPEG file.
    """

    reward: Reward
    left: int | None
    use: RewardUse
    idea: Idea | None
    image: bytes | None


class CatalogueOfRewards(Struct, frozen=True):
    """This is every reward of the program of today, and what all of them cost in the last 90 days.

    Attributes:
        unknown: How many were taken then whose cost nobody knows.
        share_bp: The cost as a share of what members bought, in basis points; None without sales.
        usual_points: What members usually have.
    """

    program: Program
    cards: tuple[RewardCard, ...]
    cost_vnd: int
    unknown: int
    share_bp: int | None
    usual_points: int | None


class Rewards:
    """The rewards of an open shop; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def catalogue(self, still_days: int) -> CatalogueOfRewards:
        """Read all rewards of today.

        Args:
            still_days: After how many days without being taken a reward lies still.
        """
        today = self._shop.time.business_day(self._shop.now())
        program = self._shop.program_on(today)
        with self._shop.file.read() as connection:
            taken = taken_since(connection, today - timedelta(days=_YEAR_DAYS))
            sales_vnd = member_sales(connection, today - timedelta(days=_SALES_DAYS - 1))
            stock, images = stock_left(connection), pictures(connection)
            usual = usual_balance(connection)
        uses = reward_uses(program, taken, today)
        cost_vnd = sum(use.cost_90_vnd for use in uses.values())
        cards: list[RewardCard] = []
        for reward in program.rewards:
            use, left = uses.get(reward.id, RewardUse()), stock.get(reward.id)
            idea = idea_for(
                reward,
                use,
                today=today,
                offered_since=self._offered_since(reward.id, today),
                left=left,
                usual_points=usual,
                still_days=still_days,
            )
            cards.append(RewardCard(reward, left, use, idea, images.get(reward.id)))
        unknown = sum(use.unknown_90 for use in uses.values())
        share = share_bp(cost_vnd, sales_vnd)
        return CatalogueOfRewards(program, tuple(cards), cost_vnd, unknown, share, usual)

    def photos(self) -> dict[str, bytes]:
        """Read the small JPEG files of the rewards that have a picture, by their ids."""
        with self._shop.file.read() as connection:
            return pictures(connection)

    def show(self, action: UUID, reward: str, image: bytes | None) -> None:
        """Give a reward a picture, or take it away.

        Args:
            action: Fixed before the first try, so that a retry is the same action.
            image: A small JPEG file.
        """
        text = None if image is None else b64encode(image).decode("ascii")
        with self._shop.file.work() as connection:
            self._shop.write(connection, "reward_pictured", {"reward": reward, "image": text}, action=action)

    def count(self, action: UUID, reward: str, left: int) -> None:
        """Say how many of a gift there are."""
        with self._shop.file.work() as connection:
            self._shop.write(connection, "stock_counted", {"reward": reward, "left": left}, action=action)

    def _offered_since(self, reward: str, today: date) -> date:
        """Give the first day of the first revision that has the reward."""
        firsts = (
            program.starts
            for program in self._shop.revisions()
            if program.starts is not None and program.reward(reward) is not None
        )
        return min(firsts, default=today)
