"""Trains the heads for mentions and events anew on the states of a trained encoder, which stays as it is."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ..words import PieceEncoder
from .documents import Document
from .fit import MOST_PIECES, Preparation, Tagger, load, padded, save, value_words, with_tagged
from .model import MentionHeads, RoleHead

_SETS = {"own": 1.0, "events": 1.0, "gum": 1.0, "redocred": 0.15, "wnut": 0.3, "wikigold": 0.5}


def refit(folder: Path, documents: list[Document], tokenizer: Path, out: Path, epochs: int, seed: int) -> None:
    torch.manual_seed(seed)
    random = Random(seed)
    model = load(folder)
    pieces = PieceEncoder(tokenizer)
    preparation = Preparation(model.labels, pieces, value_words([d for d in documents if d.source == "own"]))
    documents = [d for d in documents if random.random() < _SETS.get(d.source, 0)]
    tagged = [d for d in documents if d.source == "events"]
    spans = iter(Tagger(model, pieces, "cpu").spans([s.words for d in tagged for s in d.sentences]))
    # Only names and values: a pronoun may stand for an entity whose role is given to its name.
    further = {id(d): with_tagged(d, [[t for t in next(spans) if t[2] in ("name", "value")] for _ in d.sentences])
               for d in tagged}
    items = [(s, preparation.item(d, s)) for d in (further.get(id(d), d) for d in documents) for s in d.sentences
             if s.words]
    items = [(s, i) for s, i in items if len(i.pieces.ids) <= MOST_PIECES]
    states = _states(model, [i for _, i in items])
    vectors = _vectors(model, items, states)
    heads, roles = MentionHeads(384, 0.3), RoleHead(384, 0.3)
    heads.load_state_dict(model.mentions.state_dict())
    words = torch.cat(states)
    allowed = torch.from_numpy(np.concatenate([i.allowed for _, i in items]))
    triggers = torch.from_numpy(np.concatenate([i.triggers for _, i in items]))
    role_rows = [(start + word, vectors[n][mention], role)
                 for n, (start, (_, i)) in enumerate(zip(np.cumsum([0] + [len(s) for s in states]), items))
                 for word, mention, role in i.roles]
    role_words = torch.tensor([r[0] for r in role_rows])
    role_vectors = torch.stack([r[1] for r in role_rows])
    role_gold = torch.tensor([r[2] for r in role_rows])
    # Words where something is to be learned are few among the words of other sets.
    optimizer = torch.optim.AdamW([*heads.parameters(), *roles.parameters()], lr=1e-3, weight_decay=0.01)
    steps = epochs * (len(words) // 2048)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.0, 1 - s / steps))
    heads.train(), roles.train()
    event_words = (triggers != -100).nonzero().squeeze(1)
    for epoch in range(epochs):
        order, total = torch.randperm(len(words)), defaultdict(float)
        for at in range(0, len(order) - 2048, 2048):
            part = order[at:at + 2048]
            tags = heads.tags(words[part])
            log = tags.log_softmax(-1)
            loss = -log.masked_fill(~allowed[part], -1e4).logsumexp(-1).mean()
            some = event_words[torch.randint(len(event_words), (1024,))]
            trigger = functional.cross_entropy(heads.triggers(words[some]), triggers[some])
            pairs = torch.randint(len(role_gold), (512,))
            role = functional.cross_entropy(roles(words[role_words[pairs]], role_vectors[pairs]), role_gold[pairs])
            for name, value in (("tags", loss), ("triggers", trigger), ("roles", role)):
                total[name] += value.item()
            (loss + trigger + role).backward()
            nn.utils.clip_grad_norm_([*heads.parameters(), *roles.parameters()], 5.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
        print(f"epoch {epoch + 1}:", {k: round(v / (len(words) // 2048), 4) for k, v in total.items()}, flush=True)
    fire = model.mentions.fire.state_dict()
    model.mentions.load_state_dict(heads.state_dict())
    model.mentions.fire.load_state_dict(fire)
    model.roles.load_state_dict(roles.state_dict())
    out.mkdir(parents=True, exist_ok=True)
    save(model.eval(), out)


@torch.no_grad()
def _states(model, items, size: int = 64) -> list[torch.Tensor]:
    """Of each item the states of its words' first pieces, (words, width)."""
    result: list = [None] * len(items)
    order = sorted(range(len(items)), key=lambda n: len(items[n].pieces.ids))
    for at in range(0, len(order), size):
        part = order[at:at + size]
        ids, mask, shapes, starts = padded([items[n].pieces for n in part], "cpu")
        states = model.encoder(ids, mask, shapes)
        for row, n in enumerate(part):
            result[n] = states[row][starts[row, :len(items[n].words)]].clone()
    return result


@torch.no_grad()
def _vectors(model, items, states) -> list[torch.Tensor]:
    result = []
    for (_, item), words in zip(items, states):
        spans = torch.tensor([[m.begin, m.end - 1] for m in item.mentions], dtype=torch.long).reshape(-1, 2)
        result.append(functional.gelu(model.spans.join(torch.cat([words[spans[:, 0]], words[spans[:, 1]]], -1))))
    return result


