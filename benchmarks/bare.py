"""Bare spaCy over the texts of a JSON Lines file: what `comity read` is compared with.

python -m benchmarks.bare FILE PIPELINE [--batch N] [--numpy]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def main() -> None:
    """Load a pipeline and pipe all texts through it. Nothing of Comity is imported."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("pipeline")
    parser.add_argument("--batch", type=int)
    parser.add_argument("--numpy", action="store_true", help="numpy's matrix kernel, not blis")
    args = parser.parse_args()

    import spacy
    from thinc.api import NumpyOps, set_current_ops

    if args.numpy:
        set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(args.pipeline)
    with args.file.open(encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines)
        for _doc in nlp.pipe(texts, batch_size=args.batch):
            pass


if __name__ == "__main__":
    main()
