"""Standard input, of whatever kind and packed or not; and packed tables that end too early."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewparse import cli
from reviewparse.batch import Columns
from reviewparse.batch.items import Lost
from reviewparse.batch.source_stdin import from_stdin
from reviewparse.batch.sources import open_sources
from tests.batch.archives import record

PAGE = "Cold Tap, part {n}\n\nReviewed by Orla Venn\n\nMarch 3rd, 2011\n\nRating: {mark}/5, and 2 < 3\n"

HTML = "<title>Cold Tap</title><h1>Cold Tap</h1><p>Reviewed by Orla Venn</p><p>Rating: 4/5</p>"

Pack = Callable[[bytes], bytes]


def plain(data: bytes) -> bytes:
    return data


def frames(data: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard", reason="the extra 'zst' is not installed")
    packed: bytes = zstandard.ZstdCompressor().compress(data)
    return packed


each_packing = pytest.mark.parametrize("pack", [plain, gzip.compress, frames])

packed = pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", frames)])


def json_lines(count: int) -> bytes:
    rows = ({"id": f"p{n}", "content": PAGE.format(n=n, mark=n % 6)} for n in range(count))
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def table(count: int, column: str = "content", delimiter: str = ",") -> bytes:
    text = io.StringIO()
    write = csv.writer(text, delimiter=delimiter)
    write.writerows([("id", column), *((f"p{n}", PAGE.format(n=n, mark=n % 6)) for n in range(count))])
    return text.getvalue().encode()


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Batch:
    """The command, with something on standard input."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.out = folder / "out.jsonl"
        self.patch = patch

    def __call__(self, data: bytes, *argv: str) -> int:
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
        return cli.main(["batch", *argv, "-", "-o", str(self.out), "--workers", "0", "--force", "--quiet"])

    def rows(self) -> list[dict[str, object]]:
        return read(self.out)

    def errors(self) -> list[object]:
        return [row["code"] for row in read(self.out.with_name("out.errors.jsonl"))]


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Batch:
    return Batch(tmp_path, monkeypatch)


@each_packing
def test_lines_of_json(batch: Batch, pack: Pack) -> None:
    assert batch(pack(b"\n\n" + json_lines(40))) == 0
    assert [row["id"] for row in batch.rows()] == [f"p{n}" for n in range(40)]


@each_packing
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_table(batch: Batch, pack: Pack, delimiter: str) -> None:
    assert batch(pack(table(40, delimiter=delimiter))) == 0
    assert [row["id"] for row in batch.rows()] == [f"p{n}" for n in range(40)]
    assert batch(pack("\ufeff".encode() + table(3, "html", delimiter)), "--column", "html") == 0
    assert [row["authors"] for row in batch.rows()] == [["Orla Venn"]] * 3


@each_packing
def test_an_archive(batch: Batch, pack: Pack) -> None:
    pytest.importorskip("fastwarc", reason="the extra 'warc' is not installed")
    records = [pack(record(number)) for number in range(3)]
    assert batch(b"".join(records)) == 0
    assert [row["url"] for row in batch.rows()] == [f"https://a.example/{number}" for number in range(3)]
    assert batch(b"".join(records)[:-60]) == 2
    assert [row["url"] for row in batch.rows()] == [f"https://a.example/{number}" for number in range(2)]
    assert batch.errors() == ["source_broken"]


@each_packing
def test_a_page_of_text_or_of_markup(batch: Batch, pack: Pack) -> None:
    for page in (PAGE.format(n=1, mark=4), HTML):
        assert batch(pack(page.encode())) == 0
        (row,) = batch.rows()
        assert (row["id"], row["authors"]) == ("-", ["Orla Venn"])
    assert batch(pack(HTML.encode() + b"<p>" + b"x" * 200_000)) == 0
    assert len(batch.rows()) == 1


def test_nothing_is_no_page(batch: Batch) -> None:
    assert batch(b"") == 0
    assert batch.rows() == []


@pytest.mark.parametrize(
    ("data", "options", "named"),
    [
        (json_lines(2), ("--column", "html"), "-: no column 'html'; the columns are id, content"),
        (table(2), ("--column", "html"), "-: no column 'html'; the columns are id, content"),
        (table(2), ("--id-column", "key"), "-: no column 'key'"),
        (b"{\n", (), "-: its first line is no JSON object"),
        (b"PAR1\0\0", (), "-: Parquet is read from its end"),
    ],
)
def test_what_cannot_be_read_is_named(
    batch: Batch, capsys: pytest.CaptureFixture[str], data: bytes, options: tuple[str, ...], named: str
) -> None:
    assert batch(data, *options) == 2
    assert named in capsys.readouterr().err
    assert list(batch.out.parent.iterdir()) == []


def test_standard_input_is_named_once(batch: Batch, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch(json_lines(1), "-") == 2
    assert "only once" in capsys.readouterr().err


@packed
@pytest.mark.parametrize(("kind", "make"), [("jsonl", json_lines), ("csv", table)])
def test_a_packed_table_that_is_cut_says_so(
    tmp_path: Path, suffix: str, pack: Pack, kind: str, make: Callable[[int], bytes]
) -> None:
    whole = pack(make(10_000))
    for share in (0.0, 0.01, 0.5, 0.9, 1.0):
        cut = whole[: min(max(5, int(len(whole) * share)), len(whole) - 1)]
        source = tmp_path / f"in.{kind}{suffix}"
        source.write_bytes(cut)
        (named,) = open_sources([str(source)], Columns())
        *pages, last = named.pages()
        assert [page.id for page in pages] == [f"p{n}" for n in range(len(pages))]
        assert (len(pages) > 1000) == (share >= 0.5)
        assert isinstance(last, Lost)
        assert (last.id, last.code) == (source.as_posix(), "source_broken")
        *piped, end = from_stdin(io.BytesIO(cut), Columns()).pages()
        assert (piped, end.id, getattr(end, "code", "")) == (pages, "-", "source_broken")


@packed
def test_a_packed_table_that_is_cut_is_an_error_of_the_batch(
    batch: Batch, tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str, pack: Pack
) -> None:
    source = tmp_path / f"in.jsonl{suffix}"
    source.write_bytes(pack(json_lines(2)) + pack(json_lines(2))[:-1])
    assert cli.main(["batch", str(source), "-o", str(batch.out), "--workers", "0"]) == 2
    said = capsys.readouterr()
    assert "in = " in said.out
    assert "1 sources end before their end" in said.err
    assert len(batch.rows()) >= 2
    assert batch.errors() == ["source_broken"]
