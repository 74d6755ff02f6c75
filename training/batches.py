"""Padded batches of sentences."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .treebank import TAGS, Tree
from .words import PieceEncoder

IGNORED = -100


@dataclass(frozen=True)
class Batch:
    trees: list[Tree]
    ids: Tensor
    mask: Tensor
    shapes: Tensor
    starts: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor

    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.ids, self.mask, self.shapes, self.starts


def make(trees: list[Tree], encoder: PieceEncoder, relation_ids: dict[str, int]) -> Batch:
    pieces = [encoder.encode(t.forms) for t in trees]
    length, words = max(len(p.ids) for p in pieces), max(len(t) for t in trees)
    ids, mask, shapes = (torch.zeros(len(trees), length, dtype=torch.long) for _ in range(3))
    starts = torch.zeros(len(trees), words, dtype=torch.long)
    tags, heads, relations = (
        torch.full((len(trees), words), IGNORED, dtype=torch.long) for _ in range(3)
    )
    tag_ids = {t: i for i, t in enumerate(TAGS)}
    for row, (tree, p) in enumerate(zip(trees, pieces)):
        ids[row, : len(p.ids)] = torch.tensor(p.ids)
        mask[row, : len(p.ids)] = 1
        shapes[row, : len(p.ids)] = torch.tensor(p.shapes)
        n = len(tree)
        starts[row, :n] = torch.tensor(p.starts)
        tags[row, :n] = torch.tensor([tag_ids[t] for t in tree.tags])
        heads[row, :n] = torch.tensor([h + 1 for h in tree.heads])
        relations[row, :n] = torch.tensor([_relation(r, relation_ids) for r in tree.relations])
    return Batch(trees, ids, mask, shapes, starts, tags, heads, relations)


def _relation(name: str, relation_ids: dict[str, int]) -> int:
    if name == "root":
        return IGNORED
    return relation_ids[name] if name in relation_ids else relation_ids[name.split(":")[0]]
