"""The encoder: MiniLM-L6 (a BERT of six layers) with the shape of the word as a further input."""

from __future__ import annotations

import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from .words import SHAPES


@dataclass(frozen=True)
class EncoderSize:
    layers: int
    vocabulary: int = 30522
    width: int = 384
    inner: int = 1536
    attention_heads: int = 12
    positions: int = 512


class Dropout(nn.Module):
    """Like torch's, whose random numbers took a third of a step's time on a CPU; shares are in 256ths."""

    def __init__(self, share: float):
        super().__init__()
        self._dropped = round(share * 256)
        self._random = np.random.SFC64(int(torch.randint(2**62, (1,))))

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        bytes_ = self._random.random_raw((x.numel() + 7) // 8).view(np.uint8)[:x.numel()]
        kept = torch.from_numpy(bytes_).view(x.shape) >= self._dropped
        return x * (kept.to(x.device, x.dtype) * (256 / (256 - self._dropped)))


class Layer(nn.Module):
    def __init__(self, size: EncoderSize, dropout: float):
        super().__init__()
        self.attention_heads = size.attention_heads
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width)
        self.value = nn.Linear(size.width, size.width)
        self.attention_output = nn.Linear(size.width, size.width)
        self.attention_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.intermediate = nn.Linear(size.width, size.inner)
        self.output = nn.Linear(size.inner, size.width)
        self.output_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = states.shape
        part = width // self.attention_heads

        def split(x: Tensor) -> Tensor:
            return x.reshape(batch, length, self.attention_heads, part).transpose(1, 2)

        query, key, value = (split(f(states)) for f in (self.query, self.key, self.value))
        weights = (query @ key.transpose(-1, -2) * part**-0.5 + bias).softmax(-1)
        context = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, width)
        states = self.attention_norm(states + self.dropout(self.attention_output(context)))
        inner = functional.gelu(self.intermediate(states))
        return self.output_norm(states + self.dropout(self.output(inner)))


class Encoder(nn.Module):
    """Piece ids, attention mask and shapes, each (batch, length), to states (batch, length, width)."""

    def __init__(self, size: EncoderSize, dropout: float = 0.1):
        super().__init__()
        self.size = size
        self.word_embeddings = nn.Embedding(size.vocabulary, size.width)
        self.position_embeddings = nn.Embedding(size.positions, size.width)
        self.shape_embeddings = nn.Embedding(SHAPES, size.width)
        self.embedding_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.shape_of_state = nn.Embedding(SHAPES, size.width)
        self.dropout = Dropout(dropout)
        nn.init.normal_(self.shape_of_state.weight, std=0.02)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, shape_ids: Tensor) -> Tensor:
        positions = torch.arange(input_ids.shape[1], device=input_ids.device)[None]
        states = self.dropout(
            self.embedding_norm(
                self.word_embeddings(input_ids)
                + self.position_embeddings(positions)
                + self.shape_embeddings(shape_ids)
            )
        )
        bias = ((1 - attention_mask.to(states.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states + self.shape_of_state(shape_ids)


_LAYER_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attention_output",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "intermediate",
    "output.dense": "output",
    "output.LayerNorm": "output_norm",
}


def _our_name(bert_name: str) -> str:
    if bert_name.startswith("embeddings."):
        name = bert_name.removeprefix("embeddings.")
        return name.replace("LayerNorm", "embedding_norm").replace(
            "token_type_embeddings", "segment_embeddings"
        )
    _, _, layer, rest = bert_name.split(".", 3)
    module, parameter = rest.rsplit(".", 1)
    return f"layers.{layer}.{_LAYER_NAMES[module]}.{parameter}"


def extract(jar: Path, folder: Path) -> None:
    """Writes encoder.pt and tokenizer.json from the ONNX file and the vocabulary inside the jar."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(jar) as archive:
        names = archive.namelist()
        model_name = next(n for n in names if n.endswith(".onnx"))
        tokenizer_name = next(n for n in names if n.endswith("tokenizer.json"))
        (folder / "tokenizer.json").write_bytes(archive.read(tokenizer_name))
        graph = onnx.load_from_string(archive.read(model_name)).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    weights = {
        _our_name(n): torch.tensor(v)
        for n, v in values.items()
        if n.startswith(("embeddings.", "encoder.")) and not n.endswith("position_ids")
    }
    # The exporter folded each Linear's weight, transposed, into a MatMul whose name says nothing; the
    # Add that follows holds the bias, which kept its name.
    users: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    for node in graph.node:
        matrices = [n for n in node.input if n in values]
        if node.op_type != "MatMul" or not matrices or matrices[0].startswith("enc"):
            continue
        add = next(u for u in users[node.output[0]] if u.op_type == "Add")
        bias = next(n for n in add.input if n in values)
        if bias.startswith("encoder."):
            name = _our_name(bias.removesuffix("bias") + "weight")
            weights[name] = torch.tensor(values[matrices[0]].T.copy())
    layers = 1 + max(int(n.split(".")[1]) for n in weights if n.startswith("layers."))
    # Segment embeddings are of no use here: every word starts from the first, whatever its shape.
    segments = weights.pop("segment_embeddings.weight")
    weights["shape_embeddings.weight"] = segments[0:1].repeat(SHAPES, 1)
    size = EncoderSize(layers=layers, vocabulary=weights["word_embeddings.weight"].shape[0])
    missing, unexpected = Encoder(size).load_state_dict(weights, strict=False)
    if unexpected or set(missing) != {"shape_of_state.weight"}:
        raise ValueError(f"unlike BERT in {jar}: missing {missing}, unexpected {unexpected}")
    torch.save({"size": asdict(size), "weights": weights}, folder / "encoder.pt")


def load_pretrained(file: Path, dropout: float = 0.1) -> Encoder:
    stored = torch.load(file, weights_only=True)
    encoder = Encoder(EncoderSize(**stored["size"]), dropout)
    encoder.load_state_dict(stored["weights"], strict=False)
    return encoder
