"""Variants of gold sentences, so that headlines, capitals, quotations and new names parse.

A treebank of a hundred documents holds few of the forms that fill the news: a handful of sentences
with the speaker after the quotation, hardly a headline with "to" for the future. Each variant's tree
follows from those of its parts.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from .compose import Composer
from .treebank import Tree, join_hyphenated
from .words import CAPITALISED, MIXED, shape

_SMALL_IN_TITLES = {"ADP", "CCONJ", "DET", "PART", "SCONJ"}


class Augmenter:
    def __init__(self, trees: list[Tree], random: Random):
        self._random = random
        self._names = [
            w.form
            for tree in trees
            for w in tree.words
            if w.tag == "PROPN" and shape(w.form) in (CAPITALISED, MIXED)
        ]
        self._composer = Composer([join_hyphenated(t) for t in trees], random)

    def epoch(self, trees: list[Tree], composed: float = 0.25) -> list[Tree]:
        """Each tree or a variant of it, and further ones composed of parts of several."""
        varied = [self.vary(tree) for tree in trees]
        further = [self._composer.compose() for _ in range(round(composed * len(trees)))]
        return varied + [self._recase(tree) for tree in further]

    def vary(self, tree: Tree) -> Tree:
        if self._random.random() < 0.75:
            tree = join_hyphenated(tree)
        if self._random.random() < 0.15:
            tree = self._rename(tree)
        kind = self._random.random()
        if kind < 0.06:
            tree = title_case(without_final_stop(tree), self._random)
        elif kind < 0.12:
            tree = title_case(self._telegraphic(tree), self._random)
        elif kind < 0.15:
            tree = self._telegraphic(tree)
        elif kind < 0.22:
            tree = without_final_stop(tree)
        return self._recase(tree)

    def _recase(self, tree: Tree) -> Tree:
        kind = self._random.random()
        if kind < 0.035:
            return tree.map(lambda _, w: replace(w, form=w.form.upper()))
        if kind < 0.06:
            return tree.map(lambda _, w: replace(w, form=w.form.lower()))
        return tree

    def _telegraphic(self, tree: Tree) -> Tree:
        return telegraphic(without_final_stop(tree), self._random)

    def _rename(self, tree: Tree) -> Tree:
        return tree.map(
            lambda _, w: replace(w, form=self._random.choice(self._names))
            if w.tag == "PROPN" and self._random.random() < 0.5
            else w
        )


def title_case(tree: Tree, random: Random) -> Tree:
    """Capitalises as headlines do; whether the short words stay small is drawn for each sentence."""
    small = random.random() < 0.6

    def change(i, word):
        stays = small and i > 0 and word.tag in _SMALL_IN_TITLES and len(word.form) < 5
        part_of_word = word.form[:1] in "'’" or word.form in ("n't", "n’t")
        if stays or part_of_word:
            return word
        return replace(word, form=word.form[:1].upper() + word.form[1:])

    return tree.map(change)


def without_final_stop(tree: Tree) -> Tree:
    last = len(tree) - 1
    if last > 0 and tree.words[last].form == "." and not tree.children(last):
        return tree.keep(range(last))
    return tree


def telegraphic(tree: Tree, random: Random) -> Tree:
    """Leaves out articles, and at times passive auxiliaries, as headlines do.

    Without its auxiliary a passive is told by the missing article ("Firm fined"), so that articles
    stay only where auxiliaries do: "The board appointed" is active.
    """
    auxiliaries = random.random() < 0.5
    inner = set(tree.heads)

    def stays(i: int) -> bool:
        relation = tree.words[i].relation
        if i in inner:
            return True
        if relation == "det":
            return not auxiliaries and random.random() < 0.2
        return relation != "aux:pass" or not auxiliaries

    return tree.keep(i for i in range(len(tree)) if stays(i))
