"""Trains the heads of events alone, on the states of an encoder that stays as it is: minutes instead of hours."""

from __future__ import annotations

from pathlib import Path
from random import Random

import onnx
import torch
from torch import Tensor
from torch.nn import functional

from ..encoder import load_pretrained
from ..words import PieceEncoder
from .documents import Document
from .fit import Item, Preparation, Tagger, padded, save, value_words, with_tagged
from .model import Reader
from .resume import resume

_SENTENCES_A_BATCH = 64


def fit_events(documents: list[Document], pretrained: Path, start: Path, out: Path, epochs: int, rate: float,
               seed: int) -> Reader:
    """Goes on from what export wrote to start, and writes reader.pt and layout.json, as fit does.

    documents are all sets, of which ours tell the words of values and events the rest. The learning rate falls
    from rate to nought.
    """
    torch.manual_seed(seed)
    pieces = PieceEncoder(pretrained / "tokenizer.json")
    model = _exported(pretrained, start)
    states = list(_states(model, pieces, documents))
    random = Random(seed)
    parameters = [*model.mentions.triggers.parameters(), *model.roles.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.01)
    batches = -(-len(states) // _SENTENCES_A_BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / (epochs * batches))
    model.train()
    for epoch in range(epochs):
        random.shuffle(states)
        total = 0.0
        for at in range(0, len(states), _SENTENCES_A_BATCH):
            loss = _loss(model, states[at:at + _SENTENCES_A_BATCH])
            loss.backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            total += loss.item()
        print(f"epoch {epoch + 1}: {total / batches:.3f}", flush=True)
    out.mkdir(parents=True, exist_ok=True)
    save(model.eval(), out)
    return model


def _exported(pretrained: Path, start: Path) -> Reader:
    def names(file: str, note: str) -> list[str]:
        notes = {p.key: p.value.split(" ") for p in onnx.load(start / file).metadata_props}
        return notes[note]

    model = Reader(load_pretrained(pretrained / "encoder.pt"), names("parser.onnx", "tags"),
                   names("parser.onnx", "relations"), names("pairs.onnx", "relations"))
    resume(model, start)
    return model.eval()


@torch.no_grad()
def _states(model: Reader, pieces: PieceEncoder, documents: list[Document]):
    """Of each sentence with events: the item, the states of its words and the vectors of its mentions."""
    preparation = Preparation(model.labels, pieces, value_words([d for d in documents if d.source == "own"]))
    chosen = [d for d in documents if d.source == "events" and d.events]
    found = iter(Tagger(model, pieces, torch.device("cpu")).spans([s.words for d in chosen for s in d.sentences]))
    for document in chosen:
        # A pronoun may stand for an entity whose role is given to its name.
        spans = [[s for s in next(found) if s[2] in ("name", "value")] for _ in document.sentences]
        for item in (i for g in preparation.groups(with_tagged(document, spans)) for i in g.items):
            ids, mask, shapes, starts = padded([item.pieces], "cpu")
            states = model.encoder(ids, mask, shapes)
            ends = torch.tensor([[m.begin, m.end - 1] for m in item.mentions], dtype=torch.long).reshape(1, -1, 2)
            yield item, states[0, starts[0]], model.spans(states, starts, ends)[1][0]


def _loss(model: Reader, sentences: list[tuple[Item, Tensor, Tensor]]) -> Tensor:
    scores = model.mentions.triggers(torch.cat([words for _, words, _ in sentences]))
    gold = torch.cat([torch.from_numpy(item.triggers) for item, _, _ in sentences])
    loss = functional.cross_entropy(scores, gold, ignore_index=-100)
    roles = [(words[t], vectors[m], role) for item, words, vectors in sentences for t, m, role in item.roles]
    if roles:
        triggers, mentions, gold_roles = zip(*roles)
        scores = model.roles(torch.stack(triggers), torch.stack(mentions))
        loss = loss + functional.cross_entropy(scores, torch.tensor(gold_roles))
    return loss
