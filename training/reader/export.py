"""Writes the reader as ONNX graphs with eight-bit weights; src/main/java/.../reader names their inputs."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from ..words import PieceEncoder
from .blocks import into_blocks
from .fit import FIRE_TAGS, load
from .labels import EVENTS, MODALITIES, PROPERTIES, ROLES, TAGS, TYPES
from .model import FEATURES

_EXAMPLE = "Regulators in Oslo said on Monday that Norvik , a chip maker , had been fined .".split()


_SHIFTS = {"kn": -0.7, "fire": -0.9}


def _drop_labels(model) -> None:
    """Re-DocRED's labels served the training alone."""
    kept = [i for i, label in enumerate(model.labels) if not label.startswith("rd:")]
    old = model.pairs.relations
    model.pairs.relations = nn.Linear(old.in_features, len(kept))
    model.pairs.relations.weight.data = old.weight.data[kept]
    model.pairs.relations.bias.data = old.bias.data[kept]
    model.labels = [model.labels[i] for i in kept]


class _Mentions(nn.Module):
    def __init__(self, heads):
        super().__init__()
        self.heads = heads

    def forward(self, states, word_starts):
        return (*self.heads(states, word_starts), self.heads.fire_scores(states, word_starts))


def export(trained: Path, tokenizer: Path, out: Path, scale: float = 1.0, shift: float = 0.0) -> None:
    """scale and shift make the logit of one of our properties the logit of the share that is right.

    Those of KnowledgeNet and FIRE are shifted to where F1 is best on the parts for development, in steps of a tenth;
    of CORE's the most probable is taken.
    """
    model = load(trained)
    _drop_labels(model)
    scales = [f"{scale if label in PROPERTIES else 1:.4f}" for label in model.labels]
    shifts = [f"{shift if label in PROPERTIES else _SHIFTS.get(label.split(':')[0], 0):.4f}" for label in model.labels]
    out.mkdir(parents=True, exist_ok=True)
    pieces = PieceEncoder(tokenizer).encode(_EXAMPLE)
    ids, shapes, starts = (torch.tensor([x]) for x in (pieces.ids, pieces.shapes, pieces.starts))
    mask = torch.ones_like(ids)
    with torch.no_grad():
        states = model.encoder(ids, mask, shapes)
    spans = torch.tensor([[[1, 1], [6, 6]]])
    width = states.shape[2]
    vectors, scores = torch.zeros(3, width), torch.zeros(3, FEATURES)
    pieces_, words_ = {0: "sentences", 1: "pieces"}, {0: "sentences", 1: "words"}
    spans_, rows = {0: "sentences", 1: "spans"}, {0: "rows"}
    graphs = {
        "encoder": (model.encoder, (ids, mask, shapes),
                    {"input_ids": pieces_, "attention_mask": pieces_, "shape_ids": pieces_}, {"states": pieces_}, {}),
        "parser": (model.heads, (states, starts), {"states": pieces_, "word_starts": words_},
                   {"tag_scores": words_, "arc_scores": {0: "sentences", 1: "words", 2: "heads"},
                    "label_scores": {0: "sentences", 1: "words", 2: "heads"}},
                   {"tags": model.tags, "relations": model.relations}),
        "mentions": (_Mentions(model.mentions), (states, starts), {"states": pieces_, "word_starts": words_},
                     {"tags": words_, "triggers": words_, "fire": words_},
                     {"tags": TAGS, "events": EVENTS, "fire_tags": FIRE_TAGS}),
        "spans": (model.spans, (states, starts, spans), {"states": pieces_, "word_starts": words_, "spans": spans_},
                  {"types": spans_, "vectors": spans_}, {"types": TYPES}),
        "pairs": (model.pairs, (vectors, vectors), {"subjects": rows, "objects": rows},
                  {"relations": rows, "modality": rows},
                  {"relations": model.labels, "modalities": MODALITIES, "scale": scales, "shift": shifts}),
        "coreference": (model.coreference, (vectors, vectors, scores),
                        {"mentions": rows, "antecedents": rows, "features": rows}, {"scores": rows}, {}),
        "roles": (model.roles, (vectors, vectors), {"triggers": rows, "mentions": rows}, {"roles": rows},
                  {"roles": ROLES}),
    }
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        for name, (module, example, inputs, outputs, notes) in graphs.items():
            full = Path(folder) / f"{name}.onnx"
            torch.onnx.export(module.eval(), example, str(full), input_names=list(inputs), output_names=list(outputs),
                              dynamic_axes=inputs | outputs, opset_version=17, dynamo=False)
            _quantise(full, out / f"{name}.onnx")
            if notes:
                graph = onnx.load(out / f"{name}.onnx")
                onnx.helper.set_model_props(graph, {k: " ".join(v) for k, v in notes.items()})
                onnx.save(graph, out / f"{name}.onnx")
    _write_tokenizer(tokenizer, out / "tokenizer.json")


def _quantise(source: Path, target: Path) -> None:
    """Eight bits a weight: embeddings as ONNX Runtime does it, a scale in all; matrices in blocks.

    What is multiplied with them stays in 32 bits. Eight bits there, too, are slower on processors without
    instructions for it, and their rounding makes results differ between processors: one sort moved states by .01
    in the mean where 32 bits move them by 3e-7.
    """
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"])
    model = onnx.load(target)
    into_blocks(model.graph)
    onnx.save(model, target)


def _write_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer without the padding and truncation that its first use asked for."""
    tokenizer = json.loads(source.read_text(encoding="utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    target.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")),
                      encoding="utf-8")
