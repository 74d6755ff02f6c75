"""Variants of gold sentences, so that headlines, capitals and names unlike the treebank's parse."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from .treebank import Tree, join_hyphenated

_FUNCTION_TAGS = {"ADP", "CCONJ", "DET", "PART", "SCONJ"}
_LEFT_OUT_OF_HEADLINES = {"det", "aux:pass"}


def vary(tree: Tree, names: list[str], random: Random) -> Tree:
    """The tree itself or a variant of it; names are proper nouns to put in place of others."""
    if random.random() < 0.75:
        tree = join_hyphenated(tree)
    if random.random() < 0.15:
        tree = _rename(tree, names, random)
    kind = random.random()
    if kind < 0.06:
        tree = title_case(without(tree, random, final_stop=True, words=False), random)
    elif kind < 0.12:
        tree = title_case(without(tree, random, final_stop=True, words=True), random)
    elif kind < 0.15:
        tree = without(tree, random, final_stop=True, words=True)
    elif kind < 0.19:
        tree = replace(tree, forms=tuple(f.upper() for f in tree.forms))
    elif kind < 0.22:
        tree = replace(tree, forms=tuple(f.lower() for f in tree.forms))
    elif kind < 0.30:
        tree = without(tree, random, final_stop=True, words=False)
    return tree


def title_case(tree: Tree, random: Random) -> Tree:
    """Capitalises as headlines do; whether the short words stay small is drawn for each sentence."""
    small = random.random() < 0.6
    forms = []
    for i, (form, tag) in enumerate(zip(tree.forms, tree.tags)):
        stays = small and i > 0 and tag in _FUNCTION_TAGS and len(form) < 5
        part_of_word = form[:1] in "'’" or form in ("n't", "n’t")
        forms.append(form if stays or part_of_word else form[:1].upper() + form[1:])
    return replace(tree, forms=tuple(forms))


def without(tree: Tree, random: Random, final_stop: bool, words: bool) -> Tree:
    """Leaves out the final stop, and of words some articles and passive auxiliaries, as headlines do."""
    leaves = set(range(len(tree))) - set(tree.heads)
    dropped = set()
    if final_stop and tree.forms[-1] == "." and len(tree) - 1 in leaves:
        dropped.add(len(tree) - 1)
    if words:
        dropped |= {
            i
            for i in sorted(leaves)
            if tree.relations[i] in _LEFT_OUT_OF_HEADLINES and random.random() < 0.8
        }
    if not dropped or len(dropped) == len(tree):
        return tree
    kept = [i for i in range(len(tree)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    return replace(
        tree,
        forms=tuple(tree.forms[i] for i in kept),
        tags=tuple(tree.tags[i] for i in kept),
        heads=tuple(-1 if tree.heads[i] < 0 else place[tree.heads[i]] for i in kept),
        relations=tuple(tree.relations[i] for i in kept),
        joined=tuple(tree.joined[i] for i in kept),
        hyphens=tuple(tree.hyphens[i] for i in kept),
    )


def _rename(tree: Tree, names: list[str], random: Random) -> Tree:
    return replace(
        tree,
        forms=tuple(
            random.choice(names) if t == "PROPN" and random.random() < 0.5 else f
            for f, t in zip(tree.forms, tree.tags)
        ),
    )
