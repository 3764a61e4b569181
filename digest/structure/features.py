"""What speaks for and against a cut: an opening and a possible cut to the names of features.

Left of a cut must stand a heading, right of it a sentence that can stand alone; the seam between them must not divide what
belongs together. The names are hashed, so that a model is a table of numbers without words.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from zlib import crc32

from digest.structure.lexicon import VERBS
from digest.structure.openings import Opening, Usage, behind
from digest.structure.tokens import Token

TABLE_BITS = 20
_MASK = (1 << TABLE_BITS) - 1
_NOTHING = Token(word="", shape="-", kind="-", key="-", end="", opens="", is_title=False, is_function=False)
_MAYBE_VERBS = frozenset(("NV", "SZ", "P", "n", "S"))


def hashed(names: Iterator[str]) -> list[int]:
    """Turn the names of features into places in the model's table."""
    return [crc32(name.encode()) & _MASK for name in names]


def case_style(heading: Sequence[Token]) -> str:
    """Name the way a heading is capitalised: `A` all capitals, `T` title case, `S` sentence case, `M` mixed, `1` `F` unclear."""
    if all(token.shape in "ADP" for token in heading) and any(len(token.word) > 1 and token.shape == "A" for token in heading):
        return "A" if len(heading) > 1 else "A1"
    rest = heading[1:]
    if not rest:
        return "1"
    small = sum(token.shape == "c" and token.is_content for token in rest)
    common = sum(token.shape in "CA" and token.kind not in ("x", "X", "'") for token in rest)
    if not small:
        return "T" if common or any(token.shape == "C" for token in rest) else "F"
    return "M" if common > small else "m" if common else "S"


def without_cut(opening: Opening, usage: Usage) -> Iterator[str]:
    """Name the features of leaving an opening whole."""
    place, tokens = opening.place, opening.tokens
    one, two, three = (*tokens[:3], _NOTHING, _NOTHING, _NOTHING)[:3]
    yield f"0{place}"
    yield f"0{place}{one.key}"
    yield f"01{one.word}"
    yield f"012{one.key} {two.key}"
    yield f"012w{one.word} {two.word}"
    yield f"0123{one.key} {two.key} {three.key}"
    yield f"0x{one.word[-3:]}{one.shape}{two.shape}{three.shape}"
    yield f"0t{one.is_title}{two.shape}{three.shape}{three.kind}"
    yield "0s" + "".join(token.shape for token in tokens[:4])
    yield "0S" + "".join(token.shape for token in tokens[:8])
    yield f"0v{_verb(tokens)}{place}"
    yield f"0n{one.word in usage.names}{two.word in usage.names}"
    yield f"0l{place}{_first_small(tokens)}"
    yield f"0p{one.opens}{one.end}{two.end}"
    yield f"0e{_sentence_end(tokens)}{place}"
    if opening.following:
        yield f"0o{min(opening.size, 25)}{tokens[-1].end}"


def with_cut(opening: Opening, cut: int, usage: Usage) -> Iterator[str]:
    """Name the features of a heading of `cut` words."""
    heading, text = opening.tokens[:cut], behind(opening, cut)
    own_line = cut == opening.size
    style = case_style(heading)
    place = opening.place + ("|" if own_line else "")
    yield from _form(heading, style, place)
    yield from _words(heading, style)
    yield from _sentence(text, style, place)
    if not own_line:
        yield from _seam(heading, text, style, usage)
    else:
        yield f"O{heading[-1].end}{min(cut, 12)}"
        yield f"Oe{heading[-1].end}{heading[0].shape}{style}"


def _form(heading: Sequence[Token], style: str, place: str) -> Iterator[str]:
    size, last = len(heading), heading[-1]
    yield f"b{place}"
    yield f"s{style}{place}"
    yield f"n{min(size, 16)}{place}"
    yield f"sn{style}{min(size, 9)}"
    yield f"e{last.end}{place}"
    yield f"ew{last.end}{heading[0].key}"
    yield f"v{_verb(heading)}{style}"
    yield f"i{sum(token.end in ('.', '!', '?', ':', ';') and token.end != '' for token in heading[:-1])}{place}"
    yield f"c{min(3, sum(token.end == ',' for token in heading))}"
    yield f"q{sum(token.opens in ('(', '“', '«') and token.opens != '' for token in heading) - sum(token.end in (')', '”', '»') and token.end != '' for token in heading)}"
    yield f"fs{sum(token.shape == 'c' and token.is_content for token in heading[1:])}.{sum(token.shape == 'C' and token.is_content for token in heading[1:])}"
    yield f"fc{min(4, sum(token.shape == 'C' and not token.is_content for token in heading[1:]))}"
    if heading[0].shape == "D":
        yield f"d{heading[0].end}{place}"


def _words(heading: Sequence[Token], style: str) -> Iterator[str]:
    first = heading[0]
    yield f"a{first.word}"
    yield f"as{first.key}{style}"
    yield f"ak{first.key} {heading[1].key if len(heading) > 1 else '.'}"
    if len(heading) <= 4:
        yield "w=" + " ".join(token.word for token in heading)
        yield "k=" + " ".join(token.key for token in heading)
    for token in heading:
        yield f"w{token.word}"
    for before, after in pairwise(heading):
        yield f"h{before.key} {after.key}"


def _sentence(text: Sequence[Token], style: str, place: str) -> Iterator[str]:
    one, two, three, four = (*text[:4], _NOTHING, _NOTHING, _NOTHING, _NOTHING)[:4]
    yield f"r{one.word}"
    yield f"r2{one.word} {two.word}"
    yield f"rk{one.key} {two.key}"
    yield f"rk3{one.key} {two.key} {three.key}"
    yield f"rk4{one.kind} {two.kind} {three.kind} {four.kind}"
    yield f"rs{one.shape}{two.shape}{three.shape}{four.shape}"
    yield f"rs{one.shape}{two.shape}{style}"
    yield f"rl{_first_small(text)}{style}"
    yield f"rl{_first_small(text)}{one.key}"
    yield f"rv{_verb(text)}"
    yield f"rv{_verb(text)}{one.key}"
    yield f"re{_sentence_end(text)}{place}"
    yield f"rp{one.opens}{one.end}{two.end}"
    yield f"rx{one.word[-3:]}{one.shape}"


def _seam(heading: Sequence[Token], text: Sequence[Token], style: str, usage: Usage) -> Iterator[str]:
    last, before = heading[-1], heading[-2] if len(heading) > 1 else _NOTHING
    one, two = (*text[:2], _NOTHING)[:2]
    yield f"l{last.word}"
    yield f"lk{last.key}{last.shape}"
    yield f"ls{last.key}{style}"
    yield f"l2{before.key} {last.key}"
    yield f"l2w{before.word} {last.word}"
    yield f"lx{last.word[-3:]}{style}"
    yield f"m{last.key}|{one.key}"
    yield f"mw{last.word}|{one.word}"
    yield f"m3{before.key} {last.key}|{one.key}"
    yield f"m3{last.key}|{one.key} {two.key}"
    yield f"m4{before.key} {last.key}|{one.key} {two.key}"
    yield f"ms{before.shape}{last.shape}|{one.shape}{two.shape}{style}"
    yield f"mk{last.kind}|{one.kind}{two.kind}{style}"
    yield f"me{last.end}|{one.opens}{one.shape}"
    yield f"rr{_repeated(heading, text)}{one.is_function}"
    yield f"rr{_repeated(heading, text)}{min(len(heading), 5)}{style}"
    yield f"rf{one.word == heading[0].word}{two.word == before.word}{min(len(heading), 4)}"
    yield f"mt{last.is_title}{one.is_title}{two.shape}"
    yield f"ul{last.word in usage.names}{last.word in usage.small}|{one.word in usage.names}{one.word in usage.small}{style}"
    across = min(3, usage.pairs[last.word, one.word] - 1)
    inside = min(3, usage.pairs[one.word, two.word] - 1)
    left = min(3, usage.pairs[before.word, last.word] - 1)
    yield f"ua{across}{style}"
    yield f"ua{across}.{inside}.{left}"
    yield f"ui{inside}{one.shape}{two.shape}"
    yield f"ut{left}{before.shape}{last.shape}"


def _repeated(heading: Sequence[Token], text: Sequence[Token]) -> int:
    """Return how many of the first words behind the cut stand in the heading in the same order: it names what is told."""
    words = [token.word for token in heading]
    longest = 0
    for start, word in enumerate(words):
        if word == text[0].word:
            shared = takewhile(lambda pair: pair[0] == pair[1].word, zip(words[start:], text[:4], strict=False))
            longest = max(longest, sum(1 for _ in shared))
    return longest


def _first_small(tokens: Sequence[Token]) -> int:
    """Return how many words precede the first small content word."""
    return next((index for index, token in enumerate(tokens[:9]) if token.shape == "c" and token.is_content), 9)


def _verb(tokens: Sequence[Token]) -> str:
    """Say where the first finite verb stands, and whether it can be something else."""
    for index, token in enumerate(tokens[:12]):
        if token.kind in VERBS and index:
            return f"{min(index, 7)}{token.kind}"
        if token.kind in _MAYBE_VERBS and index and token.kind != "S":
            return f"{min(index, 7)}{token.kind}?"
        if token.end and token.end in ".!?":
            return "none"
    return "late"


def _sentence_end(tokens: Sequence[Token]) -> str:
    for index, token in enumerate(tokens):
        if token.end and token.end in ".!?:…":
            return f"{min(index, 12)}{token.end}"
    return "-"
