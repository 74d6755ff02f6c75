"""The best projective tree of a matrix of scores. ProjectiveTree.java decodes in the same way."""

from __future__ import annotations

import numpy as np

_LEFT, _RIGHT = 0, 1


def best_tree(scores: np.ndarray) -> list[int]:
    """The heads of the best tree with a single root and no crossing arcs (Eisner 1996).

    scores is (words, words + 1), column 0 for the root, column h + 1 for word h.
    """
    words = len(scores)
    root, arcs = scores[:, 0].astype(np.float64), scores[:, 1:].astype(np.float64)
    complete, opened = np.zeros((2, words, words)), np.zeros((2, words, words))
    complete_split = np.zeros((2, words, words), dtype=int)
    open_split = np.zeros((words, words), dtype=int)
    for width in range(1, words):
        for first in range(words - width):
            last = first + width
            joined = complete[_RIGHT, first, first:last] + complete[_LEFT, first + 1:last + 1, last]
            split = int(joined.argmax())
            open_split[first, last] = first + split
            opened[_LEFT, first, last] = joined[split] + arcs[first, last]
            opened[_RIGHT, first, last] = joined[split] + arcs[last, first]
            left = complete[_LEFT, first, first:last] + opened[_LEFT, first:last, last]
            split = int(left.argmax())
            complete[_LEFT, first, last], complete_split[_LEFT, first, last] = left[split], first + split
            right = opened[_RIGHT, first, first + 1:last + 1] + complete[_RIGHT, first + 1:last + 1, last]
            split = int(right.argmax())
            complete[_RIGHT, first, last], complete_split[_RIGHT, first, last] = right[split], first + 1 + split
    heads = [-1] * words

    def read_complete(first: int, last: int, direction: int) -> None:
        if first == last:
            return
        split = int(complete_split[direction, first, last])
        if direction == _LEFT:
            heads[split] = last
            read_open(split, last)
            read_complete(first, split, _LEFT)
        else:
            heads[split] = first
            read_open(first, split)
            read_complete(split, last, _RIGHT)

    def read_open(first: int, last: int) -> None:
        split = int(open_split[first, last])
        read_complete(first, split, _RIGHT)
        read_complete(split + 1, last, _LEFT)

    top = int((root + complete[_LEFT, 0, :] + complete[_RIGHT, :, words - 1]).argmax())
    read_complete(0, top, _LEFT)
    read_complete(top, words - 1, _RIGHT)
    return heads
