// What is made of the answers: who found what, in figures.

/**
 * @typedef {object} Scored
 * @property {import('./queries.mjs').Query} query
 * @property {string[]} found routes of pages, best first, each once
 * @property {number} rank of the first right page, from 1; 0 where none is shown
 */

/** An address without what does not tell pages apart: host, hash, query, `index.html`, slash at the end. */
export function routeOf(address) {
  const {pathname} = new URL(address, 'http://site');
  return (
    decodeURIComponent(pathname)
      .replace(/(?:\/index)?\.html$/, '')
      .replace(/\/+$/, '') || '/'
  );
}

/**
 * Scores the answer to a query. Several results of one page count as one.
 *
 * @param {import('./queries.mjs').Query} query
 * @param {readonly string[]} addresses as the search gave them
 * @param {ReadonlyMap<string, string>} routes the route of each page by its file
 * @returns {Scored}
 */
export function score(query, addresses, routes) {
  const found = [...new Set(addresses.map(routeOf))];
  const right = new Set(query.answers.map((file) => routeOf(routes.get(file) ?? `/missing/${file}`)));
  return {query, found, rank: found.findIndex((route) => right.has(route)) + 1};
}

/**
 * The figures of some queries: shares from 0 to 1.
 *
 * @param {readonly Scored[]} scored
 */
export function figures(scored) {
  const share = (values) =>
    values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    queries: scored.length,
    success1: share(scored.map(({rank}) => (rank === 1 ? 1 : 0))),
    success3: share(scored.map(({rank}) => (rank > 0 && rank <= 3 ? 1 : 0))),
    mrr: share(scored.map(({rank}) => (rank > 0 ? 1 / rank : 0))),
  };
}

/** The value below which a share of the values lies; undefined without any. */
export function quantile(values, at) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * at) - 1))];
}

/** Rows as text, in columns; all but the first are set to the right. */
export function table(rows) {
  const widths = rows[0].map((_cell, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
