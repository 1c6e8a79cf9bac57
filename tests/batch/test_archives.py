"""Web archives that are cut or damaged: what is whole is read, and what is lost is said."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("fastwarc", reason="the extra 'warc' is not installed")

from reviewparse.batch import StoredPage
from reviewparse.batch.contents import text_of
from reviewparse.batch.items import Item, Lost
from reviewparse.batch.source_warc import Warc
from tests.batch.archives import framed, key, record


def plain(data: bytes) -> bytes:
    return data


def frames(data: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard", reason="the extra 'zst' is not installed")
    packed: bytes = zstandard.ZstdCompressor(write_checksum=True).compress(data)
    return packed


Pack = Callable[[bytes], bytes]

packed = pytest.mark.parametrize(
    ("suffix", "pack"), [(".warc", plain), (".warc.gz", gzip.compress), (".warc.zst", frames)]
)


def items(path: Path, data: bytes) -> list[Item]:
    path.write_bytes(data)
    return list(Warc(path=path, size=len(data)).pages())


def told(found: list[Item]) -> list[str]:
    """The keys of pages, the codes of what is lost."""
    return [item.code if isinstance(item, Lost) else item.id for item in found]


@packed
def test_an_archive_that_is_cut_anywhere_says_so(tmp_path: Path, suffix: str, pack: Pack) -> None:
    records = [pack(record(number)) for number in range(3)]
    whole = b"".join(records)
    path = tmp_path / f"cut{suffix}"
    assert told(items(path, whole)) == [key(number) for number in range(3)]
    start = len(records[0])
    # an archive that is not packed may lack the blank lines behind its last record
    slack = 4 if pack is plain else 0
    for cut in range(start + 1, start + len(records[1]) - slack):
        found = told(items(path, whole[:cut]))
        assert found[0] == key(0)
        assert found[-1] == "source_broken"
        assert len(found) - (key(1) in found) == 2


@packed
def test_a_damaged_record_costs_itself(tmp_path: Path, suffix: str, pack: Pack) -> None:
    parts = [pack(record(number)) for number in range(3)]
    parts[1] = b"\0" * len(parts[1])
    found = told(items(tmp_path / f"damaged{suffix}", b"".join(parts)))
    if pack is plain:
        assert found == [key(0), "unreadable", key(2)]
    else:
        assert found in ([key(0), "unreadable", key(2)], [key(0), key(2)])  # zeros behind a member are no damage


def test_a_length_that_is_wrong_costs_its_record(tmp_path: Path) -> None:
    short = record(1).replace(b"Content-Length: 1", b"Content-Length: ")
    assert short != record(1)
    found = items(tmp_path / "length.warc", record(0) + short + record(2))
    assert told(found) == [key(0), "unreadable", key(2)]
    missing = record(1).replace(b"Content-Length", b"Content-Size")
    found = items(tmp_path / "length.warc", record(0) + missing + record(2))
    assert told(found) == [key(0), "unreadable", key(2)]


def test_what_was_no_answer_of_a_server_is_lost_and_not_forgotten(tmp_path: Path) -> None:
    found = items(tmp_path / "http.warc", record(0) + framed(1, b"\0\0\0") + record(2))
    assert told(found) == [key(0), "unreadable", key(2)]


@pytest.mark.parametrize("coding", ["br", "gzip", "deflate", "compress"])
def test_pages_as_servers_pack_them(tmp_path: Path, coding: str) -> None:
    brotli, text = b"\x0b\x08\x80<h1>Cold Tap</h1>", b"<h1>Cold Tap</h1>"
    bodies = {"br": brotli + b"\x03", "gzip": gzip.compress(text), "deflate": zlib.compress(text)}
    body = bodies.get(coding, b"?")
    (page,) = items(tmp_path / "packed.warc", record(0, body, http=f"Content-Encoding: {coding}\r\n"))
    assert isinstance(page, StoredPage)
    if coding in bodies:
        assert text_of(page, 1000) == text.decode()
        (page,) = items(tmp_path / "cut.warc", record(0, body[:-2], http=f"Content-Encoding: {coding}\r\n"))
        assert isinstance(page, StoredPage)
    with pytest.raises(OSError, match="cut|ends|Invalid" if coding in bodies else "compress"):
        text_of(page, 1000)


def test_spark_reads_archives_in_the_same_way(tmp_path: Path) -> None:
    reason = "the extra 'arrow' is not installed"
    spark = pytest.importorskip("reviewparse.integrations.spark", exc_type=ImportError, reason=reason)
    path = tmp_path / "cut.warc"
    path.write_bytes(record(0) + b"\0\0" + record(1, "<p>Ü".encode("cp1252")) + record(2)[:-40])
    rows = list(spark.rows_of(path.as_uri()))
    assert [(row["id"], row["content"] is None) for row in rows] == [
        (key(0), False),
        (f"{path.as_uri()}#{len(record(0))}", True),
        (key(1), False),
        (path.as_uri(), True),
    ]
    assert rows[2]["content"] == "<p>Ü"
