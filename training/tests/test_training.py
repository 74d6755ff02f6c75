"""Run with: python -m pytest training/tests"""

from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest

from training.augment import Augmenter, telegraphic, title_case, without_final_stop
from training.compose import Composer, Part, join, word
from training.scores import score
from training.treebank import Tree, Word, join_hyphenated, read, relation_names
from training.trees import best_tree
from training.words import (
    ALPHANUMERIC, CAPITALISED, LOWER, MIXED, NUMBER, SINGLE_CAPITAL, SYMBOL, UPPER, plain, shape,
)

SENTENCE = """# text = The state-owned bank's head resigned.
1\tThe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
2\tstate\tstate\tNOUN\tNN\t_\t4\tcompound\t_\tSpaceAfter=No
3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No
4\towned\town\tVERB\tVBN\t_\t5\tamod\t_\t_
5-6\tbank's\t_\t_\t_\t_\t_\t_\t_\t_
5\tbank\tbank\tNOUN\tNN\t_\t7\tnmod:poss\t_\t_
6\t's\t's\tPART\tPOS\t_\t5\tcase\t_\t_
7\thead\thead\tNOUN\tNN\t_\t8\tnsubj\t_\t_
7.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
8\tresigned\tresign\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t8\tpunct\t_\t_

"""


@pytest.fixture
def tree(tmp_path) -> Tree:
    file = tmp_path / "GUM_news_bank.conllu"
    file.write_text(SENTENCE, encoding="utf-8")
    (only,) = read(file, "news")
    return only


def is_tree(tree: Tree) -> bool:
    return sum(w.head < 0 for w in tree.words) == 1 and len(tree.subtree(tree.root())) == len(tree)


def test_reads_words_and_leaves_ranges_and_empty_nodes_out(tree):
    assert tree.forms == ["The", "state", "-", "owned", "bank", "'s", "head", "resigned", "."]
    assert tree.heads == [4, 3, 1, 4, 6, 4, 7, -1, 7]
    assert tree.words[4].joined and not tree.words[5].joined


def test_names_are_proper_nouns_whatever_their_class(tmp_path):
    file = tmp_path / "x.conllu"
    file.write_text("1\tUnited\tUnite\tVERB\tNNP\t_\t2\tamod\t_\t_\n"
                    "2\tNations\tNation\tPROPN\tNNPS\t_\t0\troot\t_\t_\n")
    (only,) = read(file)
    assert only.tags == ["PROPN", "PROPN"]


def test_joins_hyphenated_words_under_their_outer_head(tree):
    joined = join_hyphenated(tree)
    assert joined.forms == ["The", "state-owned", "bank", "'s", "head", "resigned", "."]
    assert joined.heads == [2, 2, 4, 2, 5, -1, 5]
    assert joined.tags[1] == "ADJ" and joined.relations[1] == "amod"


def test_leaves_a_hyphenated_word_split_whose_parts_have_several_outer_heads(tree):
    other = tree.map(lambda i, w: replace(w, head=7) if i == 1 else w)
    assert join_hyphenated(other).forms == tree.forms


def test_rare_subtypes_fall_to_their_main_relation(tree):
    assert relation_names([tree], at_least=2) == [
        "amod", "case", "compound", "det", "nsubj", "punct"]
    assert "nmod:poss" in relation_names([tree] * 5)


def test_headline_variants_stay_trees(tree):
    short = telegraphic(without_final_stop(tree), Random(3))
    assert "." not in short.forms and "The" not in short.forms and is_tree(short)
    assert title_case(short, Random(1)).forms[-1] == "Resigned"


def test_joins_parts_under_one_root():
    object_ = join([word("the", "DET", 1, "det"), word("firm", "NOUN")])
    sentence = join([word("She", "PRON", 1, "nsubj"), word("left", "VERB"), Part(object_, 1, "obj")])
    assert sentence.heads == [1, -1, 3, 1]
    assert sentence.relations == ["nsubj", "root", "det", "obj"]


def gold() -> list[Tree]:
    def row(text: str) -> Tree:
        parts = [w.split("/") for w in text.split()]
        return Tree(tuple(Word(f, t, int(h) - 1, r, f.lower(), x) for f, t, x, h, r in parts), "news")

    return [
        row("Mina/PROPN/NNP/2/nsubj sold/VERB/VBD/0/root the/DET/DT/4/det mill/NOUN/NN/2/obj "
            "in/ADP/IN/6/case Cork/PROPN/NNP/2/obl ./PUNCT/./2/punct"),
        row("The/DET/DT/2/det owner/NOUN/NN/4/nsubj will/AUX/MD/4/aux appeal/VERB/VB/0/root "
            "soon/ADV/RB/4/advmod ./PUNCT/./4/punct"),
    ]


def test_composed_sentences_are_trees_with_known_relations():
    composer = Composer(gold(), Random(1))
    for _ in range(500):
        sentence = composer.compose()
        assert is_tree(sentence), sentence.forms
        assert all(w.relation == "root" for w in sentence.words if w.head < 0)


def test_an_epoch_is_the_same_for_the_same_seed():
    assert Augmenter(gold(), Random(5)).epoch(gold()) == Augmenter(gold(), Random(5)).epoch(gold())


@pytest.mark.parametrize("text, expected", [
    ("mill", LOWER), ("Mill", CAPITALISED), ("U.N.", UPPER), ("A", SINGLE_CAPITAL),
    ("OpenAI", MIXED), ("Jean-Luc", MIXED), ("2,5", NUMBER), ("G7", ALPHANUMERIC), ("—", SYMBOL),
])
def test_shapes(text, expected):
    assert shape(text) == expected


def test_straightens_quotation_marks():
    assert [plain(w) for w in ("’s", "“", "``", "--", "—")] == ["'s", '"', '"', "—", "—"]


def arcs_cross(heads):
    arcs = [(min(w, h), max(w, h)) for w, h in enumerate(heads)]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_the_tree_found_is_the_best_of_all(words):
    random = np.random.default_rng(words)
    for _ in range(100):
        scores = random.integers(-3, 4, (words, words + 1)).astype(float)
        found = best_tree(scores)
        best = max(
            sum(scores[w, h + 1] for w, h in enumerate(heads))
            for heads in product(range(-1, words), repeat=words)
            if is_tree(Tree(tuple(Word("x", "X", h, "dep") for h in heads))) and not arcs_cross(heads)
        ) if words > 0 else 0
        assert sum(scores[w, h + 1] for w, h in enumerate(found)) == best


def test_scores_count_head_and_relation():
    tree = gold()[1]
    heads, relations = list(tree.heads), list(tree.relations)
    heads[0], relations[4] = 3, "obl"
    result = score([tree], [(tree.tags, heads, relations)])["all"]
    assert (result["UPOS"], result["UAS"], result["LAS"]) == (100.0, 83.33, 66.67)
