"""What speaks for and against a cut: an opening and a possible cut to the names of features.

Left of a cut must stand a heading, right of it a sentence that can stand alone; the seam between them must not divide what
belongs together. The names are hashed, so that a model is a table of numbers without words; so their spelling is short, and
a change to it asks for training anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from zlib import crc32

from digest.structure.lexicon import VERBS
from digest.structure.openings import Opening, Usage, behind
from digest.structure.tokens import Token

TABLE_BITS = 20
_MASK = (1 << TABLE_BITS) - 1
_NOTHING = Token()
_MAYBE_VERBS = frozenset(("NV", "SZ", "P", "n"))
_NAMES = frozenset(("x", "X", "g", "'"))
_CAPITALS = "CAM"
_OPENED = ("(", "“", "«")
_CLOSED = (")", "”", "»")
_FEW_WORDS = 4
_SOME_WORDS = 6
_FAR = 9


def hashed(names: Iterable[str]) -> list[int]:
    """Turn the names of features into places in the model's table."""
    return [crc32(name.encode()) & _MASK for name in names]


def case_style(heading: Sequence[Token]) -> str:
    """Name the way a heading is capitalised.

    `A` all capitals (`A1` one word), `T` title case, `S` sentence case, `M` `m` more and less of title case, `1` one word, `F`
    no word that tells.
    """
    if heading[0].shape in "ADP" and _is_in_capitals(heading):
        return "A" if len(heading) > 1 else "A1"
    rest = heading[1:]
    if not rest:
        return "1"
    small = len([token for token in rest if token.shape == "c" and token.is_content])
    common = len([token for token in rest if token.shape in "CA" and token.kind not in _NAMES])
    if small:
        return "M" if common > small else "m" if common else "S"
    return "T" if any(token.shape == "C" for token in rest) else "F"


def _is_in_capitals(heading: Sequence[Token]) -> bool:
    return all(token.shape in "ADP" for token in heading) and any(token.shape == "A" and len(token.word) > 1 for token in heading)


def without_cut(opening: Opening, usage: Usage) -> Iterator[str]:
    """Name the features of leaving an opening whole."""
    place, tokens = opening.place, opening.tokens
    one, two, three = (*tokens[:3], _NOTHING, _NOTHING, _NOTHING)[:3]
    shapes = "".join(token.shape for token in tokens[:8])
    yield f"0 {place}"
    yield f"0key {place} {one.key}"
    yield f"0word {one.word}"
    yield f"0keys {one.key} {two.key}"
    yield f"0words {one.word} {two.word}"
    yield f"0keys {one.key} {two.key} {three.key}"
    yield f"0ending {one.word[-3:]} {shapes[:3]}"
    yield f"0office {one.is_title} {shapes[1:3]} {three.kind}"
    yield f"0shapes {shapes[:4]}"
    yield f"0shapes {shapes}"
    yield f"0verb {_verb(tokens)} {place}"
    yield f"0names {one.word in usage.names} {two.word in usage.names}"
    yield f"0small {place} {_first_small(tokens)}"
    yield f"0marks {one.opens} {one.end} {two.end}"
    yield f"0end {_sentence_end(tokens)} {place}"
    if opening.following:
        yield f"0line {min(opening.size, 25)} {tokens[-1].end}"


def with_cut(opening: Opening, cut: int, usage: Usage) -> Iterator[str]:
    """Name the features of a heading of `cut` words."""
    heading, text = opening.tokens[:cut], behind(opening, cut)
    fills_line = cut == opening.size
    style = case_style(heading)
    place = opening.place + ("|" if fills_line else "")
    yield from _form(heading, style, place)
    yield from _words(heading, style)
    yield from _sentence(text, style, place)
    if fills_line:
        yield f"line {heading[-1].end} {min(cut, 12)}"
        yield f"line {heading[-1].end} {heading[0].shape} {style}"
    else:
        yield from _seam(heading, text, style)
        yield from _usage(heading, text, style, usage)


def _form(heading: Sequence[Token], style: str, place: str) -> Iterator[str]:
    size, first, last, rest = len(heading), heading[0], heading[-1], heading[1:]
    verb, ends = _verb(heading), [token.end for token in heading[:-1]]
    content = [token.shape for token in rest if token.is_content]
    yield f"cut {place}"
    yield f"style {style} {place}"
    yield f"size {min(size, 16)} {place}"
    yield f"size {min(size, 9)} {style}"
    yield f"end {last.end} {place}"
    yield f"end {last.end} {first.key}"
    yield f"verb {verb} {style}"
    yield f"verb {verb} {first.key} {last.end}"
    yield f"quoted {first.opens} {last.end}"
    yield f"inner {min(2, len([token for token in heading[:-1] if token.ends_sentence]))} {last.end} {place}"
    yield f"colons {ends.count(':') + ends.count(';')} {place}"
    yield f"commas {min(3, ends.count(',') + (last.end == ','))}"
    yield f"open {_unclosed(heading)}"
    yield f"case {content.count('c')} {content.count('C')}"
    yield f"case {min(4, [token.shape for token in rest].count('C') - content.count('C'))}"
    if first.shape == "D":
        yield f"number {first.end} {place}"


def _words(heading: Sequence[Token], style: str) -> Iterator[str]:
    first = heading[0]
    yield f"first {first.word}"
    yield f"first {first.key} {style}"
    yield f"first {first.key} {heading[1].key if len(heading) > 1 else '.'}"
    if len(heading) <= _SOME_WORDS:
        yield "kinds " + " ".join(token.kind for token in heading)
    if len(heading) <= _FEW_WORDS:
        yield "words " + " ".join(token.word for token in heading)
        yield "keys " + " ".join(token.key for token in heading)
    for token in heading:
        yield f"word {token.word}"
    for before, after in pairwise(heading):
        yield f"pair {before.key} {after.key}"


def _sentence(text: Sequence[Token], style: str, place: str) -> Iterator[str]:
    one, two, three, four = (*text[:4], _NOTHING, _NOTHING, _NOTHING, _NOTHING)[:4]
    small, verb = _first_small(text), _verb(text)
    yield f"> {one.word}"
    yield f"> {one.word} {two.word}"
    yield f">keys {one.key} {two.key}"
    yield f">keys {one.key} {two.key} {three.key}"
    yield f">kinds {one.kind} {two.kind} {three.kind} {four.kind}"
    yield f">shapes {one.shape}{two.shape}{three.shape}{four.shape}"
    yield f">shapes {one.shape}{two.shape} {style}"
    yield f">small {small} {style}"
    yield f">small {small} {one.key}"
    yield f">verb {verb}"
    yield f">verb {verb} {one.key}"
    yield f">clause {_clause(text)}"
    yield f">run {_run(text)} {style}"
    yield f">end {_sentence_end(text)} {place}"
    yield f">marks {one.opens} {one.end} {two.end}"
    yield f">ending {one.word[-3:]} {one.shape}"


def _seam(heading: Sequence[Token], text: Sequence[Token], style: str) -> Iterator[str]:
    third, before, last = (_NOTHING, _NOTHING, *heading)[-3:]
    one, two = (*text[:2], _NOTHING)[:2]
    yield f"< {last.word}"
    yield f"< {before.word} {last.word}"
    yield f"<key {last.key} {last.shape}"
    yield f"<key {last.key} {style}"
    yield f"<keys {before.key} {last.key}"
    yield f"<ending {last.word[-3:]} {style}"
    yield f"<run {_tail(heading)} {style} {one.shape}{two.shape}"
    yield f"| {last.word}|{one.word}"
    yield f"|keys {last.key}|{one.key}"
    yield f"|keys {before.key} {last.key}|{one.key}"
    yield f"|keys {last.key}|{one.key} {two.key}"
    yield f"|keys {before.key} {last.key}|{one.key} {two.key}"
    yield f"|kinds {third.kind} {before.kind} {last.kind}|{one.kind}"
    yield f"|kinds {last.kind}|{one.kind} {two.kind} {style}"
    yield f"|shapes {before.shape}{last.shape}|{one.shape}{two.shape} {style}"
    yield f"|marks {last.end}|{one.opens}{one.shape}"
    yield f"|office {last.is_title}|{one.is_title} {two.shape}"


def _usage(heading: Sequence[Token], text: Sequence[Token], style: str, usage: Usage) -> Iterator[str]:
    """Name what the rest of the document tells: names are written together elsewhere, and a sentence takes up its heading."""
    before, last = (_NOTHING, *heading)[-2:]
    one, two = (*text[:2], _NOTHING)[:2]
    across, inside, left = (
        min(3, usage.pairs[pair] - 1) for pair in ((last.word, one.word), (one.word, two.word), (before.word, last.word))
    )
    repeated = _repeated(heading, text)
    yield f"apart {across} {style}"
    yield f"apart {across} {inside} {left}"
    yield f"together {inside} {one.shape}{two.shape}"
    yield f"together {left}| {before.shape}{last.shape}"
    yield f"names {last.word in usage.names}|{one.word in usage.names} {style}"
    yield f"small {last.word in usage.small}|{one.word in usage.small} {style}"
    yield f"repeated {repeated} {one.is_function}"
    yield f"repeated {repeated} {min(len(heading), 5)} {style}"
    yield f"repeated {one.word == heading[0].word} {two.word == before.word} {min(len(heading), 4)}"


def _repeated(heading: Sequence[Token], text: Sequence[Token]) -> int:
    """Return how many of the first words behind the cut stand in the heading in the same order: it names what is told."""
    words = [token.word for token in heading]
    longest = 0
    for start, word in enumerate(words):
        if word == text[0].word:
            shared = takewhile(lambda pair: pair[0] == pair[1].word, zip(words[start:], text[:4], strict=False))
            longest = max(longest, sum(1 for _ in shared))
    return longest


def _unclosed(heading: Sequence[Token]) -> int:
    opened = len([token for token in heading if token.opens in _OPENED])
    return opened - len([token for token in heading if token.end in _CLOSED])


def _first_small(tokens: Sequence[Token]) -> int:
    """Return how many words precede the first small content word."""
    return next((index for index, token in enumerate(tokens[:_FAR]) if token.shape == "c" and token.is_content), _FAR)


def _clause(text: Sequence[Token]) -> str:
    """Spell the classes of a sentence's words up to its verb."""
    kinds = [token.kind for token in text[:7]]
    end = next((index + 1 for index, kind in enumerate(kinds) if kind in VERBS and index), len(kinds))
    return " ".join(kinds[:end])


def _run(text: Sequence[Token]) -> str:
    """Count the capitals that a sentence begins with, and tell what follows them."""
    count = next((index for index, token in enumerate(text[:6]) if token.shape not in _CAPITALS), 6)
    return f"{count} {text[count].key if count < len(text) else '.'}"


def _tail(heading: Sequence[Token]) -> int:
    """Count the capitals that a heading ends with."""
    return next((count for count, token in enumerate(reversed(heading[-5:])) if token.shape not in _CAPITALS), 5)


def _verb(tokens: Sequence[Token]) -> str:
    """Say where the first finite verb stands, and whether it can be something else."""
    for index, token in enumerate(tokens[:12]):
        if index and token.kind in VERBS:
            return f"{min(index, 7)}{token.kind}"
        if index and token.kind in _MAYBE_VERBS:
            return f"{min(index, 7)}{token.kind}?"
        if token.end and token.end in ".!?":
            return "none"
    return "late"


def _sentence_end(tokens: Sequence[Token]) -> str:
    return next((f"{min(index, 12)}{token.end}" for index, token in enumerate(tokens) if token.end and token.end in ".!?:…"), "-")
