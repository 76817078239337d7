"""Write docs/codebook.md from the codebook's data; the page is never edited by hand.

    python scripts/write_codebook.py

Sources stand in bold and targets in italics, for Markdown has no marks of its own for them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from comity.data.cameo import CameoCode, cameo_codes, codes_of
from comity.data.codebook import Codebook, Counterexample, Example, TypeEntry, codebook
from comity.data.plover import QUADS

TARGET = Path(__file__).resolve().parent.parent / "docs" / "codebook.md"
WIDTH = 100

HEAD = """\
<!-- Made by scripts/write_codebook.py from src/comity/data/; change the data, not this page. -->
# Codebook

What Comity counts as which event. Types, modes, contexts and scores are those of PLOVER 2.0, the
ontology of the Open Event Data Alliance (Halterman, Bagozzi, Beger, Schrodt and Scarborough 2023);
definitions, rules and examples are our own. All names of people, parties and groups in the examples
are invented, and so are Vardania and Lakeland; the other countries are real, what they do here is
not.

```sh
comity codebook                                # all types
comity codebook CONSULT                        # one type: definition, lines, modes, examples
comity codebook 042                            # what a CAMEO code comes to
comity codebook --format json                  # the whole, for programs
```

In Python, `comity.data.codebook.codebook()` has the same, with source and target of each example
marked `<s>…</s>` and `<t>…</t>`. On this page **the source is bold** and *the target is in
italics*.
"""
SCORES = """\
From -10 (hostile) to +10 (cooperative), as the manual of PLOVER 2.0 gives them, after the scale of
Goldstein (1992) for WEIS. A mode that the manual does not score has the score of its type.

- The manual prints 3 as the score of ACCUSE, among types that all score below zero and over modes
  from -2 to -3.5: a slip for -3, which stands here.
- The manual counts SANCTION as material conflict in its section and its summary, and once, in a
  table of numbers, as verbal conflict. The published data have material conflict, and so has
  Comity: quad 4.
- REQUEST is verbal conflict by its quad, though its score is 0 and that of `assist` above it: who
  adds up scores and who counts quads will see it differently.
"""
CAMEO = """\
`cameo.tsv` in `src/comity/data/` has every code with its label, Goldstein score, type, mode,
contexts and notes. It is made after CAMEO2PLOVER-2021.txt of the Open Event Data Alliance and
licensed, as that is, under [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/), apart
from the rest of Comity; so is the table below.

- **From CAMEO**: `cameo_to_plover("042")` gives `("CONSULT", "visit")`. Codes of the families 01
  (statements) and 02 (appeals) are left out. 043, to host a visit, is told by the host: turn source
  and target.
- **To CAMEO**: `plover_to_cameo("CONSULT", "visit")` gives `"042"`. Where several codes would do,
  it is the one whose label says the type or mode most plainly, as listed with the types above. What
  CAMEO lacks (drones, cyber attacks, falsehoods) comes to the nearest general code.
- Not every way there leads back: CAMEO counts verdicts (116) with disapproval and resignations
  (0831) with concessions, PLOVER under SANCTION and RETREAT.
- Modes and contexts of the table that PLOVER 2.0 no longer has are replaced; the file says where.
"""


def page(book: Codebook) -> str:
    """The text of docs/codebook.md."""
    parts = [
        HEAD,
        "## The types\n",
        _types_table(book),
        "## Who is source, who is target\n",
        _bullets(book.parties),
        "## Done, promised, denied\n",
        *_modalities(book),
        "## One matter, step by step\n",
        _wrapped(
            "The same matter goes through several types. The word that carries the step decides, "
            "not the matter."
        ),
        "| matter | step by step |\n| --- | --- |\n"
        + "".join(
            f"| {matter} | {' · '.join(f'“{words}” {kind}' for words, kind in steps)} |\n"
            for matter, steps in book.ladders.items()
        ),
    ]
    for quad in QUADS:
        parts.append(f"## {quad.capitalize()}\n")
        for entry in book.types.values():
            if entry.quad == quad:
                parts += _entry(entry)
    parts += ["## Contexts\n", _contexts(book), "## Scores\n", SCORES, "## CAMEO\n", CAMEO]
    parts.append(_cameo_table())
    return "\n".join(parts)


def _types_table(book: Codebook) -> str:
    rows = [
        f"| [{entry.type}](#{entry.type.lower()}) | {entry.title} | {entry.quad} | "
        f"{_signed(entry.score)} | {', '.join(f'`{mode}`' for mode in entry.modes) or '–'} |\n"
        for entry in book.types.values()
    ]
    yielding = _wrapped(
        "CONCEDE and RETREAT are one class, YIELD, in older data: the same giving way, in words "
        "and in deeds."
    )
    head = "| type | what it is | quad | score | modes |\n| --- | --- | --- | ---: | --- |\n"
    return f"{head}{''.join(rows)}\n{yielding}"


def _modalities(book: Codebook) -> Iterator[str]:
    yield _wrapped(
        "Beside its type every event has a modality: how the text tells the deed. It is kept apart "
        "from the type, so that nothing promised is ever counted as done."
    )
    for entry in book.modalities.values():
        yield _wrapped(f"**{entry.name}** – {entry.definition} *Coded:* {entry.coded}")
        yield _bullets(f"{_shown(e.text)} → {e.type}" for e in entry.examples)


def _entry(entry: TypeEntry) -> Iterator[str]:
    yield f"### {entry.type}\n"
    root = f" · root {entry.root}" if entry.root != entry.type else ""
    yield (
        f"{entry.title} · {entry.quad} · score {_signed(entry.score)} · "
        f"recipient {entry.recipient}{root} · CAMEO {entry.cameo}\n"
    )
    yield _wrapped(entry.definition)
    yield _wrapped(f"*Who:* {entry.direction}")
    yield "*The line:*\n"
    yield _bullets(entry.lines)
    if entry.modes:
        head = "| mode | what it is | score | CAMEO | example |\n| --- | --- | ---: | --- | --- |\n"
        yield head + "".join(
            f"| `{mode.name}` | {mode.definition} | {_signed(mode.score)} | {mode.cameo} | "
            f"{'<br>'.join(_shown(e.text) for e in mode.examples)} |\n"
            for mode in entry.modes.values()
        )
    yield "*Examples:*\n"
    yield _bullets(_example(e) for e in entry.examples)
    yield "*Not this:*\n"
    yield _bullets(_counterexample(e) for e in entry.counterexamples)


def _example(example: Example) -> str:
    told = [f"`{context}`" for context in example.contexts]
    told += [example.modality] if example.modality != "done" else []
    return f"{_shown(example.text)} ({', '.join(told)})" if told else _shown(example.text)


def _counterexample(counter: Counterexample) -> str:
    instead = counter.instead or "no event"
    mode = f" `{counter.mode}`" if counter.mode else ""
    return f"{_shown(counter.text)} → {instead}{mode}: {counter.why}"


def _contexts(book: Codebook) -> str:
    rows = "".join(f"| `{name}` | {said} |\n" for name, said in book.contexts.items())
    told = _wrapped(
        "What an event is about; an event may have several, or none. They say what the deed is "
        "about, not what else the report speaks of."
    )
    return f"{told}\n| context | what it is |\n| --- | --- |\n{rows}"


def _cameo_table() -> str:
    rows = []
    for kind in codebook().types:
        listed = []
        for mode, group in groupby(sorted(codes_of(kind), key=_mode_first), key=lambda c: c.mode):
            codes = ", ".join(code.code for code in group)
            listed.append(f"`{mode}`: {codes}" if mode else codes)
        rows.append(f"| {kind} | {'; '.join(listed)} |\n")
    left_out = ", ".join(code.code for code in cameo_codes().values() if code.type is None)
    rows.append(f"| left out | {left_out} |\n")
    return "| type | CAMEO codes that come to it |\n| --- | --- |\n" + "".join(rows)


def _mode_first(code: CameoCode) -> tuple[bool, str, str]:
    return code.mode is not None, code.mode or "", code.code


def _signed(score: float) -> str:
    return f"{score:+g}" if score else "0"


def _shown(text: str) -> str:
    for mark, sign in (("<s>", "**"), ("</s>", "**"), ("<t>", "*"), ("</t>", "*")):
        text = text.replace(mark, sign)
    return text


def _bullets(lines: Iterator[str] | tuple[str, ...]) -> str:
    return "".join(textwrap.fill(line, WIDTH, **_HANGING) + "\n" for line in lines)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_on_hyphens=False) + "\n"


_HANGING = {"initial_indent": "- ", "subsequent_indent": "  ", "break_on_hyphens": False}

if __name__ == "__main__":
    TARGET.write_text(page(codebook()), encoding="utf-8")
