"""What coreference sees of two mentions beside their vectors. Java's twin: reader/CoreferenceFeatures."""

from __future__ import annotations

import math

from .documents import Mention


def text(words: tuple[str, ...], mention: Mention) -> tuple[str, ...]:
    return tuple(w.lower() for w in words[mention.begin:mention.end])


def acronym(words: tuple[str, ...]) -> str:
    """The first letters of the words that begin with a capital, in lower case."""
    return "".join(w[0] for w in words if w[:1].isupper()).lower()


def features(words: tuple[str, ...], mention: Mention, other_words: tuple[str, ...], antecedent: Mention,
             sentences: int, mentions: int) -> list[float]:
    """Ten numbers from 0 to about 1; sentences and mentions count what lies between."""
    one, other = text(words, mention), text(other_words, antecedent)
    short, long = sorted((one, other), key=len)
    affix = long[:len(short)] == short or long[-len(short):] == short
    cased, other_cased = words[mention.begin:mention.end], other_words[antecedent.begin:antecedent.end]
    is_acronym = (
        len(cased) == 1 and len(other_cased) > 1 and len(cased[0]) > 1 and one[0] == acronym(other_cased)
        or len(other_cased) == 1 and len(cased) > 1 and len(other_cased[0]) > 1 and other[0] == acronym(cased)
    )
    return [
        float(one == other), float(affix), float(one[-1] == other[-1]), float(is_acronym),
        math.log2(1 + sentences) / 5, math.log2(1 + mentions) / 8,
        float(mention.kind == "pronoun"), float(mention.kind == "nominal"),
        float(antecedent.kind == "pronoun"), float(antecedent.kind == "nominal"),
    ]
