import {describe, expect, test} from 'vitest';
import {buildSite, type SiteFixture} from '../support/sites.js';

const OWNERS = 'platform:\n  name: Platform team\n';
const GOOD = '---\ntype: runbook\nowner: platform\nlast_reviewed_on: 2026-11-01\n---\n\n# Good\n';
const CARD = '# Page\n\n:::card[Roll back]{section="commands"}\n\n```bash\nhelm rollback\n```\n\n:::\n';

interface Mistake {
  what: string;
  docs: Record<string, string>;
  files?: Record<string, string>;
  /** File and line, the value, the mend: all must be in what the build prints. */
  told: string[];
}

const page = (frontMatter: string) => ({'bad.md': `---\ntitle: Bad\n${frontMatter}\n---\n\n# Bad\n`});

const MISTAKES: Mistake[] = [
  {
    what: 'a malformed date',
    docs: page('last_reviewed_on: 2026-2-5'),
    told: ['docs/bad.md:3', '"2026-2-5"', 'YYYY-MM-DD', 'last_reviewed_on: 2026-02-05'],
  },
  {
    what: 'an impossible date',
    docs: page('last_reviewed_on: 2026-02-30'),
    told: ['docs/bad.md:3', '"2026-02-30"', 'no day of the calendar'],
  },
  {
    what: 'a future review',
    docs: page('last_reviewed_on: 2027-01-01'),
    told: ['docs/bad.md:3', '"2027-01-01"', 'lies after 2026-11-20', 'review_by'],
  },
  {
    what: 'an unknown owner',
    docs: page('owner: platfrom'),
    told: ['docs/bad.md:3', '"platfrom"', 'platform', 'docs/owners.yml'],
  },
  {what: 'an unknown tier', docs: page('tier: 7'), told: ['docs/bad.md:3', '"7"', '0, 1, 2, 3']},
  {
    what: 'a default that is none of the choices',
    docs: {
      'bad.md':
        '---\nplaceholders:\n  namespace: {options: [prod, staging], default: production}\n---\n\n# Bad\n\n`kubectl -n <namespace> get pods`\n',
    },
    told: ['docs/bad.md:3', '"production"', 'one of its options: prod, staging', 'Correct the default'],
  },
  {
    what: 'a secret that everybody can read',
    docs: {
      'bad.md': '---\nplaceholders:\n  token: {default: abc}\n---\n\n# Bad\n\n`curl -u <token>`\n',
    },
    told: ['docs/bad.md:3', 'token is secret', 'Take the default away'],
  },
  {
    what: 'a broken relation',
    docs: page('related: [runbooks/gone]'),
    told: ['docs/bad.md:3', '"runbooks/gone"', 'doc id'],
  },
  {
    what: 'a duplicate card',
    docs: {'bad.md': CARD, 'worse.md': CARD},
    told: ['docs/worse.md:3', '"Roll back"', 'docs/bad.md:3', 'another label'],
  },
  {
    what: 'YAML that does not parse',
    docs: page('owner: "platform'),
    told: ['docs/bad.md:3', 'does not parse', 'quotes'],
  },
  {
    what: 'an API description that is no OpenAPI',
    docs: {},
    files: {'static/openapi.yaml': 'title: Something\nversion: 1\n'},
    told: ['static/openapi.yaml:1', 'openapi'],
  },
];

const site = ({what, docs, files}: Mistake, more: Partial<SiteFixture> = {}): SiteFixture => ({
  name: `bad-${what.replaceAll(' ', '-')}`,
  docs: {'owners.yml': OWNERS, 'good.md': GOOD, ...docs},
  files: files ?? {},
  ...more,
});

describe('a build stops at', () => {
  test.each(MISTAKES)('$what, and says where and how to mend it', async (mistake) => {
    const {code, output} = await buildSite(site(mistake));
    expect(code).not.toBe(0);
    for (const words of mistake.told) expect(output).toContain(words);
  });

  test('an API description that is named and not there', async () => {
    const {code, output} = await buildSite({
      name: 'bad-api-missing',
      docs: {'good.md': '# Good\n'},
      options: {api: {spec: 'static/gone.yaml'}},
    });
    expect(code).not.toBe(0);
    expect(output).toContain('static/gone.yaml');
  });
});

test('with onErrors: warn the same mistakes are told, the site is built, and no page is lost', async () => {
  const docs = Object.assign(
    {},
    ...MISTAKES.map((mistake, index) =>
      Object.fromEntries(Object.entries(mistake.docs).map(([name, text]) => [`m${index}/${name}`, text])),
    ),
  );
  const built = await buildSite({
    name: 'bad-warned',
    docs: {'owners.yml': OWNERS, 'good.md': GOOD, ...docs},
    files: MISTAKES.at(-1)?.files ?? {},
    options: {onErrors: 'warn'},
  });
  expect(built.output).toContain('docs/m0/bad.md:3');
  expect(built.code).toBe(0);
  const health = JSON.parse(built.read('docs-health.json'));
  const rules = health.findings.map(({rule}: {rule: string}) => rule);
  expect(rules.sort()).toEqual([
    'card-duplicate',
    'date-future',
    'date-impossible',
    'date-malformed',
    'openapi-version-missing',
    'owner-unknown',
    'placeholder-default-invalid',
    'placeholder-secret-default',
    'related-broken',
    'tier-unknown',
    'yaml-invalid',
  ]);
  expect(health.documents).toHaveLength(12);
  expect(built.text('docs/m7/bad')).toContain('Bad');
});
