#!/usr/bin/env python3
"""Fits the numbers of wording.tsv on wording that people have judged, and prints the table.

    data/model/fit-wording.py --features PROGRAM --mbic FILE --readers FOLDER --lexicons FOLDER [--leave-out STORY] > wording.tsv

PROGRAM is the built wording-features (tests/bench). FILE: mbic.jsonl.gz, sentences with the words that annotators marked as
loaded. FOLDER of readers: STORY.json as two readers annotated it. FOLDER of lexicons: vader.tsv, mbic-bias-words.tsv. The
same input gives the same numbers. Needs Python alone; a few minutes.

Models: "word" on the words of MBIC's sentences and of the readers' articles, and, lighter, on words by themselves: strong
words of VADER and the bias words of MBIC against words that news uses (data/tables); "sentence" on MBIC's sentences and on
the readers' (loaded where both mark something), over what "word" says of their words when fitted on the others; "valence"
on VADER's words, over the vectors. What the lists say can only speak for a word being loaded, never against.
"""
import argparse
import glob
import gzip
import json
import math
import os
import random
import subprocess
import sys

FOLDS = 5
EPOCHS = 12
# Weight of squared weights a row: the vectors see many words and few kinds of them.
RIDGE = {'word': 0.0008, 'sentence': 0.002, 'valence': 0.0005}
# A reader's article beside a sentence of MBIC: news as it is, not sentences chosen for their bias.
READERS = 2.0
# A word by itself, beside a word in its sentence: enough to keep the names of plain things plain.
ALONE = 0.5
NOTHING = -40.0         # the logit of plain units, which the program never marks
PLAIN = -1              # a feature's number that is no feature: marks them
STRONG = 1.8            # VADER's valence, of 4
PLAIN_WORDS = 8000      # drawn from the table of words
# MBIC's sentences were chosen from partisan outlets: two of three are biased. In news, few are. Logits are moved so that 0 is
# where the word's F1 (the sentence's, macro) is best on MBIC out of fold, then by these towards precision.
CAUTION = {'word': 0.9, 'sentence': 0.0}
SIGNED = ('praise', 'blame', 'label', 'intensifier', 'absolute', 'dramatic', 'opinion', 'stance', 'metaphor', 'top', 'sum')


def logistic(x):
    return 1 / (1 + math.exp(-max(-40, min(40, x))))


def read_features(program, texts):
    """For each text its sentences: (start, end, [(start, end, {feature: value})])."""
    data = ''.join(t.replace('\n\n', '\u2029').replace('\n', ' ') + '\n' for t in texts)
    out = subprocess.run([program], input=data, capture_output=True, text=True, encoding='utf-8', check=True).stdout
    documents, sentences = [], []
    for line in out.splitlines():
        parts = line.split(' ')
        if parts[0] == '.':
            documents.append(sentences)
            sentences = []
        elif parts[0] == 'S':
            sentences.append((int(parts[1]), int(parts[2]), []))
        else:
            features = {int(k): float(v) for k, v in (p.split(':') for p in parts[3:])}
            if parts[0] == 'P':
                features[PLAIN] = 0.0
            sentences[-1][2].append((int(parts[1]), int(parts[2]), features))
    assert len(documents) == len(texts), (len(documents), len(texts))
    return documents


def fit(rows, n, ridge, signed, squared=False, bias=0, seed=1):
    """Rows (features, target, weight): weights by AdaGrad, one row at a time; signed ones stay at 0 or above."""
    order = list(range(len(rows)))
    rng = random.Random(seed)
    weights = [0.0] * n
    gathered = [1e-3] * n
    mean = [0.0] * n
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        for r in order:
            features, target, weight = rows[r]
            x = sum(weights[k] * v for k, v in features.items())
            error = ((x if squared else logistic(x)) - target) * weight
            for k, v in features.items():
                gradient = error * v + (ridge * weights[k] * weight if k != bias else 0)
                gathered[k] += gradient * gradient
                weights[k] -= 0.3 * gradient / math.sqrt(gathered[k])
                if k in signed and weights[k] < 0:
                    weights[k] = 0.0
        if epoch >= EPOCHS // 2:
            for k in range(n):
                mean[k] += weights[k] / (EPOCHS - EPOCHS // 2)
    return mean


def score(weights, features):
    return sum(weights[k] * v for k, v in features.items())


def join(units, scores, names):
    """What syn_wording_units_join() makes of a sentence."""
    features = {}
    for _, _, f in units:
        for k, v in f.items():
            if k != PLAIN:
                features[k] = features.get(k, 0) + v / len(units)
    features[names['bias']] = 1.0
    features[names['top']] = max(scores)
    features[names['sum']] = min(sum(scores), 3)
    features[names['length']] = math.log1p(len(units))
    return features


def best_threshold(pairs, macro):
    """Where the F1 of (logit, truth) pairs is best."""
    pairs = sorted(pairs, reverse=True)
    positives = sum(t for _, t in pairs)
    hits, best, at = 0, -1, 0.0
    for k, (x, t) in enumerate(pairs, 1):
        hits += t
        f1 = 2 * hits / (k + positives)
        if macro:
            rest = len(pairs) - k
            right = rest - (positives - hits)
            f1 = (f1 + 2 * right / max(1, rest + len(pairs) - positives)) / 2
        if f1 > best:
            best, at = f1, x
    return at, best


def auc(pairs):
    order = sorted(range(len(pairs)), key=lambda i: pairs[i][0])
    rank = sum(i + 1 for i, k in enumerate(order) if pairs[k][1])
    p = sum(t for _, t in pairs)
    return (rank - p * (p + 1) / 2) / max(1, p * (len(pairs) - p))


# ---------------------------------------------------------------------------------------------- what people judged

def read_mbic(path, program):
    """Documents of one sentence: (units with truths, is_biased, weight, group)."""
    records = [json.loads(line) for line in gzip.open(path, 'rt', encoding='utf-8')]
    documents = []
    for i, (record, sentences) in enumerate(zip(records, read_features(program, [r['text'] for r in records]))):
        units = [u for s in sentences for u in s[2]]
        truths = [float(any(a < e and s < b for a, b in record['words'])) for s, e, _ in units]
        if units:
            documents.append(('mbic', units, truths, float(record['biased']), 1.0, i % FOLDS))
    return documents


def place(text, words, start, end):
    """Where `words` stand in a sentence of the text."""
    at = text.lower().find(words.lower(), start, end)
    return (at, at + len(words)) if at >= 0 else None


def read_readers(folder, program, leave_out):
    documents = []
    for path in sorted(glob.glob(os.path.join(folder, '*.json'))):
        story = os.path.basename(path)[:-5]
        if story == leave_out:
            continue
        data = json.load(open(path, encoding='utf-8'))
        texts = ['\n\n'.join(s['text'] for s in a['sentences']) for a in data['articles']]
        for article, text, sentences in zip(data['articles'], texts, read_features(program, texts)):
            at, pos = {}, 0
            for s in article['sentences']:
                at[s['id']] = (pos, pos + len(s['text']))
                pos += len(s['text']) + 2
            marks = []
            for reader in data['readers']:
                found = [place(text, m['text'], *at[m['id']]) for m in reader['loaded'] if m['id'] in at]
                marks.append([f for f in found if f])
            for start, end, units in sentences:
                if not units:
                    continue
                votes = [[any(a < e and s < b for a, b in found) for s, e, _ in units] for found in marks]
                truths = [(x + y) / 2 for x, y in zip(*votes)]
                documents.append((story, units, truths, float(all(any(v) for v in votes)), READERS, hash_fold(start)))
    return documents


def hash_fold(number):
    return number * 7919 % FOLDS


def read_alone(lexicons, program):
    """Rows for words by themselves, judged and plain; those without a vector say nothing."""
    judged = set()
    for line in open(os.path.join(lexicons, 'vader.tsv'), encoding='utf-8'):
        columns = line.split('\t')
        if line[0] != '#' and columns[0] != 'word' and abs(float(columns[1])) >= STRONG:
            judged.add(columns[0])
    for line in open(os.path.join(lexicons, 'mbic-bias-words.tsv'), encoding='utf-8'):
        if line[0] != '#' and line.strip() != 'word':
            judged.add(line.strip().casefold())
    judged = {w for w in judged if w.isalpha()}
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../tables/en-vectors.words.txt')
    plain = [w for w in open(table, encoding='utf-8').read().split() if w.isalpha() and w not in judged]
    plain = random.Random(2).sample(plain, PLAIN_WORDS)
    words = [(w, 0.7) for w in sorted(judged)] + [(w, 0.02) for w in plain]
    rows = []
    for (_, target), sentences in zip(words, read_features(program, [w for w, _ in words])):
        units = [u for s in sentences for u in s[2]]
        if len(units) == 1:
            rows.append((units[0][2], target, ALONE))
    return rows


def read_valence(path, program):
    """VADER's single words, valence within -1 to 1."""
    words = []
    for line in open(path, encoding='utf-8'):
        columns = line.rstrip('\n').split('\t')
        if line[0] != '#' and columns[0] != 'word' and columns[0].isalpha() and columns[0].islower():
            words.append((columns[0], max(-1.0, min(1.0, float(columns[1]) / 2.5))))
    rows = []
    for (word, valence), sentences in zip(words, read_features(program, [w for w, _ in words])):
        units = [u for s in sentences for u in s[2]]
        if len(units) == 1:
            rows.append((units[0][2], valence))
    return rows


# ---------------------------------------------------------------------------------------------- the models

def word_rows(documents, names):
    drop = {names[k] for k in ('top', 'sum', 'length')}
    rows = []
    for _, units, truths, _, weight, _ in documents:
        for (_, _, f), t in zip(units, truths):
            if PLAIN not in f:
                rows.append(({k: v for k, v in f.items() if k not in drop}, t, weight))
    return rows


def fit_words(documents, alone, names, signed):
    return fit(word_rows(documents, names) + alone, len(names), RIDGE['word'], signed, bias=names['bias'])


def main():
    parser = argparse.ArgumentParser()
    for name in ('features', 'mbic', 'readers', 'lexicons'):
        parser.add_argument('--' + name, required=True)
    parser.add_argument('--leave-out')
    args = parser.parse_args()

    out = subprocess.run([args.features, '--names'], capture_output=True, text=True, check=True).stdout.split()
    names = {name: k for k, name in enumerate(out)}
    signed = {names[k] for k in SIGNED}
    documents = read_mbic(args.mbic, args.features) + read_readers(args.readers, args.features, args.leave_out)

    alone = [r for r in read_alone(args.lexicons, args.features) if PLAIN not in r[0] and names['unknown'] not in r[0]]

    # Out of fold: what the word model says of words that it was not fitted on.
    held = [None] * len(documents)
    for fold in range(FOLDS):
        weights = fit_words([d for d in documents if d[5] != fold], alone, names, signed)
        for i, d in enumerate(documents):
            if d[5] == fold:
                held[i] = [NOTHING if PLAIN in f else score(weights, f) for _, _, f in d[1]]
    mbic = [i for i, d in enumerate(documents) if d[0] == 'mbic']
    pairs = [(x, t) for i in mbic for x, t in zip(held[i], documents[i][2])]
    threshold, f1 = best_threshold(pairs, False)
    print('word: mbic out of fold AUC %.3f, F1 %.3f at %.2f' % (auc(pairs), f1, threshold), file=sys.stderr)
    other = [(x, t == 1) for i, d in enumerate(documents) if d[0] != 'mbic' for x, t in zip(held[i], d[2])]
    print('word: readers out of fold AUC %.3f, F1 %.3f at %.2f' % (auc(other), best_threshold(other, False)[1],
                                                                 best_threshold(other, False)[0]), file=sys.stderr)
    word = fit_words(documents, alone, names, signed)
    word_shift = threshold + CAUTION['word']
    word[names['bias']] -= word_shift

    scores = [[logistic(x - word_shift) for x in h] for h in held]
    features = [join(d[1], s, names) for d, s in zip(documents, scores)]
    rows = [(f, d[3], d[4] / 2) for f, d in zip(features, documents)]
    held_sentences = [0.0] * len(documents)
    for fold in range(FOLDS):
        weights = fit([r for r, d in zip(rows, documents) if d[5] != fold], len(names), RIDGE['sentence'], signed,
                      bias=names['bias'])
        for i, d in enumerate(documents):
            if d[5] == fold:
                held_sentences[i] = score(weights, features[i])
    pairs = [(held_sentences[i], documents[i][3]) for i in mbic]
    threshold, f1 = best_threshold(pairs, True)
    print('sentence: mbic out of fold AUC %.3f, macro F1 %.3f at %.2f' % (auc(pairs), f1, threshold), file=sys.stderr)
    sentence = fit(rows, len(names), RIDGE['sentence'], signed, bias=names['bias'])
    sentence[names['bias']] -= threshold + CAUTION['sentence']

    vectors = {k for name, k in names.items() if name[0] == 'v' and name[1:].isdigit()}
    lists = {names[k] for k in ('praise', 'blame')}
    rows = [({k: v for k, v in f.items() if k in vectors or k in lists or k == names['bias']}, v, 1.0)
            for f, v in read_valence(os.path.join(args.lexicons, 'vader.tsv'), args.features)]
    valence = fit(rows, len(names), RIDGE['valence'], set(), squared=True, bias=names['bias'])
    right = sum((score(valence, f) > 0) == (v > 0) for f, v, _ in rows)
    print('valence: sign right for %.3f of %d words' % (right / len(rows), len(rows)), file=sys.stderr)

    print('# Weights of the features of wording (src/frame/syn-wording-model-private.h): how loaded a word is, how loaded a sentence is')
    print('# (both in the logit), how kind a word is (-1 to 1).')
    print('# Source: fit-wording.py on the sentences of MBIC (Spinde et al. 2021, Apache-2.0), stories that two readers annotated for')
    print('# Synoptic, and the words of VADER (C.J. Hutto, MIT). The numbers hold no text of them. GPL-3.0-or-later.')
    print('# feature\tword\tsentence\tvalence')
    for name, k in names.items():
        print('%s\t%.4g\t%.4g\t%.4g' % (name, word[k], sentence[k], valence[k]))


if __name__ == '__main__':
    main()
