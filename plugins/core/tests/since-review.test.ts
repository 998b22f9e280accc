import {describe, expect, test} from 'vitest';
import {contentHash, fileHash, filesHash} from '../src/content-hash.js';
import {setFreshnessComment} from '../src/freshness-comment.js';
import {handbookOf, page, places} from './support.js';

const BODY = '# Restart\n\n1. Run `systemctl restart web`.\n';
const REVIEWED = 'last_reviewed_on: 2026-11-01\nreview_in: 3 months';

/** What is said of the page `p`. */
function judged(pages: Record<string, string>, watched: Record<string, string> = {}) {
  const handbook = handbookOf(pages, {defaults: {watchedHash: (_page, name) => watched[name]}});
  const freshness = handbook.pages.find(({id}) => id === 'p')?.freshness;
  return {state: freshness?.state, reasons: freshness?.reasons, findings: places(handbook)};
}

describe('a page that was used in an incident after its review', () => {
  const postMortem = (facts: string) => page(`type: postmortem\n${facts}`, '# Redis lost\n');

  test('is overdue, and says in which', () => {
    const {state, reasons, findings} = judged({
      p: page(REVIEWED),
      'postmortems/redis': postMortem('incident_date: 2026-11-10\nrunbooks: [p]'),
    });
    expect(state).toBe('overdue');
    expect(reasons).toEqual(['used in incident postmortems/redis on 2026-11-10']);
    expect(findings).toEqual([]);
  });

  test.each([
    ['before the review', 'incident_date: 2026-10-30\nrunbooks: [p]', 'fresh'],
    ['on the day of the review', 'incident_date: 2026-11-01\nrunbooks: [p]', 'fresh'],
    ['on the day after', 'incident_date: 2026-11-02\nrunbooks: p', 'overdue'],
    ['named by path', 'incident_date: 2026-11-02\nrunbooks: [../p.md]', 'overdue'],
    ['with a moment instead of a day', 'started_at: 2026-11-02T03:10:00Z\nrunbooks: [p]', 'overdue'],
    ['without a day', 'runbooks: [p]', 'fresh'],
  ])('%s: %s', (_when, facts, state) => {
    expect(judged({p: page(REVIEWED), 'postmortems/one': postMortem(facts)}).state).toBe(state);
  });

  test('says all of them, the latest first', () => {
    const {reasons} = judged({
      p: page(REVIEWED),
      a: postMortem('incident_date: 2026-11-03\nrunbooks: [p]'),
      b: postMortem('incident_date: 2026-11-05\nrunbooks: [p, p.md]'),
    });
    expect(reasons).toEqual(['used in incident b on 2026-11-05', 'used in incident a on 2026-11-03']);
  });

  test('is a matter of post-mortems: other pages may use the key for themselves', () => {
    const {state, findings} = judged({
      p: page(REVIEWED),
      a: page('incident_date: 2026-11-03\nrunbooks: [p, nowhere]'),
    });
    expect([state, findings]).toEqual(['fresh', []]);
  });

  test('a post-mortem that names no page of the handbook is told so', () => {
    const {findings} = judged({a: postMortem('incident_date: 2026-11-03\nrunbooks:\n  - nowhere')});
    expect(findings).toEqual(['docs/a.md:5 runbooks-broken']);
  });

  test.each([
    ['started_at: 10 Nov 2026 14:00', 'date-malformed', 3],
    ['started_at: 2027-03-01T10:00:00Z', 'date-future', 3],
    ['title: X', 'incident-undated', 4],
  ])('an incident with %s is no silence', (facts, rule, line) => {
    const {state, findings} = judged({p: page(REVIEWED), a: postMortem(`${facts}\nrunbooks: [p]`)});
    expect([state, findings]).toEqual(['fresh', [`docs/a.md:${line} ${rule}`]]);
  });

  test('is so in every version that is read, wherever the post-mortem stands', () => {
    const at = (version: string, edition: 'last' | 'next') => ({
      version,
      edition,
      unlisted: false,
      title: 'T',
    });
    const doc = (id: string, text: string, where: ReturnType<typeof at>) => ({
      id,
      source: `${where.version}/${id}.md`,
      path: `${id}.md`,
      permalink: `/${where.version}/${id}`,
      text,
      ...where,
    });
    const [next, last] = [at('current', 'next'), at('2.0', 'last')];
    const incident = postMortem('incident_date: 2026-11-10\nrunbooks: [p]');
    const {pages} = handbookOf(
      {},
      {
        defaults: {
          documents: [
            doc('p', page(REVIEWED), next),
            doc('p', page(REVIEWED), last),
            doc('pm', incident, next),
          ],
        },
      },
    );
    expect(pages.map(({source, freshness}) => [source, freshness.state])).toEqual([
      ['2.0/p.md', 'overdue'],
      ['current/p.md', 'overdue'],
      ['current/pm.md', 'unknown'],
    ]);
  });

  test('an incident of the day after tomorrow is a mistake', () => {
    const {findings} = judged({a: postMortem('incident_date: 2026-11-22\nrunbooks: []')});
    expect(findings).toEqual(['docs/a.md:3 date-future']);
  });
});

describe('a page that was edited since its review', () => {
  const stamped = (facts: string, body: string) =>
    page(`${facts}\nreviewed_content: 2026-11-01 ${contentHash(BODY)}`, body);

  test('is due soon at best', () => {
    const {state, reasons} = judged({p: stamped(REVIEWED, BODY.replace('restart', 'reload'))});
    expect([state, reasons]).toEqual(['due-soon', ['edited since review']]);
  });

  test('is overdue when its date says so', () => {
    const {state, reasons} = judged({
      p: stamped('last_reviewed_on: 2026-11-01\nreview_in: 2 weeks', `${BODY}More.\n`),
    });
    expect([state, reasons]).toEqual(['overdue', ['review was due on 2026-11-15', 'edited since review']]);
  });

  test.each([
    ['nothing', BODY],
    ['line ends', BODY.replaceAll('\n', '\r\n')],
    ['blank lines and blanks at the end', `\n\n${BODY.replaceAll('\n', '  \n')}\n\n`],
    ['where a line is broken', BODY.replace('Run `', 'Run\n   `')],
    ['a freshness comment', `${BODY}\n<!--* freshness: { owner: 'ana' reviewed: '2026-11-01' } *-->\n`],
  ])('is what it was when the change is %s', (_what, body) => {
    expect(judged({p: stamped(REVIEWED, body)}).state).toBe('fresh');
  });

  test('front matter is no part of the text', () => {
    expect(judged({p: stamped(`${REVIEWED}\ntags: [web]`, BODY)}).state).toBe('fresh');
  });

  test('a blank that makes another command of it is an edit', () => {
    expect(contentHash('rm -rf /tmp')).not.toBe(contentHash('rm -rf / tmp'));
  });

  test('a date changed by hand says nothing of the text, and is noted', () => {
    const {state, findings} = judged({
      p: stamped('last_reviewed_on: 2026-11-10', `${BODY}More.\n`),
    });
    expect([state, findings]).toEqual(['fresh', ['docs/p.md:3 review-by-hand']]);
  });

  test.each(['yes', '2026-11-01', 'sha256-0123456789abcdef', '2026-02-30 sha256-0123456789abcdef'])(
    'reviewed_content: %s is a mistake',
    (value) => {
      const {findings} = judged({p: page(`${REVIEWED}\nreviewed_content: ${value}`)});
      expect(findings).toEqual(['docs/p.md:4 review-hash-invalid']);
    },
  );
});

describe('a page that describes something else', () => {
  const [then, now] = [fileHash('a.yaml', Buffer.from('one')), fileHash('a.yaml', Buffer.from('two'))];
  const watching = (sources: string) => page(`${REVIEWED}\nwatches: [deploy/a.yaml]\n${sources}`.trim());

  test('is overdue when that has changed', () => {
    const {state, reasons} = judged(
      {p: watching(`reviewed_sources:\n  deploy/a.yaml: ${then}`)},
      {'deploy/a.yaml': now},
    );
    expect([state, reasons]).toEqual(['overdue', ['deploy/a.yaml changed']]);
  });

  test('is fresh while it has not', () => {
    const pages = {p: watching(`reviewed_sources:\n  deploy/a.yaml: ${then}`)};
    expect(judged(pages, {'deploy/a.yaml': then}).state).toBe('fresh');
  });

  test('is fresh by its date when no review has written down what it found', () => {
    expect(judged({p: watching('')}, {'deploy/a.yaml': now}).state).toBe('fresh');
  });

  test('is overdue when it is gone, and the name is noted', () => {
    const {state, findings} = judged({p: watching(`reviewed_sources: {deploy/a.yaml: ${then}}`)});
    expect([state, findings]).toEqual(['overdue', ['docs/p.md:4 watched-missing']]);
  });

  test('may not name what was never there', () => {
    const handbook = handbookOf({p: watching('')});
    expect(handbook.findings).toMatchObject([{rule: 'watched-missing', level: 'error', line: 4}]);
  });

  test('may not stop watching what its review has written down without a word', () => {
    const {state, findings} = judged({p: page(`${REVIEWED}\nreviewed_sources: {deploy/a.yaml: ${then}}`)});
    expect([state, findings]).toEqual(['fresh', ['docs/p.md:2 watch-forgotten']]);
  });

  test('says that it watches something that its review did not see', () => {
    const stamped = `${REVIEWED}\nreviewed_content: 2026-11-01 ${contentHash(BODY)}\nwatches: [deploy/a.yaml]`;
    const {state, findings} = judged({p: page(stamped, BODY)}, {'deploy/a.yaml': now});
    expect([state, findings]).toEqual(['fresh', ['docs/p.md:5 watch-unreviewed']]);
  });

  test('reviewed_sources that are no fingerprints are mistakes', () => {
    const known = {'deploy/a.yaml': now};
    expect(judged({p: watching('reviewed_sources: {deploy/a.yaml: old}')}, known).findings).toEqual([
      'docs/p.md:5 review-hash-invalid',
    ]);
    expect(judged({p: watching('reviewed_sources: old')}, known).findings).toEqual([
      'docs/p.md:5 value-unexpected',
    ]);
  });
});

describe('what counts of a file that is watched', () => {
  const bytes = (text: string) => Buffer.from(text);
  test.each([
    ['white space does not', 'a.yaml', 'a: 1\nb: 2\n', 'a:  1\r\nb: 2', true],
    ['a value does', 'a.yaml', 'a: 1', 'a: 2', false],
    ['front matter of Markdown does not', 'a.md', '---\nx: 1\n---\nText', '---\nx: 2\n---\nText', true],
    ['what looks like it elsewhere does', 'a.txt', '---\nx: 1\n---\nText', '---\nx: 2\n---\nText', false],
    ['white space in a picture does', 'a.png', '\0 a', '\0  a', false],
  ])('%s', (_what, name, before, after, isSame) => {
    expect(fileHash(name, bytes(before)) === fileHash(name, bytes(after))).toBe(isSame);
  });

  test('a byte in a text of another encoding does', () => {
    const [e, f] = [Buffer.from([0x61, 0xe9, 0x62]), Buffer.from([0x61, 0xe8, 0x62])];
    expect(fileHash('a.txt', e)).not.toBe(fileHash('a.txt', f));
  });

  test('files of a folder count with their names, in any order', () => {
    const [a, b] = [
      {name: 'a', hash: '1'},
      {name: 'b', hash: '2'},
    ];
    expect(filesHash([a, b])).toBe(filesHash([b, a]));
    expect(filesHash([a, b])).not.toBe(filesHash([a, {...b, name: 'c'}]));
    expect(filesHash([a, b])).not.toBe(filesHash([a]));
  });
});

describe('a comment in the text, as Google has it', () => {
  const COMMENT =
    "<!--*\n# Document freshness: see the guide.\nfreshness: { owner: 'ana' reviewed: '2026-11-01' }\n*-->\n\n# Page\n";

  test('is the same as front matter', () => {
    const {pages} = handbookOf({p: COMMENT});
    expect(pages[0]?.facts).toMatchObject({owner: 'ana', lastReviewedOn: '2026-11-01'});
    expect(pages[0]?.freshness.state).toBe('fresh');
  });

  test('has its mistakes told by line', () => {
    expect(places(handbookOf({p: COMMENT.replace('11-01', '02-30')}))).toEqual([
      'docs/p.md:3 date-impossible',
    ]);
    expect(places(handbookOf({p: page('title: x', COMMENT.replace('11-01', '2-3'))}))).toEqual([
      'docs/p.md:7 date-malformed',
    ]);
  });

  test('gives way to front matter', () => {
    const {pages} = handbookOf({p: page('last_reviewed_on: 2026-11-05', COMMENT)});
    expect(pages[0]?.facts.lastReviewedOn).toBe('2026-11-05');
  });

  test('is no fact inside a code block, nor inside a line of code', () => {
    const inline = "See `<!--* freshness: { owner: 'ana' reviewed: '2026-11-01' } *-->`.\n";
    for (const text of [`\`\`\`\n${COMMENT}\`\`\`\n`, inline]) {
      expect(handbookOf({p: text}).pages[0]?.freshness.state).toBe('unknown');
      expect(setFreshnessComment(text, '2026-11-20')).toBeUndefined();
    }
    expect(setFreshnessComment(inline + COMMENT, '2026-11-20')).toBe(
      inline + COMMENT.replace('2026-11-01', '2026-11-20'),
    );
  });

  test('hides nothing of the text from its fingerprint', () => {
    const prose = (command: string) =>
      `Open with \`<!--\` and freshness: { owner: 'x' }, run \`${command}\`, close with \`-->\`.\n`;
    expect(contentHash(prose('ls'))).not.toBe(contentHash(prose('rm -rf /')));
  });
});

describe('reviews of many pages on one day', () => {
  const many = (count: number, facts: (index: number) => string) =>
    Object.fromEntries(Array.from({length: count}, (_, index) => [`p${10 + index}`, page(facts(index))]));
  const bulk = (pages: Record<string, string>) =>
    handbookOf(pages).findings.filter(({rule}) => rule === 'bulk-review');

  test('by one person are noted once, at the first', () => {
    const found = bulk(many(11, () => 'title: x\nlast_reviewed_on: 2026-11-01\nreviewed_by: ana'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({source: 'docs/p10.md', line: 3, level: 'warning'});
    expect(found[0]?.message).toContain('11 pages were reviewed on 2026-11-01 by ana');
  });

  test('say the reason that was given', () => {
    const facts = 'last_reviewed_on: 2026-11-01\nreviewed_by: ana\nbulk_review: moved to the new cluster';
    expect(bulk(many(11, () => facts))[0]?.message).toContain('Reason given: moved to the new cluster');
  });

  test.each<[string, Record<string, string>]>([
    ['few pages', many(10, () => 'last_reviewed_on: 2026-11-01\nreviewed_by: ana')],
    ['several days', many(20, (index) => `last_reviewed_on: 2026-11-${10 + (index % 2)}\nreviewed_by: ana`)],
    ['several people', many(20, (index) => `last_reviewed_on: 2026-11-01\nreviewed_by: [a${index % 2}]`)],
    ['no review', many(20, () => 'title: x')],
  ])('are none with %s', (_what, pages) => expect(bulk(pages)).toEqual([]));

  test('without a name are noted, too', () => {
    expect(bulk(many(11, () => 'last_reviewed_on: 2026-11-01'))[0]?.message).toContain(
      'by nobody who is named',
    );
  });
});
