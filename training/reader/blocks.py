"""Matrices in eight bits: whole numbers in blocks of 64 rows of a column, with a scale each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ROWS = 64
_LEAST, _MOST = -128, 127


def into_blocks(graph: onnx.GraphProto) -> None:
    """Stores each constant matrix that something is multiplied with in eight bits.

    The graph multiplies blocks by their scales itself. As both are constant, ONNX Runtime does so once, when it
    loads the graph, and from then on multiplies in 32 bits: its operator for blocks (MatMulNBits) does so anew at
    every call, which for one sentence of 32 pieces took three quarters of the time.
    """
    stored = {i.name: i for i in graph.initializer}
    nodes, cut = [], set()
    for node in graph.node:
        matrix = stored.get(node.input[1]) if node.op_type == "MatMul" else None
        if matrix is None or len(matrix.dims) != 2:
            nodes.append(node)
            continue
        cut.add(matrix.name)
        blocks, scales = _cut(numpy_helper.to_array(matrix))
        name, (length, width) = node.name, matrix.dims
        constants = {"blocks": blocks, "scales": scales, "shape": np.array([-1, width])}
        if length % ROWS:
            constants |= {"from": np.array([0]), "to": np.array([length])}
        graph.initializer.extend(numpy_helper.from_array(a, f"{name}_{k}") for k, a in constants.items())
        nodes += [
            helper.make_node("Cast", [f"{name}_blocks"], [f"{name}_numbers"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_numbers", f"{name}_scales"], [f"{name}_scaled"]),
            helper.make_node("Reshape", [f"{name}_scaled", f"{name}_shape"], [f"{name}_rows"]),
        ]
        weights = f"{name}_rows"
        if length % ROWS:
            weights = f"{name}_weights"
            nodes.append(helper.make_node(
                "Slice", [f"{name}_rows", f"{name}_from", f"{name}_to", f"{name}_from"], [weights]))
        nodes.append(helper.make_node("MatMul", [node.input[0], weights], list(node.output), name=name))
    kept = [i for i in graph.initializer if i.name not in cut]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)


def out_of_blocks(graph: onnx.GraphProto) -> Iterator[tuple[str, np.ndarray]]:
    """The name of each multiplication that into_blocks has changed, and its matrix (rows, columns)."""
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for node in graph.node:
        if f"{node.name}_blocks" in stored:
            blocks, scales = stored[f"{node.name}_blocks"], stored[f"{node.name}_scales"]
            rows = (blocks * scales).reshape(-1, blocks.shape[2])
            yield node.name, rows[:int(stored.get(f"{node.name}_to", [len(rows)])[0])]


def _cut(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of (rows, columns): (blocks, 64, columns) and the scales (blocks, 1, columns); what is short is filled with 0.

    The weight farthest from 0 becomes -128, so that cutting what was put together again changes nothing.
    """
    length, width = matrix.shape
    whole = np.pad(matrix, ((0, -length % ROWS), (0, 0))).reshape(-1, ROWS, width)
    farthest = np.take_along_axis(whole, np.abs(whole).argmax(1)[:, None], 1)
    scales = farthest / np.float32(_LEAST)
    numbers = np.rint(whole / np.where(scales, scales, 1))
    return numbers.clip(_LEAST, _MOST).astype(np.int8), scales
