"""Variants of documents in which entities bear other names of their type."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from random import Random

from .documents import Document, Mention


class Renamer:
    """Draws new names from those that the given documents have."""

    def __init__(self, documents: list[Document], random: Random):
        self._random = random
        self._names: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for document in documents:
            for names in _names(document).values():
                for kind, words in names[:1]:
                    self._names[kind].append(words)

    def rename(self, document: Document, share: float = 0.6) -> Document:
        """The document with about a share of its named entities renamed, in all their mentions alike."""
        new: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        for entity, names in _names(document).items():
            kind, full = names[0]
            if self._random.random() < share and all(_short(full, words) is not None for _, words in names):
                new[entity] = full, self._random.choice(self._names[kind])
        if not new:
            return document
        return replace(document, sentences=tuple(_renamed(s, new) for s in document.sentences))


def _names(document: Document) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Type and words of each entity's names; only of entities whose first mention is a name with a type."""
    result: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for sentence in document.sentences:
        for m in sentence.mentions:
            if m.kind == "name" and m.entity and m.type:
                result[m.entity].append((m.type, sentence.words[m.begin:m.end]))
    return result


def _short(full: tuple[str, ...], words: tuple[str, ...]) -> str | None:
    """How a later name comes from the full one: "full", "first" or "last" word, or None for another way."""
    if words == full:
        return "full"
    if len(words) == 1 and words[0] == full[-1]:
        return "last"
    return "first" if len(words) == 1 and words[0] == full[0] else None


def _renamed(sentence, new):
    words: list[str] = []
    places = {}
    starts = {m.begin: m for m in sentence.mentions if m.kind == "name" and m.entity in new}
    at = 0
    while at < len(sentence.words):
        places[at] = len(words)
        mention = starts.get(at)
        if mention is None:
            words.append(sentence.words[at])
            at += 1
            continue
        full, name = new[mention.entity]
        how = _short(full, sentence.words[at:mention.end])
        words.extend(name if how == "full" else name[-1:] if how == "last" else name[:1])
        at = mention.end
        for inside in range(mention.begin + 1, mention.end):
            places[inside] = len(words)
    places[len(sentence.words)] = len(words)
    return replace(sentence, words=tuple(words), mentions=tuple(
        Mention(places[m.begin], places[m.end], m.kind, m.type, m.coarse, m.entity, m.own) for m in sentence.mentions))
