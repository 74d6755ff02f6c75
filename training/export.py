"""Writes the trained model as two ONNX graphs with eight-bit weights.

encoder.onnx turns pieces into states and parser.onnx turns states into the scores of tags, heads and
relations, so that further heads can read the same states.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)

from . import train
from .words import PieceEncoder

_EXAMPLE = "Regulators in Oslo said on Monday that Norvik , a chip maker , had been fined .".split()


def export(trained: Path, pretrained: Path, out: Path) -> None:
    model = train.load(trained)
    out.mkdir(parents=True, exist_ok=True)
    pieces = PieceEncoder(pretrained / "tokenizer.json").encode(_EXAMPLE)
    ids, shapes, starts = (torch.tensor([x]) for x in (pieces.ids, pieces.shapes, pieces.starts))
    mask = torch.ones_like(ids)
    length, words = {0: "sentences", 1: "pieces"}, {0: "sentences", 1: "words"}
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        full = Path(folder)
        torch.onnx.export(
            model.encoder, (ids, mask, shapes), str(full / "encoder.onnx"),
            input_names=["input_ids", "attention_mask", "shape_ids"], output_names=["states"],
            dynamic_axes={n: length for n in ("input_ids", "attention_mask", "shape_ids", "states")},
            opset_version=17, dynamo=False,
        )
        torch.onnx.export(
            model.heads, (model.encoder(ids, mask, shapes), starts), str(full / "parser.onnx"),
            input_names=["states", "word_starts"],
            output_names=["tag_scores", "arc_scores", "label_scores"],
            dynamic_axes={"states": length, "word_starts": words, "tag_scores": words,
                          "arc_scores": {0: "sentences", 1: "words", 2: "heads"},
                          "label_scores": {0: "sentences", 1: "words", 2: "heads"}},
            opset_version=17, dynamo=False,
        )
        for name in ("encoder.onnx", "parser.onnx"):
            _quantise(full / name, out / name)
        _name_outputs(out / "parser.onnx", model)
    _write_tokenizer(pretrained / "tokenizer.json", out / "tokenizer.json")
    for file in sorted(out.iterdir()):
        print(f"{file.name} {file.stat().st_size / 1e6:.2f} MB")


def _quantise(source: Path, target: Path) -> None:
    """Eight bits a weight.

    Matrices are cut into blocks of 64 weights with a scale each, and the runtime takes a scale for
    each block of each row of what it multiplies with them. The usual dynamic quantisation has one
    scale for all rows together: it lost 0.4 points of LAS, this none, and there a word's result
    hangs on whatever else is in the batch.
    """
    with tempfile.TemporaryDirectory() as folder:
        embedded = Path(folder) / source.name
        quantize_dynamic(source, embedded, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["Gather"])
        quantizer = MatMulNBitsQuantizer(
            onnx.load(embedded),
            algo_config=DefaultWeightOnlyQuantConfig(
                bits=8, block_size=64, is_symmetric=True, accuracy_level=4),
        )
        quantizer.process()
        quantizer.model.save_model_to_file(str(target), False)


def _name_outputs(file: Path, model) -> None:
    """Writes the names of tags and relations into the file itself, so that they cannot part."""
    graph = onnx.load(file)
    onnx.helper.set_model_props(
        graph, {"tags": " ".join(model.tags), "relations": " ".join(model.relations)})
    onnx.save(graph, file)


def _write_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer without the padding and truncation that its first use asked for."""
    tokenizer = json.loads(source.read_text(encoding="utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    target.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")),
                      encoding="utf-8")


class OnnxScorer:
    """Calls the exported graphs as the Java code does: one sentence a call, one thread."""

    def __init__(self, folder: Path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._encoder, self._parser = (
            onnxruntime.InferenceSession(str(folder / n), options, providers=["CPUExecutionProvider"])
            for n in ("encoder.onnx", "parser.onnx")
        )
        names = self._parser.get_modelmeta().custom_metadata_map
        self.tags, self.relations = names["tags"].split(), names["relations"].split()

    def __call__(self, ids, mask, shapes, starts) -> list[np.ndarray]:
        feed = {"input_ids": ids.numpy(), "attention_mask": mask.numpy(), "shape_ids": shapes.numpy()}
        states = self._encoder.run(None, feed)[0]
        return self._parser.run(None, {"states": states, "word_starts": starts.numpy()})
