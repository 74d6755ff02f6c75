"""Accuracy of tags (UPOS), heads (UAS) and labelled heads (LAS), punctuation counted."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Iterable

import numpy as np

from . import batches
from .trees import best_tree
from .treebank import Tree
from .words import PieceEncoder

Analysis = tuple[list[str], list[int], list[str]]


def score(trees: Iterable[Tree], analyses: Iterable[Analysis]) -> dict[str, dict[str, float]]:
    """UPOS, UAS and LAS in percent by genre, for news-like genres together and for all."""
    counts: dict[str, np.ndarray] = {}
    for tree, (tags, heads, relations) in zip(trees, analyses, strict=True):
        right_head = [a == b for a, b in zip(heads, tree.heads, strict=True)]
        right = [h and a == b for h, a, b in zip(right_head, relations, tree.relations)]
        row = np.array([len(tree), sum(a == b for a, b in zip(tags, tree.tags)), sum(right_head),
                        sum(right)])
        groups = [tree.genre, "all"]
        if tree.genre in ("news", "interview", "bio"):
            groups.append("news+interview+bio")
        for group in groups:
            counts[group] = counts.get(group, np.zeros(4)) + row
    return {
        group: {"words": int(c[0])}
        | {m: round(100 * float(v / c[0]), 2) for m, v in zip(("UPOS", "UAS", "LAS"), c[1:])}
        for group, c in counts.items()
    }


def analysis(tags: np.ndarray, arcs: np.ndarray, labels: np.ndarray, tag_names: list[str],
             relations: list[str]) -> Analysis:
    """Decodes the scores of one sentence."""
    heads = best_tree(arcs)
    chosen = ["root" if h < 0 else relations[int(labels[i, h + 1].argmax())]
              for i, h in enumerate(heads)]
    return [tag_names[int(t)] for t in tags.argmax(-1)], heads, chosen


def read_parsed(file: Path) -> list[Analysis]:
    """What ParseWords.java wrote."""
    analyses = []
    for block in file.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")]
        analyses.append(([r[0] for r in rows], [int(r[1]) - 1 for r in rows], [r[2] for r in rows]))
    return analyses


def of_scorer(trees: list[Tree], pieces: PieceEncoder, tag_names: list[str], relations: list[str],
              scorer: Callable) -> dict[str, dict[str, float]]:
    """Scores scorer(ids, mask, shapes, starts), called with one sentence at a time."""
    ids = {r: i for i, r in enumerate(relations)}
    analyses = []
    for tree in trees:
        batch = batches.make([tree], pieces, ids)
        tags, arcs, labels = (np.asarray(x)[0] for x in scorer(*batch.inputs()))
        analyses.append(analysis(tags, arcs, labels, tag_names, relations))
    return score(trees, analyses)
