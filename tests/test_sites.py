"""Site rules: data that says where one site prints a field."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from reviewparse.errors import RuleError
from reviewparse.sites import facts_of_rules, load_site_rule, rules_for

RULE = """host = "example-review.com"
[ratings]
xpath = "//span[@class='verdict']"
best = 10
[authors]
xpath = "//a[@rel='author']/@title"
"""


@pytest.fixture
def rule_file(tmp_path: Path) -> Path:
    file = tmp_path / "example-review.com.toml"
    file.write_text(RULE, encoding="utf-8")
    return file


def test_a_rule_reads_elements_and_attributes(rule_file: Path) -> None:
    rule = load_site_rule(rule_file)
    root = etree.HTML("<span class='verdict'> 6.2 </span><a rel='author' title='Orla Venn'>O.</a>")
    facts = [(fact.path, fact.value, dict(fact.more)) for fact in facts_of_rules(root, [rule])]
    assert facts == [("rating", "6.2", {"best": "10"}), ("author", "Orla Venn", {})]


def test_a_rule_covers_its_host_and_subdomains_only(rule_file: Path) -> None:
    rule = load_site_rule(rule_file)
    for url in ("https://example-review.com/a", "http://www.example-review.com", "http://music.example-review.com/b"):
        assert rules_for(url, [rule])[0] is rule
    for other in (None, "https://not-example-review.com/", "http://[broken", "example-review.com"):
        assert rule not in rules_for(other, [rule])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[ratings]\nxpath = '//a'", "host"),
        ("host = 'a.b'\n[stars]\nxpath = '//a'", "stars"),
        ("host = 'a.b'\n[ratings]\nxpath = '//a['", "ratings.xpath"),
        ("host = 'a.b'\n[ratings]\nxpath = '//a'\nbest = 'ten'", "ratings.best"),
        ("host = 'a.b'\n[ratings]\nselect = 'a'", "ratings"),
    ],
)
def test_a_wrong_rule_is_refused_by_file_and_key(tmp_path: Path, text: str, key: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        load_site_rule(file)
    assert (raised.value.path, raised.value.key) == ("wrong.toml", key)
    assert str(raised.value).startswith(f"wrong.toml: {key}: ")
