#!/usr/bin/env python3
"""Fits the numbers of evidence.tsv on passages that people have judged, and prints the table.

    data/model/fit.py --features PROGRAM --readers FOLDER --overlap FOLDER [--leave-out STORY] > evidence.tsv

PROGRAM is the built align-features (tests/bench). FOLDER of readers: STORY.json as two readers annotated it (articles with
sentences; facts with members). FOLDER of overlap: ecb_docs.jsonl, news_links.jsonl, sts_*.tsv. Other labels of the same form do
as well. The same input gives the same numbers. Signs are kept: evidence for a fact never counts against it.

Models: "pair" on sentence pairs of ECB+; "first" and "story" on the readers' articles and the linked articles; "similarity" on
the STS headlines and deft-news. MSRpar and ClaimDiff are never read.
"""
import argparse
import glob
import itertools
import json
import math
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MODELS = ('pair', 'first', 'story', 'similarity')
NEIGHBOURHOOD = ('neighbour', 'neighbour-name', 'best', 'statement', 'position', 'triangle', 'two')   # known to "story" alone
# Within a story a lone "not" tells more of the sentence's length than of the fact: without it, stories left out do better.
UNUSED = {'pair': NEIGHBOURHOOD + ('title',), 'first': NEIGHBOURHOOD + ('negation',), 'story': ('negation',), 'similarity': NEIGHBOURHOOD + ('title', 'across')}
# Weight of squared weights beside the mean loss: enough that a feature seen a few times stays small.
RIDGE = {'pair': 0.0005, 'first': 0.0005, 'story': 0.0005, 'similarity': 0.0005}
# What share of the pairs at the default threshold must be right: readers forgive a missed fact sooner than a wrong one, and
# this is steadier than the peak of F from story to story. None: the best F1.
PRECISION = {'pair': None, 'first': None, 'story': {'bias': 0.76, 'two': 0.6}}
LINKED = 0.5           # a linked article pair's rows beside a reader's: there links are few, events many


# ---------------------------------------------------------------------------------------------- the table

def read_table(path):
    """comment lines, [(feature, sign, prior)], {model: {feature: weight}}"""
    comments, rows, weights = [], [], {m: {} for m in MODELS}
    for line in open(path, encoding='utf-8'):
        columns = line.rstrip('\n').split('\t')
        if line.startswith('#'):
            comments.append(line.rstrip('\n'))
        elif columns[0] != 'feature':
            rows.append((columns[0], columns[1], float(columns[2])))
            for model, value in zip(MODELS, columns[3:]):
                weights[model][columns[0]] = float(value)
    return comments, rows, weights


def print_table(out, comments, rows, weights):
    for line in comments:
        print(line, file=out)
    print('\t'.join(('feature', 'sign', 'prior') + MODELS), file=out)
    for feature, sign, prior in rows:
        print('\t'.join([feature, sign, '%g' % prior] + ['%.4g' % (weights[m].get(feature, 0) or 0) for m in MODELS]), file=out)


# ---------------------------------------------------------------------------------------------- features

class Program:
    """align-features, run with the table as it stands so far."""

    def __init__(self, path, rows):
        self.path, self.rows = path, rows

    def run(self, arguments, table, stdin=''):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'evidence.tsv'), 'w', encoding='utf-8') as out:
                print_table(out, [], self.rows, table)
            overlay = '/io/github/synoptic_reader/Synoptic/align/evidence.tsv=' + os.path.join(folder, 'evidence.tsv')
            done = subprocess.run([self.path] + arguments, input=stdin.encode(), stdout=subprocess.PIPE, check=True,
                                  stderr=subprocess.DEVNULL, env=dict(os.environ, G_RESOURCE_OVERLAYS=overlay))
        lines = done.stdout.decode().split('\n')
        return lines[0].split('\t'), [line.split('\t') for line in lines[1:] if line]

    def pairs(self, pairs, table):
        """[(A, B)] -> [{feature: value}]"""
        names, rows = self.run(['pairs'], table, ''.join('%s\t%s\n' % p for p in pairs))
        return [{n: float(v) for n, v in zip(names, r) if v != '0'} for r in rows]

    def story(self, articles, table):
        """[(title, date, body)] -> [(place a, place b, {feature: value})]; a place is (article, 'T' or 'B', first, last)"""
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for number, (title, date, body) in enumerate(articles):
                files.append(os.path.join(folder, '%d.txt' % number))
                with open(files[-1], 'w', encoding='utf-8') as out:
                    out.write('%s\n%s\n%s' % (title, date, body))
            names, rows = self.run(['story'] + files, table)
        place = lambda r: (int(r[0]), r[1], int(r[2]), int(r[3]))
        return [(place(r), place(r[4:]), {n: float(v) for n, v in zip(names[8:], r[8:]) if v != '0'}) for r in rows]


# ---------------------------------------------------------------------------------------------- labels

def squeeze(text):
    """text without white space, and the byte at which each of its characters stands"""
    kept, at, byte = [], [], 0
    for c in text:
        if not c.isspace():
            kept.append(c)
            at.append(byte)
        byte += len(c.encode())
    return ''.join(kept), at + [byte]


def sentence_places(article, title, body, sentences):
    """sentence number -> (article, part, first, last); sentence 0 is the title where there is one"""
    text, at = squeeze(body)
    places, position = {}, 0
    for number, sentence in enumerate(sentences):
        if number == 0 and title is not None:
            places[0] = (article, 'T', 0, len(title.encode()))
            continue
        wanted = squeeze(sentence)[0]
        found = text.find(wanted, position)
        if not wanted or found < 0:
            continue
        position = found + len(wanted)
        places[number] = (article, 'B', at[found], at[position - 1] + 1)
    return places


def touched(place, places):
    """the sentences that share half of the shorter of the two with the place"""
    result = []
    for key, (article, part, first, last) in places.items():
        shared = min(last, place[3]) - max(first, place[2])
        if (article, part) == place[:2] and shared > 0 and shared * 2 >= min(last - first, place[3] - place[2]):
            result.append(key)
    return result


def cross(members):
    return {frozenset(p) for p in itertools.combinations(sorted(set(members)), 2) if p[0].split('.')[0] != p[1].split('.')[0]}


def read_labels(story):
    """the pairs of sentences that both readers call one fact, and those that either does"""
    strong, either = [], set()
    for reader in story['readers']:
        strong.append(set().union(*(cross(f['members']) for f in reader['facts'] if f['strength'] == 'strong')))
        either |= set().union(*(cross(f['members']) for f in reader['facts']))
    return strong[0] & strong[1], either


def compare_articles(program, articles, table, required, either):
    """[(features, label)] of the candidates among these articles, and the required pairs that are among them"""
    places, rows, found = {}, [], set()
    for number, article in enumerate(articles):
        sentences = article['sentences']
        for k, place in sentence_places(number, article['title'], article['text'], [s['text'] for s in sentences]).items():
            places[sentences[k]['id']] = place
    for a, b, features in program.story([(a['title'], a['published'] or '', a['text']) for a in articles], table):
        pairs = {frozenset((x, y)) for x in touched(a, places) for y in touched(b, places)}
        found |= pairs & required
        if pairs & required:
            rows.append((features, 1))
        elif not pairs & either:
            rows.append((features, 0))
    return rows, found


def readers_rows(program, path, table):
    """[(features, label, weight)]: what both readers call one fact against what neither does, once as they read the story
    and once with each two of its articles alone, as people compare two articles most often"""
    story = json.load(open(path, encoding='utf-8'))
    required, either = read_labels(story)
    whole, found = compare_articles(program, story['articles'], table, required, either)
    rows = [(f, y, 1.0) for f, y in whole]
    twos = list(itertools.combinations(story['articles'], 2))
    for two in twos:
        rows += [(f, y, 1.0) for f, y in compare_articles(program, two, table, required, either)[0]]
    print('%s: %d rows, %d of %d required pairs are candidates' % (os.path.basename(path), len(rows), len(found), len(required)),
          file=sys.stderr)
    return rows


def linked_rows(program, folder, table):
    docs = {d['doc']: d for d in map(json.loads, open(os.path.join(folder, 'ecb_docs.jsonl'), encoding='utf-8'))}
    rows = []
    for task in map(json.loads, open(os.path.join(folder, 'news_links.jsonl'), encoding='utf-8')):
        pair = [docs[task['a']]['sentences'], docs[task['b']]['sentences']]
        places = [sentence_places(n, None, '\n'.join(s), s) for n, s in enumerate(pair)]
        for a, b, features in program.story([('', '', '\n'.join(s)) for s in pair], table):
            for query in map(str, touched(a, places[0])):
                others = touched(b, places[1])
                if query not in task['links'] or not others:
                    continue
                if set(others) & set(task['links'][query]):
                    rows.append((features, 1, LINKED))
                elif not set(others) & set(task['also'].get(query, ())):
                    rows.append((features, 0, LINKED))
    return rows


def event_rows(program, folder, table):
    topics = {}
    for doc in map(json.loads, open(os.path.join(folder, 'ecb_docs.jsonl'), encoding='utf-8')):
        sentences = [(doc['sentences'][int(i)], set(chains)) for i, chains in doc['events'].items()]
        topics.setdefault(doc['topic'], []).append(sentences)
    pairs, labels = [], []
    for docs in topics.values():
        for one, other in itertools.combinations(docs, 2):
            for (a, x), (b, y) in itertools.product(one, other):
                pairs.append((a, b))
                labels.append(int(bool(x & y)))
    return [(f, l, 1.0) for f, l in zip(program.pairs(pairs, table), labels)]


def graded_rows(program, folder, table):
    rows = []
    for name in ('sts_2013_headlines', 'sts_2014_headlines', 'sts_2014_deft_news'):
        lines = [l.rstrip('\n').split('\t') for l in open(os.path.join(folder, name + '.tsv'), encoding='utf-8')]
        for line, features in zip(lines, program.pairs([(l[1], l[2]) for l in lines], table)):
            rows.append((features, float(line[0]) / 5, 1.0))
    return rows


# ---------------------------------------------------------------------------------------------- fitting

def solve(gram, gradient, weights, prior, low, high, ridge):
    """Minimises the quadratic around `weights`, drawn to the prior, within the bounds, coordinate by coordinate."""
    n = len(weights)
    step = [0.0] * n
    residual = list(gradient)                    # gradient of the quadratic at weights + step
    for _ in range(200):
        moved = 0.0
        for i in range(n):
            curvature = gram[i][i] + (ridge if i else 0) + 1e-9
            slope = residual[i] + (ridge * (weights[i] + step[i] - prior[i]) if i else 0)
            new = min(max(weights[i] + step[i] - slope / curvature, low[i]), high[i]) - weights[i]
            delta = new - step[i]
            if delta:
                row = gram[i]
                for k in range(n):
                    residual[k] += row[k] * delta
                step[i] = new
                moved = max(moved, abs(delta))
        if moved < 1e-7:
            break
    return [w + s for w, s in zip(weights, step)]


def fit(rows, signs, priors, features, ridge, logistic):
    """{feature: weight, 'bias': weight} by Newton's method under the signs' bounds. What is seen too seldom to judge stays near
    its prior."""
    index = {f: i + 1 for i, f in enumerate(features)}
    low = [-1e9] + [0.0 if signs[f] == '+' else -1e9 for f in features]
    high = [1e9] + [0.0 if signs[f] == '-' else 1e9 for f in features]
    sparse = [([(0, 1.0)] + [(index[f], v) for f, v in x.items() if f in index], y, w) for x, y, w in rows]
    total = sum(w for _, _, w in sparse)
    prior = [0.0] + [priors[f] if logistic else 0.0 for f in features]
    weights = list(prior)
    for _ in range(30 if logistic else 1):
        gram = [[0.0] * len(weights) for _ in weights]
        gradient = [0.0] * len(weights)
        for x, y, w in sparse:
            z = sum(weights[i] * v for i, v in x)
            p = 1 / (1 + math.exp(-max(min(z, 30), -30))) if logistic else z
            curvature = w / total * (max(p * (1 - p), 1e-4) if logistic else 1)
            for i, v in x:
                gradient[i] += w / total * (p - y) * v
                row, cv = gram[i], curvature * v
                for k, u in x:
                    row[k] += cv * u
        new = solve(gram, gradient, weights, prior, low, high, ridge)
        change = max(abs(a - b) for a, b in zip(new, weights))
        weights = new
        if change < 1e-4:
            break
    return dict(zip(['bias'] + list(features), weights))


def probability(weights, features):
    z = weights['bias'] + sum(weights.get(f, 0) * v for f, v in features.items())
    return 1 / (1 + math.exp(-max(min(z, 30), -30)))


def best_threshold(weights, rows):
    """(threshold, F) of the best F1"""
    scored = sorted(((probability(weights, x), y, w) for x, y, w in rows), key=lambda r: -r[0])
    positives = sum(w for _, y, w in scored if y)
    best, hits, said = (0.5, 0.0), 0.0, 0.0
    for p, y, w in scored:
        hits, said = hits + w * y, said + w
        score = 2 * hits / (said + positives)
        if score > best[1]:
            best = (p, score)
    return best


def precise_threshold(weights, rows, precision):
    """(threshold, recall): the lowest from which on so many are right"""
    scored = sorted(((probability(weights, x), y, w) for x, y, w in rows), key=lambda r: -r[0])
    positives = sum(w for _, y, w in scored if y)
    best, hits, said = (0.5, 0.0), 0.0, 0.0
    for p, y, w in scored:
        hits, said = hits + w * y, said + w
        if hits >= precision * said:
            best = (p, hits / positives)
    return best


def centre(weights, rows, name):
    """Moves the bias so that the default threshold, 0.5, is where it should be; for two articles alone by a weight of theirs."""
    if not PRECISION[name]:
        threshold, score = best_threshold(weights, rows)
        print('%s: %d rows, best F %.3f at %.2f' % (name, len(rows), score, threshold), file=sys.stderr)
        weights['bias'] -= math.log(threshold / (1 - threshold))
        return
    for key, part in (('bias', [r for r in rows if not r[0].get('two')]), ('two', [r for r in rows if r[0].get('two')])):
        threshold, recall = precise_threshold(weights, part, PRECISION[name][key])
        print('%s, %s: %d rows, recall %.3f at %.2f' % (name, key, len(part), recall, threshold), file=sys.stderr)
        shift = math.log(threshold / (1 - threshold))
        weights[key] = weights.get(key, 0) - shift
        if key == 'bias':
            weights['two'] = weights.get('two', 0) + shift


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--features', required=True)
    parser.add_argument('--readers', required=True)
    parser.add_argument('--overlap', required=True)
    parser.add_argument('--leave-out', default='', help='a story of the readers that is not to be fitted on')
    parser.add_argument('--only', default='', help='one model; the others stay as they are')
    options = parser.parse_args()
    comments, rows, weights = read_table(os.path.join(HERE, 'evidence.tsv'))
    signs, priors = {f: s for f, s, _ in rows}, {f: p for f, _, p in rows}
    names = [f for f in signs if f != 'bias']
    program = Program(options.features, rows)
    wanted = lambda m: options.only in ('', m)
    use = lambda m: [f for f in names if f not in UNUSED[m]]

    if wanted('pair'):
        data = event_rows(program, options.overlap, weights)
        weights['pair'] = fit(data, signs, priors, use('pair'), RIDGE['pair'], True)
        centre(weights['pair'], data, 'pair')
    if wanted('similarity'):
        data = graded_rows(program, options.overlap, weights)
        weights['similarity'] = fit(data, signs, priors, use('similarity'), RIDGE['similarity'], False)
    stories = [p for p in sorted(glob.glob(os.path.join(options.readers, '*.json')))
               if os.path.basename(p)[:-5] != options.leave_out]
    for model in ('first', 'story'):
        if not wanted(model):
            continue
        data = [r for path in stories for r in readers_rows(program, path, weights)]
        data += linked_rows(program, options.overlap, weights)
        weights[model] = fit(data, signs, priors, use(model), RIDGE[model], True)
        centre(weights[model], data, model)
    print_table(sys.stdout, comments, rows, weights)


if __name__ == '__main__':
    main()
