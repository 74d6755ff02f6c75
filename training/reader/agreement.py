"""How the exported graphs score, and how often they say what the trained model says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import torch

from .. import scores
from ..treebank import join_hyphenated, read_folder
from ..words import PieceEncoder
from .documents import Sentence
from .fit import load, padded


class ExportedReader:
    """Calls the exported graphs as the Java code does: one sentence a call, one thread."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._options = onnxruntime.SessionOptions()
        self._options.intra_op_num_threads = self._options.inter_op_num_threads = 1
        self._encoder, self._parser, self._mentions, self._spans, self._pairs = (
            self._session(n) for n in ("encoder", "parser", "mentions", "spans", "pairs"))
        self.tags, self.relations = self._notes(self._parser, "tags"), self._notes(self._parser, "relations")
        self.labels = self._notes(self._pairs, "relations")

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        return onnxruntime.InferenceSession(
            str(self._folder / f"{name}.onnx"), self._options, providers=["CPUExecutionProvider"])

    @staticmethod
    def _notes(session: onnxruntime.InferenceSession, name: str) -> list[str]:
        return session.get_modelmeta().custom_metadata_map[name].split()

    def states(self, ids, mask, shapes) -> np.ndarray:
        return self._encoder.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy(),
                                        "shape_ids": shapes.numpy()})[0]

    def parse(self, ids, mask, shapes, starts) -> list[np.ndarray]:
        """Scores of tags, heads and relations."""
        return self._parser.run(None, {"states": self.states(ids, mask, shapes), "word_starts": starts.numpy()})

    def read(self, ids, mask, shapes, starts, spans, pairs) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Scores of a sentence's mention tags, of its spans' types and of its pairs' relations."""
        states = self.states(ids, mask, shapes)
        tags = self._mentions.run(None, {"states": states, "word_starts": starts.numpy()})[0]
        types, vectors = self._spans.run(
            None, {"states": states, "word_starts": starts.numpy(), "spans": spans.numpy()})
        relations = self._pairs.run(
            None, {"subjects": vectors[0][pairs[:, 0]], "objects": vectors[0][pairs[:, 1]]})[0]
        return tags[0], types[0], relations


@torch.no_grad()
def accuracy(trained: Path, exported: Path, gold: Path, tokenizer: Path) -> dict[str, dict]:
    """Accuracy of both's trees on the treebank's sentences."""
    model, graphs, pieces = load(trained), ExportedReader(exported), PieceEncoder(tokenizer)
    trees = [join_hyphenated(t) for t in read_folder(gold)]

    def parse(ids, mask, shapes, starts):
        return [x.numpy() for x in model.heads(model.encoder(ids, mask, shapes), starts)]

    return {
        "trained": scores.of_scorer(trees, pieces, model.tags, model.relations, parse),
        "exported": scores.of_scorer(trees, pieces, graphs.tags, graphs.relations, graphs.parse),
    }


@torch.no_grad()
def agreement(trained: Path, exported: Path, sentences: list[Sentence], tokenizer: Path) -> dict[str, float]:
    """In percent: words with the same tag, marked mentions with the same type, and of the relations that either
    finds more likely than not between marked mentions those that both find so."""
    model, graphs, pieces = load(trained), ExportedReader(exported), PieceEncoder(tokenizer)
    kept = [model.labels.index(label) for label in graphs.labels]
    same, all_ = np.zeros(3), np.zeros(3)
    for sentence in sentences:
        count = len(sentence.mentions)
        if count < 2:
            continue
        inputs = padded([pieces.encode(sentence.words)], "cpu")
        spans = torch.tensor([[[m.begin, m.end - 1] for m in sentence.mentions]])
        pairs = torch.tensor([(i, j) for i in range(count) for j in range(count) if i != j])
        ids, mask, shapes, starts = inputs
        states = model.encoder(ids, mask, shapes)
        types, vectors = model.spans(states, starts, spans)
        relations = model.pairs(vectors[0][pairs[:, 0]], vectors[0][pairs[:, 1]])[0][:, kept].numpy() > 0
        tags = model.mentions(states, starts)[0][0].argmax(-1).numpy()
        other_tags, other_types, other_relations = graphs.read(*inputs, spans, pairs)
        other_relations = other_relations > 0
        same += [(tags == other_tags.argmax(-1)).sum(),
                 (types[0].argmax(-1).numpy() == other_types.argmax(-1)).sum(),
                 (relations & other_relations).sum()]
        all_ += [len(tags), count, (relations | other_relations).sum()]
    return {name: round(100 * float(s / n), 2) for name, s, n in zip(("tags", "types", "relations"), same, all_)}
