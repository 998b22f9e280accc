import type {SiteFixture} from './sites.js';

const OWNERS = `platform:
  name: Platform team
  chat: "#platform"
payments:
  name: Payments team
  chat: "#payments"
`;

const HANDBOOK = `severities:
  P0: {title: Critical}
  P1: {title: High}
tiers:
  0: {title: Before first deploy}
  1: {title: First month}
`;

/** A page that says "conveyor", with facts to filter by. */
function page(title: string, facts: string, body = ''): string {
  return `---\n${facts}\n---\n\n# ${title}\n\nAbout the conveyor.\n\n${body}\n`;
}

/**
 * A site to search and filter: eleven pages, nine of which say "conveyor". On 20 November 2026 three of these are fresh,
 * three due soon, two overdue and one not reviewed; on 5 December those due soon are overdue.
 */
export const SEARCH_SITE = {
  name: 'search-filters',
  config: {themeConfig: {colorMode: {respectPrefersColorScheme: true}, navbar: {title: 'Conveyor'}}},
  docs: {
    'owners.yml': OWNERS,
    'handbook.yml': HANDBOOK,
    'restart.md': page(
      'Restart the conveyor',
      'type: runbook\ntier: 0\nseverity: P0\nowner: platform\nservices: [belt]\nlast_reviewed_on: 2026-11-10\nreview_in: 1 year',
      '## Stop it\n\nStopping takes a minute. It logs `ECONNREFUSED` and `idx_status_created`.\n\n```bash\nbeltctl --force stop\n```\n',
    ),
    'jam.md': page(
      'Clear a jam',
      'type: runbook\ntier: 0\nseverity: P1\nowner: platform\nservices: [belt, sorter]\nlast_reviewed_on: 2026-11-01\nreview_in: 30 days',
    ),
    'motor.md': page(
      'Motor does not start',
      'type: troubleshooting\ntier: 1\nseverity: P1\nowner: payments\nlast_reviewed_on: 2026-01-05\nreview_in: 30 days',
    ),
    'belt-slow.md': page(
      'Belt is slow',
      'type: alert\ntier: 1\nalerts: [BeltSlow]\nowner: payments\nservices: [belt]\nlast_reviewed_on: 2026-02-05\nreview_in: 30 days',
    ),
    'shift.md': page(
      'Hand over a shift',
      'type: checklist\ntier: 0\nowner: platform\nlast_reviewed_on: 2026-11-12\nreview_in: 1 year',
    ),
    'install.md': page('Install a belt', 'type: guide\nlast_reviewed_on: 2026-10-25\nreview_in: 30 days'),
    'parts.md': page(
      'Parts',
      'type: reference\nowner: payments\nlast_reviewed_on: 2026-10-24\nreview_in: 30 days',
    ),
    'drawings.md': page('Drawings', 'type: architecture\nlast_reviewed_on: 2026-11-15\nreview_in: 1 year'),
    'ideas.md': page('Ideas', 'type: decision\nowner: payments'),
    'tabbed.mdx': `import Tabs from '@theme/Tabs';
import TabItem from '@theme/TabItem';

# In tabs

<Tabs>
<TabItem value="one" label="One">First.</TabItem>
<TabItem value="two" label="Two">The numbatword stands under the second.</TabItem>
</Tabs>
`,
    'folded.md': `# Folded away

Nothing of it here.

<details>
<summary>More</summary>

## Inner part

The quokkaword stands in here.

</details>

${'Line after line.\n\n'.repeat(60)}

The wombatword stands at the end.
`,
  },
} satisfies SiteFixture;
