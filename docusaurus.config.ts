import fs from 'node:fs';
import path from 'node:path';
import type * as Classic from '@docusaurus/preset-classic';
import type {Config} from '@docusaurus/types';
import {docsHavePages, type Options} from '@opsbinder/docusaurus-preset';
import {themes} from 'prism-react-renderer';

// The docs folder can be emptied and filled with anything, and the API description can go: nothing here names
// a page that might not be there.
const hasPages = docsHavePages(path.join(__dirname, 'docs'));
const hasApi = fs.existsSync(path.join(__dirname, 'static/openapi.yaml'));

// Visual Studio's light colours, with its pure red made dark enough to be read on white.
const codeTheme: typeof themes.vsLight = {
  plain: {color: '#1c1e21', backgroundColor: '#fff'},
  styles: themes.vsLight.styles.map((entry) =>
    entry.style.color === 'rgb(255, 0, 0)' ? {...entry, style: {...entry.style, color: '#a31515'}} : entry,
  ),
};

const config: Config = {
  title: 'Reconciliation operations',
  tagline: 'Runbooks, references and cards for whoever is on call',
  favicon: 'img/favicon.svg',
  url: 'https://ops.example.com',
  baseUrl: '/',
  future: {v4: true},
  onBrokenLinks: 'warn',
  onBrokenAnchors: 'warn',
  i18n: {defaultLocale: 'en', locales: ['en']},
  markdown: {
    format: 'detect',
    // Old pages write ":::tip Title"; Docusaurus 4 would show that as text.
    mdx1Compat: {comments: true, admonitions: true, headingIds: true},
    hooks: {onBrokenMarkdownLinks: 'warn', onBrokenMarkdownImages: 'warn'},
  },
  presets: [
    [
      '@opsbinder',
      {
        docs: {sidebarPath: './sidebars.ts'},
        // Named, so that its loss is noticed; without an API write `api: false`.
        api: {spec: 'static/openapi.yaml'},
        theme: {customCss: './src/css/custom.css'},
      } satisfies Options,
    ],
  ],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: 'Reconciliation ops',
      logo: {alt: '', src: 'img/logo.svg'},
      items: [
        ...(hasPages
          ? [{type: 'docSidebar', sidebarId: 'handbook', label: 'Handbook', position: 'left' as const}]
          : []),
        {to: '/alerts/', label: 'Alerts', position: 'left'},
        {to: '/tiers/', label: 'Tiers', position: 'left'},
        {to: '/reviews/', label: 'Reviews', position: 'left'},
        {to: '/owners/', label: 'Owners', position: 'left'},
        {to: '/quick-reference/', label: 'Quick reference', position: 'left'},
        ...(hasApi ? [{to: '/api/', label: 'API', position: 'left' as const}] : []),
      ],
    },
    footer: {copyright: 'Built with Opsbinder. Check the review date before you trust a page.'},
    docs: {sidebar: {hideable: true}},
    prism: {
      theme: codeTheme,
      darkTheme: themes.vsDark,
      additionalLanguages: ['bash', 'sql', 'promql'],
    },
  } satisfies Classic.ThemeConfig,
};

export default config;
