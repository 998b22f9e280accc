const WORD = 'pneumonoultramicroscopicsilicovolcanoconiosis';
const COLUMNS = Array.from({length: 12}, (_, index) => index + 1);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A table of so many columns that it is wider than any sheet in its usual type. */
const WIDE_TABLE = [
  row(COLUMNS.map((column) => `Setting${column}`)),
  row(COLUMNS.map(() => '---')),
  ...Array.from({length: 30}, (_, index) =>
    row(COLUMNS.map((column) => (column === 3 ? `recon-${index}.example.com` : `value${index}x${column}`))),
  ),
].join('\n');

const LONG_LINE = `kubectl -n <namespace> get pods ${Array.from({length: 20}, (_, index) => `--label-${index}=something-${index}`).join(' ')} --output ${'x'.repeat(200)}end`;

/** Commands of growing length: some of them end where a line of paper does. */
const commands = (from: number) =>
  Array.from(
    {length: 16},
    (_, index) =>
      `kubectl get pods ${'x'.repeat(from + index)} --field-selector=status.phase=Running --show-labels`,
  );

/** What is hard to print, all on one page; a runbook whose review runs out; and what is none of the handbook's. */
export const PRINTED_SITE = {
  docs: {
    'owners.yml': `sre:
  name: Site reliability
  chat: "#sre"
  phone: "+44 20 7946 0021"
  oncall: https://oncall.example.com/sre
platform:
  name: Platform
  oncall: https://oncall.example.com/platform
`,
    'hard.mdx': `---
type: runbook
owner: sre
tags: [paper]
---

import Tabs from '@theme/Tabs';
import TabItem from '@theme/TabItem';

# Hard to print

The longest word is ${WORD.repeat(4)}.

<details>
<summary>Outer detail</summary>

Folded text.

<details>
<summary>Inner detail</summary>

Folded deeper.

</details>
</details>

<Tabs>
<TabItem value="aws" label="Amazon">

Text of the first tab.

</TabItem>
<TabItem value="gcp" label="Google">

Text of the second tab.

| what | how |
| --- | --- |
| hidden | cell |

</TabItem>
</Tabs>

<Tabs lazy values={[{value: 'red', label: 'Crimson'}, {value: 'blue', label: 'Azure'}]}>
<TabItem value="red">Text of the third tab.</TabItem>
<TabItem value="blue">Text of the lazy tab.</TabItem>
</Tabs>

${WIDE_TABLE}

## Procedure

1. Look at the pods:

   \`\`\`bash
   ${LONG_LINE}
   \`\`\`

2. Open [the dashboard](https://graphs.example.com/d/1) and [the design](./plain.md).
   Again [the dashboard](https://graphs.example.com/d/1), or https://status.example.com.

- [ ] Told everybody
- [x] Had the code at hand

:::step[Restart it]{danger}
\`\`\`bash
kubectl -n <namespace> delete pod <pod>
\`\`\`
:::

\`\`\`yaml
${Array.from({length: 120}, (_, index) => `key${index}: ${index}`).join('\n')}
\`\`\`

:::tip[Advice]
Ask [a colleague](https://people.example.com) first.
:::

![A picture](/wide.svg)

## Escalation

Page :owner[sre] or :owner[platform], and never :owner[platform] alone. Call [the vendor](tel:+442079460018), then [write](mailto:help@example.com?subject=Help).
`,
    'code.md': `---
type: runbook
---

# Code

\`\`\`bash showLineNumbers
${commands(20).join('\n')}
\`\`\`

| what | how | when |
| --- | --- | --- |
${commands(1)
  .map(
    (command) => `| scale it | \`${command} ${'long-'.repeat(3)}name\` | security and the lead agree to it |`,
  )
  .join('\n')}

${commands(1)
  .map((_, index) => `So many${' x'.repeat(index + 20)} (\`--field-selector\`, \`<target-time>\`).`)
  .join('\n\n')}

| what | how |
| --- | --- |
| wider than any sheet | \`--${'wide-'.repeat(40)}end\` |
`,
    'plain.md': '# Plain\n\nNothing to do here, see [the wiki](https://wiki.example.com).\n',
    'due.md':
      '---\ntype: checklist\nlast_reviewed_on: 2026-11-01\nreview_in: 30 days\n---\n\n# Due\n\nText.\n',
    'secret.md': `---
type: alert
alerts: []
placeholders:
  token: {secret: true}
---

# Secret

\`\`\`bash
curl -H "Token: <token>" https://api.example.com/<path>
\`\`\`
`,
  },
  files: {
    'static/wide.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="400"><rect width="3000" height="400" fill="#eee"/><text x="2900" y="200">edge</text></svg>',
  },
  options: {api: false, search: false},
  config: {themeConfig: {colorMode: {respectPrefersColorScheme: true}}},
};
