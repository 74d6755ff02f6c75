"""The best tree of a matrix of scores. DependencyParser.java decodes in the same way."""

from __future__ import annotations

import numpy as np


def best_tree(scores: np.ndarray) -> list[int]:
    """The heads of the best tree with a single root (Chu and Liu 1965; Edmonds 1967).

    scores is (words, words + 1), column 0 for the root, column h + 1 for word h. The root of each
    candidate in turn is fixed only where the unrestricted tree has several (Zmigrod et al. 2020 show
    quicker ways; sentences are short).
    """
    words = scores.shape[0]
    full = np.full((words + 1, words + 1), -np.inf)
    full[1:, :] = scores
    np.fill_diagonal(full, -np.inf)
    heads = _arborescence(full)
    roots = [w for w in range(1, words + 1) if heads[w] == 0]
    if len(roots) > 1:
        best, best_score = heads, -np.inf
        for root in roots:
            restricted = full.copy()
            restricted[1:, 0] = -np.inf
            restricted[root, 0] = full[root, 0]
            candidate = _arborescence(restricted)
            score = sum(full[w, candidate[w]] for w in range(1, words + 1))
            if score > best_score:
                best, best_score = candidate, score
        heads = best
    return [int(h) - 1 for h in heads[1:]]


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """heads[w] for the best arborescence out of node 0; scores[w, h] is that of h as head of w."""
    n = scores.shape[0]
    heads = np.argmax(scores, axis=1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    m = len(outside)
    contracted = np.full((m + 1, m + 1), -np.inf)
    contracted[:m, :m] = scores[np.ix_(outside, outside)]
    into_cycle = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    entry = np.argmax(into_cycle, axis=0)
    contracted[m, :m] = into_cycle[entry, np.arange(m)]
    from_cycle = scores[np.ix_(outside, cycle)]
    leaving = np.argmax(from_cycle, axis=1)
    contracted[:m, m] = from_cycle[np.arange(m), leaving]
    contracted[0, :] = -np.inf
    inner = _arborescence(contracted)
    result = heads.copy()
    for i, node in enumerate(outside):
        if inner[i] == m:
            result[node] = cycle[leaving[i]]
        elif inner[i] >= 0:
            result[node] = outside[inner[i]]
    result[cycle[entry[inner[m]]]] = outside[inner[m]]
    result[0] = -1
    return result


def _cycle(heads: np.ndarray) -> np.ndarray | None:
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node > 0 and state[node] == 1:
            return np.array(path[path.index(node):])
        for seen in path:
            state[seen] = 2
    return None
