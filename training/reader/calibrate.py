"""Fits scale and shift so that sigmoid(scale * logit + shift) is the share of pairs that are right."""

from __future__ import annotations

from pathlib import Path

import torch
from torch.nn import functional

from ..words import PieceEncoder
from .documents import Document
from .fit import Tagger, load, padded
from .labels import PROPERTIES


@torch.no_grad()
def scored(folder: Path, documents: list[Document], tokenizer: Path) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits of our properties for all pairs of mentions that the reader finds itself, and whether each is right."""
    model, pieces = load(folder), PieceEncoder(tokenizer)
    sentences = [s for d in documents for s in d.sentences if s.words]
    logits, right = [], []
    for sentence, spans in zip(sentences, Tagger(model, pieces, "cpu").spans([s.words for s in sentences])):
        if len(spans) < 2:
            continue
        gold = {(sentence.mentions[r.subject].begin, sentence.mentions[r.subject].end,
                 sentence.mentions[r.object].begin, sentence.mentions[r.object].end, r.label)
                for r in sentence.relations}
        ids, mask, shapes, starts = padded([pieces.encode(sentence.words)], "cpu")
        states = model.encoder(ids, mask, shapes)
        vectors = model.spans(states, starts, torch.tensor([[[b, e - 1] for b, e, _ in spans]]))[1][0]
        pairs = torch.tensor([(i, j) for i in range(len(spans)) for j in range(len(spans)) if i != j])
        scores = model.pairs(vectors[pairs[:, 0]], vectors[pairs[:, 1]])[0][:, :len(PROPERTIES)]
        for row, label in (scores > -3).nonzero().tolist():
            one, two = spans[pairs[row, 0]], spans[pairs[row, 1]]
            logits.append(scores[row, label])
            right.append((*one[:2], *two[:2], PROPERTIES[label]) in gold)
    return torch.stack(logits), torch.tensor(right, dtype=torch.float)


def calibrate(folder: Path, documents: list[Document], tokenizer: Path) -> tuple[float, float]:
    logits, right = scored(folder, documents, tokenizer)
    scale, shift = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([scale, shift], max_iter=200)

    def closure():
        optimizer.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(scale * logits + shift, right)
        loss.backward()
        return loss

    optimizer.step(closure)
    return scale.item(), shift.item()
