"""The name gate: whether a string is printed the way names are, and where a list of names is cut.

Nothing here knows who a person is. A name is told from a sentence, a date and page furniture by its form:
few words, each capitalised (or an initial, a particle, a word of a script without capitals), no sentence punctuation,
no word that only pages print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold

MAX_NAME = 60
"""Characters of the longest name."""

MAX_WORDS = 6
"""Words of the longest name, particles included."""

MAX_UNSPACED = 14
"""Letters of the longest name in a script without capitals and blanks; longer runs are sentences."""

_SHAPE = re.compile(r"""[\w\u0300-\u036f .'’‘ʼ´`"“”„«»()!$*@&\-‐‑·・]{2,60}""")
"""All characters a name is made of."""

_INITIALS = re.compile(r"[^\W\d_]{1,3}(?:[.\-‐‑]{1,2}[^\W\d_]{0,3}){1,4}")
"""``J.``, ``J.R.``, ``M.-Cl.``."""

_CAMEL = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]{2,60}[^\W\d_A-Z])(?=[A-Z][^\W\d_]{2})")
"""``VennTam``: two words without a blank."""

_POSSESSIVE = re.compile(r"[’']s\b")
"""``Orla’s Roast``: somebody's thing, not somebody."""

_FIRM_END = re.compile(r"[^\s,;]++\s{0,3}(?:[,;].*)?", re.DOTALL)
"""One word, and perhaps more of a list: ``Pike``, ``Pike, Jo Low``."""

_JOINT = re.compile(r"['’\-‐]")

_EDGES = "'’‘ʼ´`\"“”„«»()*-‐‑·"

_QUOTES = '"“”„«»'

_HANDLE = re.compile(r"@?[^\W_][\w\-]{1,24}!?")
"""One word of letters, digits, underscores and hyphens, in any case."""

_KEPT_COMMA = "\ue000"
"""Stands for such a comma while a list is cut."""


@dataclass(frozen=True, slots=True)
class _Gate:
    particles: frozenset[str]
    articles: frozenset[str]
    refused: frozenset[str]
    not_authors: frozenset[str]
    collective: frozenset[str]
    joiner: re.Pattern[str]
    suffix: re.Pattern[str]
    """``, Jr.``: a comma that separates no names."""


@lru_cache(maxsize=64)
def _gate(words: Words) -> _Gate:
    byline = words.byline
    particles = frozenset(byline.particles)
    refused = frozenset(byline.not_names) | frozenset(words.page.stop_words)
    return _Gate(
        particles=particles,
        articles=frozenset(byline.articles),
        refused=refused - particles,
        not_authors=frozenset(byline.not_authors),
        collective=frozenset(byline.collective),
        joiner=_joiner(words),
        suffix=re.compile(
            rf",\s{{0,3}}(?P<suffix>(?:{'|'.join(map(re.escape, byline.suffixes)) or '(?!)'})(?!\w)\.?)", re.IGNORECASE
        ),
    )


def _joiner(words: Words) -> re.Pattern[str]:
    joiners = {*words.byline.joiners, *words.credits.joiners}
    # one letter joins in lower case only: "Maria Y. Lopez y Ana Ruiz"
    short = "".join(re.escape(word) for word in sorted(joiners) if len(word) == 1)
    long = "|".join(sorted((re.escape(word) for word in joiners if len(word) > 1), key=len, reverse=True))
    return re.compile(rf"[,;，；、|/]|(?<=\s)(?:[{short or '&'}]|(?i:{long or '&'}))(?=\s)")


def looks_like_name(text: str, words: Words) -> bool:
    """Whether a string has the form of one name, of a person or an act, as pages print it.

    >>> from reviewparse.languages import load
    >>> looks_like_name("Teodor van der Vance", load("en"))
    True
    >>> looks_like_name("A long walk home", load("en"))
    False
    """
    text = text.strip()
    gate = _gate(words)
    if "," in text:
        text = gate.suffix.sub(r" \g<suffix>", text)
    if not _SHAPE.fullmatch(text):
        return False
    parts = text.split()
    if len(parts) > MAX_WORDS:
        return False
    last = len(parts) - 1
    solid = False
    for index, part in enumerate(parts):
        core = part.strip(_EDGES)
        kind = _word_kind(core, gate, ends=index == last) if core else None
        if kind is None and not (index < last and _may_begin_act(part, index, gate)):
            return False
        solid = solid or bool(kind)
    # "Zum Profil von": no name ends in a particle of one
    return solid and (last == 0 or parts[last].strip(_EDGES) not in gate.particles)


def _may_begin_act(word: str, index: int, gate: _Gate) -> bool:
    """``The`` in front or in quotes, ``&`` between: words of acts and firms that are no words of a name."""
    if word[0] in _QUOTES:
        return word[1:].casefold() in gate.articles
    if index:
        return index == 1 and word == "&"
    return word[0].isupper() and word.casefold() in gate.articles


def _word_kind(word: str, gate: _Gate, *, ends: bool) -> bool | None:
    """True: carries a name; False: may stand in one; None: stands in no name."""
    folded = word.casefold()
    if folded in gate.particles:
        # "de", "van", in capitals ("DE LA CRUZ") as well; a name consists of more
        return False
    first = word[0]
    if folded in gate.refused or not first.isalnum() or "@" in word:
        return None
    if word[-1] == ".":
        return _abbreviation(word, ends=ends)
    if first.islower() or first.isdigit():
        return _irregular(word, folded, gate)
    if first.isupper() or first.istitle():
        return len(word) > 1
    return True if len(word) <= MAX_UNSPACED else None


def _abbreviation(word: str, *, ends: bool) -> bool | None:
    if not word[0].isupper():
        return None
    if word.count(".") > 1:
        return True if _INITIALS.fullmatch(word) else None
    # "St. John", "Wm. Lee"; at the end the full stop closes a sentence, but for "Jr." and "K."
    return False if len(word) <= (3 if ends else 5) else None


def _irregular(word: str, folded: str, gate: _Gate) -> bool | None:
    """``2Pac``, ``d'Oro``, ``al-Sarraf``, ``iNimrod``, ``nimrod77``: no name are ``2004``, ``3rd``, ``long``."""
    if word[0].isdigit():
        return True if sum(map(str.isalpha, word)) > 2 else None
    head = _JOINT.split(folded, maxsplit=1)[0]
    if len(head) < len(word) and word[len(head) + 1 : len(head) + 2].isupper():
        return True if head in gate.particles or len(head) == 1 else None
    return True if any(char.isupper() or char.isdigit() for char in word) else None


def name_word(word: str, words: Words, *, ends: bool = False) -> bool | None:
    """What a word may be in a name. True: carries one; False: may stand in one (particle, initial); None: neither.

    >>> from reviewparse.languages import load
    >>> [name_word(word, load("en")) for word in ("Orla", "van", "long")]
    [True, False, None]
    """
    core = word.strip(_EDGES)
    return _word_kind(core, _gate(words), ends=ends) if core else None


def looks_like_author(text: str, words: Words) -> bool:
    """The stricter gate for authors: no act, firm, outlet or heading, and nobody in particular.

    >>> from reviewparse.languages import load
    >>> looks_like_author("Orla Venn", load("en")), looks_like_author("Soundtrack Review", load("en"))
    (True, False)
    """
    if not looks_like_name(text, words) or is_collective(text, words):
        return False
    parts = text.split()
    gate = _gate(words)
    if parts[0].casefold() in gate.articles or text.endswith("!") or "! " in text or _POSSESSIVE.search(text):
        return False
    if len(parts) > 1 and not all(part.istitle() for part in parts):
        glued = (_CAMEL.search(part) for part in parts)
        if any(match is not None and match["head"].casefold() not in gate.particles for match in glued):
            return False
    return not any(part.strip(_EDGES + ".").casefold() in gate.not_authors for part in parts)


def looks_like_handle(text: str, words: Words) -> bool:
    """Whether a string is one word that may be somebody's pseudonym: ``eay``, ``night_owl``, ``@quill``.

    Any word of the language has this form: ask only where a name must stand, as behind a label.
    """
    if not _HANDLE.fullmatch(text) or text.isdigit():
        return False
    gate = _gate(words)
    folded = text.lstrip("@").rstrip("!").casefold()
    if folded in gate.particles or folded in gate.refused or folded in gate.not_authors or folded in gate.collective:
        return False
    return sum(char.isalpha() for char in text) > 1


def is_collective(text: str, words: Words) -> bool:
    """Whether a string names nobody in particular: ``Staff``, ``admin``."""
    return fold(text) in _gate(words).collective


def split_names(text: str, words: Words) -> tuple[str, ...]:
    """The names of a printed list, in order; ``()`` when a part of it is no name.

    Two single words around ``&`` are one act or firm (``Venn & Pike``) and stay together.

    >>> from reviewparse.languages import load
    >>> split_names("Orla Venn, Tam Reyes & Jo Pike", load("en"))
    ('Orla Venn', 'Tam Reyes', 'Jo Pike')
    """
    parts = cut_list(text, words)
    if not parts or not all(looks_like_name(part, words) for part in parts):
        return ()
    return tuple(dict.fromkeys(parts))


def cut_list(text: str, words: Words) -> tuple[str, ...]:
    """The parts of a list as printed, names or not.

    >>> from reviewparse.languages import load
    >>> cut_list("Sam Low, Jr. and Venn & Pike", load("en"))
    ('Sam Low, Jr.', 'Venn & Pike')
    """
    if len(text) > 20 * MAX_NAME:
        return ()
    gate = _gate(words)
    text = gate.suffix.sub(rf"{_KEPT_COMMA} \g<suffix>", text.strip(" ,;")) if "," in text else text
    parts = [part.replace(_KEPT_COMMA, ",").strip() for part in _cut(text, gate.joiner)]
    return tuple(part for part in parts if part)


def _cut(text: str, joiner: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in joiner.finditer(text):
        if match[0] == "&" and _joins_firm(text[start : match.start()], text[match.end() :]):
            continue
        parts.append(text[start : match.start()])
        start = match.end()
    parts.append(text[start:])
    return parts


def _joins_firm(before: str, after: str) -> bool:
    return len(before.split()) == 1 and _FIRM_END.fullmatch(after.lstrip()) is not None
