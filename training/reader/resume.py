"""Reads exported models back, so that training can go on from those that are shipped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from .blocks import out_of_blocks
from .model import Reader

# Graphs of export.py, with the place of each in the reader.
_PLACES = {"encoder": "encoder", "parser": "heads", "mentions": "mentions", "spans": "spans", "pairs": "pairs",
           "coreference": "coreference", "roles": "roles"}


def resume(model: Reader, models: Path) -> None:
    """Gives the model the weights in a folder that export wrote, but for the pieces' embeddings, which are not trained.

    Tags and relations of trees have to be the same. Labels of pairs go by name: one that was not exported keeps
    what it has. Eight bits have cost the weights what lies between two of 255 steps of their block.
    """
    for file, place in _PLACES.items():
        graph = onnx.load(models / f"{file}.onnx")
        notes = {p.key: p.value.split(" ") for p in graph.metadata_props}
        if file == "parser" and (notes["tags"], notes["relations"]) != (model.tags, model.relations):
            raise ValueError(f"{models}: other tags or relations of trees than those of the treebank")
        weights = {_name(name, place): w for name, w in _weights(graph.graph).items()}
        if file == "encoder":
            del weights["encoder.word_embeddings.weight"]
        if file == "pairs":
            known = model.state_dict()
            rows = [model.labels.index(label) for label in notes["relations"]]
            for name in ("pairs.relations.weight", "pairs.relations.bias"):
                all_ = known[name].clone()
                all_[rows] = weights[name].to(all_.device)
                weights[name] = all_
        expected = {n for n in model.state_dict() if n.startswith(f"{place}.")} - {"encoder.word_embeddings.weight"}
        if set(weights) != expected:
            raise ValueError(f"{models / file}.onnx: unlike the reader in {sorted(set(weights) ^ expected)}")
        model.load_state_dict(weights, strict=False)


def _name(name: str, place: str) -> str:
    name = name.removeprefix("heads.") if place == "mentions" else name
    return f"{place}.{name}"


def _weights(graph: onnx.GraphProto) -> dict[str, Tensor]:
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {}
    for name, array in stored.items():
        if name.startswith("onnx::Expand"):
            found["root"] = array.reshape(-1)
        elif name.rsplit(".", 1)[-1] in ("weight", "bias"):
            found[name] = array
        elif name.endswith(".weight_quantized"):
            stem = name.removesuffix("_quantized")
            zero, scale = stored[f"{stem}_zero_point"], stored[f"{stem}_scale"]
            found[stem] = (array.astype(np.float32) - zero.astype(np.float32)) * scale
    for name, matrix in out_of_blocks(graph):
        stem = name.removesuffix("/MatMul").removesuffix("/Gemm_MatMul")
        found[stem.strip("/").replace("/", ".") + ".weight"] = matrix.T
    return {name: torch.tensor(np.ascontiguousarray(array)) for name, array in found.items()}
