"""Fine-tunes the encoder and trains the tagger and parser on it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random

import torch
from torch import nn
from torch.nn import functional

from . import batches, scores
from .augment import Augmenter
from .encoder import load_pretrained
from .parser import ParserModel
from .treebank import TAGS, join_hyphenated, read_folder, relation_names
from .words import PieceEncoder


def train(pretrained: Path, start: Path | None, gold: Path, dev: Path, out: Path, epochs: int, seed: int,
          encoder_rate: float, head_rate: float, words_a_batch: int, threads: int) -> None:
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    random = Random(seed)
    out.mkdir(parents=True, exist_ok=True)
    trees = read_folder(gold)
    dev_trees = [join_hyphenated(t) for t in read_folder(dev)]
    relations = relation_names([join_hyphenated(t) for t in trees])
    relation_ids = {r: i for i, r in enumerate(relations)}
    pieces = PieceEncoder(pretrained / "tokenizer.json")
    model = ParserModel(load_pretrained(pretrained / "encoder.pt"), TAGS, relations)
    if start:
        model.load_state_dict(torch.load(start / "parser.pt", weights_only=True))
    # The embeddings of pieces stay as they are: rare pieces would otherwise part from common ones.
    model.encoder.word_embeddings.weight.requires_grad = False
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in model.encoder.parameters() if p.requires_grad],
             "lr": encoder_rate},
            {"params": model.heads.parameters(), "lr": head_rate},
        ],
        weight_decay=0.01,
    )
    augmenter = Augmenter(trees, random)
    steps_an_epoch = len(batches.split(augmenter.epoch(trees), words_a_batch, random))
    schedule = _schedule(optimizer, epochs * steps_an_epoch)
    for epoch in range(epochs):
        started = time.time()
        model.train()
        total = 0.0
        parts = batches.split(augmenter.epoch(trees), words_a_batch, random)
        for part in parts:
            batch = batches.make(part, pieces, relation_ids)
            loss = _loss(model, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            total += loss.item()
        line = f"epoch {epoch + 1} loss {total / len(parts):.3f} {time.time() - started:.0f} s"
        if epoch % 2 == 1 or epoch == epochs - 1:
            line += f"  dev {scores.of_model(model, dev_trees, pieces)['all']}"
        print(line, flush=True)
    save(model, out)


def save(model: ParserModel, out: Path) -> None:
    torch.save(model.state_dict(), out / "parser.pt")
    layout = {"layers": model.encoder.size.layers, "tags": list(model.tags),
              "relations": model.relations} | model.dimensions
    (out / "layout.json").write_text(json.dumps(layout, indent=1) + "\n", encoding="utf-8")


def load(out: Path) -> ParserModel:
    from .encoder import Encoder, EncoderSize

    layout = json.loads((out / "layout.json").read_text(encoding="utf-8"))
    model = ParserModel(Encoder(EncoderSize(layers=layout["layers"])), layout["tags"],
                        layout["relations"], layout["arc"], layout["label"])
    model.load_state_dict(torch.load(out / "parser.pt", weights_only=True))
    return model.eval()


def _loss(model: ParserModel, batch: batches.Batch) -> torch.Tensor:
    tags, arcs, labels = model(*batch.inputs())
    absent = torch.arange(arcs.shape[2])[None] > (batch.tags != batches.IGNORED).sum(1)[:, None]
    arcs = arcs.masked_fill(absent[:, None, :], -1e4)
    head = batch.heads.clamp(min=0)[:, :, None, None].expand(-1, -1, 1, labels.shape[3])
    labels = torch.gather(labels, 2, head).squeeze(2)
    return sum(
        functional.cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=batches.IGNORED)
        for score, gold in ((tags, batch.tags), (arcs, batch.heads), (labels, batch.relations))
    )


def _schedule(optimizer: torch.optim.Optimizer, steps: int):
    """Linear warm-up over a tenth of the steps, then linear decay to nought."""
    warm = max(1, steps // 10)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
