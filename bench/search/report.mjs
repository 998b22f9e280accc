// What is printed.
import {ENGINES} from './engines.mjs';
import {KINDS} from './queries.mjs';
import {figures, table} from './score.mjs';
import {bytesByKind, KINDS_OF_FILES, weightFigures} from './weigh.mjs';

/** @typedef {Map<string, {answers: import('./score.mjs').Scored[], weights: import('./weigh.mjs').Weight[]}>} Results */

/** For each kind and over all: how many queries, and of each search success@1, success@3 and MRR. */
export function scoreTable(results) {
  const rows = [['', 'queries', ...[...results.keys()].flatMap((name) => [ENGINES[name].name, '@3', 'MRR'])]];
  for (const kind of [...KINDS, 'all']) {
    const columns = [...results.values()].map(({answers}) =>
      figures(answers.filter(({query}) => kind === 'all' || query.kind === kind)),
    );
    const count = columns[0]?.queries ?? 0;
    if (count === 0) continue;
    const shares = columns.flatMap(({success1, success3, mrr}) => [success1, success3, mrr]);
    rows.push([kind, count, ...shares.map((share) => share.toFixed(3))]);
  }
  return `${table(rows)}\n(success@1 below the name)`;
}

/** What the first result cost each search. */
export function costTable(results) {
  const rows = [['to the first result', 'bytes', 'at most', 'requests', 'ms', 'p95']];
  for (const [name, {weights}] of results) {
    if (weights.length === 0) continue;
    const {bytes, maxBytes, requests, milliseconds, p95} = weightFigures(weights);
    rows.push([
      ENGINES[name].name,
      kilobytes(bytes),
      kilobytes(maxBytes),
      requests,
      ms(milliseconds),
      ms(p95),
    ]);
  }
  return table(rows);
}

/** What the bytes to the first result are: averages, which add up. */
export function bytesTable(results) {
  const weighed = [...results].filter(([, {weights}]) => weights.length > 0);
  const columns = weighed.map(([, {weights}]) => bytesByKind(weights));
  const rows = [['bytes on average', ...weighed.map(([name]) => ENGINES[name].name)]];
  for (const kind of KINDS_OF_FILES) {
    if (columns.some((bytes) => bytes.has(kind)))
      rows.push([kind, ...columns.map((bytes) => (bytes.has(kind) ? kilobytes(bytes.get(kind)) : ''))]);
  }
  const sum = (bytes) => [...bytes.values()].reduce((all, one) => all + one, 0);
  rows.push(['all', ...columns.map((bytes) => kilobytes(sum(bytes)))]);
  return table(rows);
}

/** The queries whose first result is another page, with what came first. */
export function failureLines(results) {
  const lines = [];
  for (const [name, {answers}] of results) {
    const failed = answers.filter(({rank}) => rank !== 1);
    lines.push('', `${ENGINES[name].name}: ${failed.length} queries whose first result is another page`);
    for (const {query, found, rank} of failed) {
      lines.push(
        `  ${query.kind} ${rank ? `#${rank}` : '--'} ${query.text}`,
        `      ${query.page} < ${found.slice(0, 3).join(' ') || 'nothing'}`,
      );
    }
  }
  return lines;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function ms(value) {
  return value.toFixed(0);
}
