/** A site whose pages can be followed: an alert's runbook, a page of what is dangerous, and one with nothing to do. */
export const FOLLOWED_SITE = {
  docs: {
    'owners.yml': 'sre:\n  name: Site reliability\n  chat: "#sre"\n  phone: "+44 20 7946 0021"\n',
    'latency.md': `---
type: alert
owner: sre
alerts: [HighLatency]
placeholders:
  namespace: {description: Where the service runs, options: [prod, staging]}
  pod: {pattern: "[a-z0-9-]+"}
  tail: {default: "50"}
  admin-code: {secret: true}
---

# High latency

Answers come late. Look for \`<pod>\` first.

## Diagnosis

1. Acknowledged the alert.
2. Look at the pods:

   \`\`\`console
   $ kubectl -n <namespace> get pods \\
   >   --watch=false
   NAME    READY
   api-7   1/1
   \`\`\`

3. Read what it says:

   \`\`\`bash
   kubectl -n <namespace> logs <pod> --tail <tail>
   \`\`\`

## Mitigation

- [ ] Restart it
- [x] Have the code at hand

\`\`\`bash
curl -H "X-Code: <admin-code>" --data '<reason>' https://api.example.com/<path>
psql -c "SELECT 1 WHERE name = '<path>'"
\`\`\`

\`\`\`json
{"pods": ["<pod>"], "count": [1]}
\`\`\`
`,
    'failover.md': `---
type: runbook
---

# Failover

:::step[Look]
\`\`\`bash
kubectl get pods
\`\`\`
:::

:::step[Delete the old primary]{danger="Its data is gone for good"}
\`\`\`bash
kubectl delete pod <primary>
\`\`\`
:::

:::step[Say so]
In the channel.
:::
`,
    'parts.mdx': `# Parts

## Procedure

1. Ask \`kubectl -n <namespace> get pods\`
   - [ ] and a colleague

   :::tip
   \`\`\`bash
   echo "{{ pod }}"
   \`\`\`
   :::

2. > Wait

| what | how |
| --- | --- |
| look | \`oc logs {{ pod }}\` |

:::message[Chat]
The pod {'<pod>'} of {'{{ pod }}'} is \`YOUR_STATE\`.
:::
`,
    'plain.md': '# Plain\n\nText alone, and `code`.\n\n```json\n{"a": 1}\n```\n',
  },
  options: {api: false, search: false},
};
