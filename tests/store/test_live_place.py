"""Where the live file may not lie, told by path, marks and kind of disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from loyalpos.errors import UnsafePlace
from loyalpos.store.live_place import LinuxMounts, MacMounts, MountKind, refuse_unsafe, why_unsafe

LOCAL = MountKind.LOCAL


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (r"C:\Users\Lan\AppData\Local\LoyalPOS", None),
        (r"C:\Users\Lan\OneDrive\LoyalPOS", "onedrive"),
        (r"C:\Users\Lan\OneDrive - Tiệm Bánh Mai\Documents", "onedrive"),
        (r"C:\Users\Lan\Dropbox (Personal)\LoyalPOS", "dropbox"),
        (r"D:\DROPBOX", "dropbox"),
        (r"G:\My Drive\LoyalPOS", "google"),
        (r"G:\Drive của tôi\LoyalPOS", "google"),
        (r"C:\Users\Lan\iCloudDrive\LoyalPOS", "icloud"),
        (r"C:\Dropbox bánh mì\LoyalPOS", None),
        (r"C:\onedriver\LoyalPOS", None),
    ],
)
def test_folders_of_cloud_programs_on_windows_are_known(path: str, why: str | None) -> None:
    assert why_unsafe(PureWindowsPath(path), LOCAL) == why


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/home/lan/.local/share/LoyalPOS", None),
        ("/home/lan/Dropbox/LoyalPOS", "dropbox"),
        ("/Users/lan/Library/CloudStorage/GoogleDrive-lan@example.com/My Drive", "cloud"),
        ("/Users/lan/Library/CloudStorage/OneDrive-Personal", "cloud"),
        ("/Users/lan/Library/Mobile Documents/com~apple~CloudDocs/LoyalPOS", "icloud"),
        ("/Users/lan/Google Drive/LoyalPOS", "google"),
    ],
)
def test_folders_of_cloud_programs_elsewhere_are_known(path: str, why: str | None) -> None:
    assert why_unsafe(PurePosixPath(path), LOCAL) == why


def test_the_kind_of_disk_counts_where_the_name_says_nothing() -> None:
    place = PurePosixPath("/srv/shop")
    assert why_unsafe(place, MountKind.NETWORK) == "network"
    assert why_unsafe(place, MountKind.CLOUD) == "cloud"
    assert why_unsafe(place, LOCAL, [".dropbox.cache"]) == "dropbox"
    assert why_unsafe(place, LOCAL, [".tmp.driveupload"]) == "google"
    assert why_unsafe(place, LOCAL, ["photo.jpg"]) is None


MOUNTED = """\
/dev/sda1 / ext4 rw,relatime 0 0
nas:/shops /mnt/nas nfs4 rw 0 0
//pc/c /mnt/nas/local\\040one cifs rw 0 0
/dev/sdb1 /mnt/nas/disk ext4 rw 0 0
lan@box: /home/lan/box fuse.sshfs rw 0 0
drive: /home/lan/drive fuse.rclone rw 0 0
/dev/sdc1 /mnt/over nfs rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv", LOCAL),
        ("/mnt/nas/shop", MountKind.NETWORK),
        ("/mnt/nasty", LOCAL),
        ("/mnt/nas/local one/shop", MountKind.NETWORK),
        ("/mnt/nas/disk/shop", LOCAL),
        ("/home/lan/box/shop", MountKind.NETWORK),
        ("/home/lan/drive", MountKind.CLOUD),
        ("/mnt/over/shop", LOCAL),
    ],
)
def test_the_innermost_mount_tells_the_kind_of_disk(tmp_path: Path, path: str, kind: MountKind) -> None:
    listed = tmp_path / "mounts"
    listed.write_text(MOUNTED)
    assert LinuxMounts(listed).kind_of(Path(path)) is kind


def test_without_a_list_of_mounts_it_is_a_disk_of_the_pc(tmp_path: Path) -> None:
    assert LinuxMounts(tmp_path / "none").kind_of(Path("/mnt/nas")) is LOCAL


def test_the_lines_of_a_mac_are_read() -> None:
    text = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//lan@nas/shops on /Volumes/shop files (smbfs, nodev, nosuid, mounted by lan)
"""
    assert MacMounts.kind_in(Path("/Users/lan"), text) is LOCAL
    assert MacMounts.kind_in(Path("/Volumes/shop files/a"), text) is MountKind.NETWORK


def test_this_folder_is_safe_and_one_marked_by_a_cloud_program_is_not(tmp_path: Path) -> None:
    refuse_unsafe(tmp_path)
    refuse_unsafe(tmp_path / "not there yet")
    (tmp_path / "synced" / "deep").mkdir(parents=True)
    (tmp_path / "synced" / ".dropbox.cache").mkdir()
    with pytest.raises(UnsafePlace) as told:
        refuse_unsafe(tmp_path / "synced" / "deep")
    assert told.value.why == "dropbox"


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "shop").symlink_to(tmp_path / "OneDrive")
    with pytest.raises(UnsafePlace):
        refuse_unsafe(tmp_path / "shop")
