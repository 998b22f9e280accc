import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {parseMarkdown, splitFrontMatter} from '@opsbinder/core';
import {visit} from 'unist-util-visit';

/** The two draws: 200 fences to work by, 100 more that nothing was changed for. */
export const DRAWS = {
  drawn: {seed: 'opsbinder placeholders', withCandidate: 140, without: 60},
  heldOut: {seed: 'opsbinder placeholders, held out', withCandidate: 70, without: 30},
};

const CANDIDATE = /[<[$]|\{\{|YOUR|XXX/;

/** Every page of the corpora with its tree and its fences, in order of path. */
export function readPages(corpora) {
  return fs
    .readdirSync(corpora, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /(\.md|\.html\.md\.erb)$/.test(entry.name))
    .map((entry) => path.relative(corpora, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
    .map((file) => {
      const {body} = splitFrontMatter(fs.readFileSync(path.join(corpora, file), 'utf8'));
      const tree = parseMarkdown(body);
      const fences = [];
      visit(tree, 'code', (node) => {
        const written = body.slice(node.position.start.offset, node.position.end.offset);
        if (/^(`{3}|~{3})/.test(written)) fences.push(node);
      });
      return {file, tree, fences};
    });
}

/** The fingerprint by which a changed fence is noticed. */
export function fenceHash(node) {
  return createHash('sha256')
    .update(`${node.lang ?? ''}\n${node.value}`)
    .digest('hex')
    .slice(0, 16);
}

/**
 * Draws fences at random. A text that stands in several fences counts once (its first fence stands for all), so
 * that neither draw repeats itself or the other. Each fence is given the sha256 of the seed and its hash, and
 * those with the lowest are drawn: so many of those that hold a character by which a placeholder may begin, so
 * many of the others.
 *
 * @param pages what readPages gave
 * @returns for each draw its fences, in the order in which they were drawn
 */
export function drawFences(pages) {
  const distinct = new Map();
  for (const {file, fences} of pages) {
    fences.forEach((node, index) => {
      const hash = fenceHash(node);
      if (!distinct.has(hash)) distinct.set(hash, {file, index, hash, node});
    });
  }
  const draws = {};
  for (const [name, {seed, withCandidate, without}] of Object.entries(DRAWS)) {
    const order = ({hash}) => createHash('sha256').update(`${seed}\n${hash}`).digest('hex');
    const shuffled = [...distinct.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
    const mayHold = ({node}) => CANDIDATE.test(node.value);
    draws[name] = [
      ...shuffled.filter(mayHold).slice(0, withCandidate),
      ...shuffled.filter((fence) => !mayHold(fence)).slice(0, without),
    ];
    for (const {hash} of draws[name]) distinct.delete(hash);
  }
  return draws;
}
