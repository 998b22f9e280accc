import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {type BuiltSite, buildSite} from '../support/sites.js';

const RUNBOOK =
  '---\ntype: runbook\ntier: 1\nlast_reviewed_on: 2026-11-01\n---\n\n# Restart\n\n:::verify\nLook at svc:web[0].\n:::\n\n:::card[Restart]{section="commands"}\n\n```bash\nsystemctl restart web\n```\n\n:::\n';

// A site that somebody has already: docs at the root, a blog, a home page of its own.
const EXISTING = {
  docs: {'intro.md': '---\nslug: /\n---\n\n# Welcome\n\nOur own home page.\n', 'restart.md': RUNBOOK},
  files: {
    'blog/2026-01-01-hello.md': '---\ntitle: Hello\n---\n\nA post with a <tag-like> word.\n',
    'src/pages/tiers.md': '# Our own tiers\n',
  },
};

describe('an existing site with the preset in place of classic', () => {
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildSite({
      name: 'existing',
      ...EXISTING,
      options: {docs: {routeBasePath: '/'}},
      config: {baseUrl: '/ops/', trailingSlash: true},
    });
    if (built.code !== 0) throw new Error(built.output);
  });

  test('keeps its own pages where it has them, and says so', () => {
    expect(built.text('')).toContain('Our own home page.');
    expect(built.text('tiers')).toContain('Our own tiers');
    expect(built.output).toContain("leaves /ops/ to the site's own page");
    expect(built.output).toContain("leaves /ops/tiers/ to the site's own page");
  });

  test('keeps its blog', () => {
    expect(fs.existsSync(path.join(built.dir, 'blog', 'index.html'))).toBe(true);
  });

  test('gets the rest under its base, with its slashes', () => {
    expect(built.html('tiers/1')).toContain('href="/ops/restart/"');
    expect(built.html('quick-reference')).toContain('href="/ops/restart/#card-restart"');
    const {documents} = JSON.parse(built.read('docs-health.json'));
    expect(documents.map(({permalink}: {permalink: string}) => permalink)).toEqual([
      '/ops/',
      '/ops/restart/',
    ]);
  });
});

describe('an existing site with single plugins', () => {
  const config = (plugin: string, remark = '') => `
    const theme = require.resolve('@opsbinder/docusaurus-theme');
    ${remark}
    module.exports = {
      title: 'Alone', url: 'https://ops.example.com', baseUrl: '/', onBrokenLinks: 'warn',
      markdown: {format: 'detect', hooks: {onBrokenMarkdownLinks: 'warn'}},
      presets: [['classic', {blog: false, docs: {
        beforeDefaultRemarkPlugins: typeof before === 'undefined' ? [] : before,
        remarkPlugins: typeof after === 'undefined' ? [] : after,
      }}]],
      themes: [theme],
      plugins: [['${plugin}', {}]],
    };`;
  const alone = async (name: string, remark?: string): Promise<BuiltSite> => {
    const built = await buildSite({
      name: `alone-${name}`,
      docs: {'restart.md': RUNBOOK},
      files: {'docusaurus.config.js': config(`@opsbinder/docusaurus-plugin-${name}`, remark)},
    });
    if (built.code !== 0) throw new Error(built.output);
    return built;
  };

  test('runbooks alone shows facts, sections and tiers, and no badge', async () => {
    const built = await alone(
      'runbooks',
      `const {runbookMarkdown, restoreUnclaimedDirectives} = require('@opsbinder/docusaurus-plugin-runbooks/remark');
       const before = [runbookMarkdown]; const after = [restoreUnclaimedDirectives];`,
    );
    const html = built.text('docs/restart');
    expect(html).toContain('Tier 1: First month');
    expect(html).toContain('Look at svc:web[0].');
    expect(html).not.toContain('next review by');
    expect(built.text('tiers/1')).toContain('Restart');
  });

  test('freshness alone shows the badge and writes docs-health.json', async () => {
    const built = await alone(
      'freshness',
      "const {freshnessBadge} = require('@opsbinder/docusaurus-plugin-freshness/remark'); const before = [freshnessBadge];",
    );
    expect(built.text('docs/restart')).toContain('next review by');
    expect(built.text('docs/restart')).not.toContain('Tier 1: First month');
    expect(JSON.parse(built.read('docs-health.json')).summary.fresh).toBe(1);
  });

  test('quick-reference alone assembles the card', async () => {
    const built = await alone(
      'quick-reference',
      "const {cardBlocks} = require('@opsbinder/docusaurus-plugin-quick-reference/remark'); const before = [cardBlocks];",
    );
    expect(built.html('docs/restart')).toContain('id="card-restart"');
    expect(built.text('quick-reference')).toContain('systemctl restart web');
  });

  test('search alone indexes the site', async () => {
    const built = await alone('search');
    expect(fs.existsSync(path.join(built.dir, 'pagefind', 'pagefind.js'))).toBe(true);
  });
});
