import type {SiteFixture} from './sites.js';

const PIXEL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#36c"/></svg>\n';

/** A site that is to be copied to a stick: a base path, two languages, categories, tabs, a fold, pictures. */
export const USB_SITE: SiteFixture = {
  name: 'usb',
  config: {
    baseUrl: '/ops/',
    i18n: {defaultLocale: 'en', locales: ['en', 'de']},
    themeConfig: {
      colorMode: {respectPrefersColorScheme: true},
      navbar: {
        title: 'Ops',
        items: [
          {to: '/tiers/', label: 'Tiers', position: 'left'},
          {to: '/alerts/', label: 'Alerts', position: 'left'},
          {type: 'localeDropdown', position: 'right'},
        ],
      },
    },
  },
  docs: {
    'owners.yml': 'sre:\n  name: Site reliability\n  chat: "#sre"\n',
    'intro.md': `---
title: Introduction
sidebar_position: 1
---
Read [the failover](runbooks/failover.md#promote) or [the address in full](https://ops.example.com/ops/docs/runbooks/failover).
[Elsewhere](https://example.org/x?y=1#z), [on the same host](https://ops.example.com/grafana/d/1), and [a page that is gone](/docs/gone).
The alert [by its address](pathname:///ops/alerts/DbDown/), the same [in lower case](pathname:///ops/alerts/dbdown/), and a [file](/plan.txt).

![A picture](/img/pixel.svg)
`,
    'runbooks/failover.md': `---
title: Database failover
type: runbook
tier: 0
owner: sre
alerts: [DbDown]
last_reviewed_on: 2026-11-10
review_in: 1 month
placeholders:
  namespace: {description: Where the database runs, options: [prod, staging]}
---
## Prerequisites

A second person.

![Near by](./near.svg)

## Promote

1. Look:

   \`\`\`bash
   kubectl -n <namespace> get pods --dry-run=server
   \`\`\`

2. Expect \`FATAL: the database system is starting up (SQLSTATE 57P03)\` at first.

<details>
<summary>What it looks like</summary>

Hidden knowledge is here.

</details>

## Session

\`\`\`console
$ pg_isready
accepting connections
\`\`\`
`,
    'runbooks/near.svg': PIXEL,
    'runbooks/tabs.mdx': `---
title: Start over
type: runbook
tier: 1
---
import Tabs from '@theme/Tabs';
import TabItem from '@theme/TabItem';

## On each system

<Tabs>
  <TabItem value="linux" label="Linux">Run systemctl restart.</TabItem>
  <TabItem value="mac" label="macOS">Run launchctl kickstart.</TabItem>
</Tabs>

<img src="/ops/img/50%20%25%20%231.svg" alt="Raw" />

<button type="button">Important words</button>
`,
    'networks/über uns.md': `---
title: Über uns
---
## Größe

Netz \`10.0.0.0/8\`. Back to [the start](../intro.md).
`,
    'networks/deep/proxy.md': '---\ntitle: Proxy\n---\n## Check the proxy\n\nNothing else.\n',
  },
  files: {
    'static/img/pixel.svg': PIXEL,
    'static/img/50 % #1.svg': PIXEL,
    'static/plan.txt': 'A plan.\n',
    'static/card.html':
      '<!doctype html><title>Card</title><p>A card. <a href="/ops/docs/intro">Introduction</a> <a href="https://ops.example.com/ops/docs/intro">Is it still good?</a>\n',
    'static/whole.html': '<!doctype html><title>Whole</title><p>By itself\n',
    'static/style.css': '.x { background: url("img/pixel.svg"); }\n',
    'i18n/de/code.json': JSON.stringify({
      'opsbinder.copy.title': {message: 'Alle Seiten'},
      'opsbinder.copy.allPages': {message: 'Alle Seiten und Suche'},
      'opsbinder.copy.copy': {message: 'Dies ist eine Kopie vom Stand {date}.'},
    }),
    'i18n/de/docusaurus-plugin-content-docs/current/intro.md':
      '---\ntitle: Einführung\n---\nLies [die Übernahme](runbooks/failover.md).\n',
  },
};
