import fs from 'node:fs/promises';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {type AlertRoute, alertPermalink, type Handbook, routeFolder} from '@opsbinder/core';
import {alertsFile} from './alert-pages.js';

/**
 * Writes what answers alerts into a built site: `alerts.json`, a small page for each alert that sends the reader
 * on, the same under the name in lower case for hosts that tell cases apart, and a line in the page for what is not
 * found that knows all other spellings. A file that is there already is the site's own and stays.
 *
 * @param route path below the site's base under which alerts have their addresses
 */
export async function writeAlertFiles(
  handbook: Handbook,
  route: string,
  {context, outDir}: {context: LoadContext; outDir: string},
): Promise<void> {
  const folder = routeFolder(route);
  const list = JSON.stringify(alertsFile(handbook, folder, context), null, 2);
  await fs.writeFile(path.join(outDir, 'alerts.json'), `${list}\n`);
  for (const alert of handbook.alerts) {
    const html = redirectPage(alert, context);
    for (const name of new Set([alert.slug, alert.slug.toLowerCase()])) {
      const file =
        context.siteConfig.trailingSlash === false ? `${name}.html` : path.join(name, 'index.html');
      await writeNew(path.join(outDir, folder, file), html);
    }
  }
  await teachNotFound(path.join(outDir, '404.html'), notFoundScript(folder, context.baseUrl));
}

/** A page that leads to another one: at once, with or without JavaScript, and by a link. */
export function redirectPage(
  alert: Pick<AlertRoute, 'name' | 'page' | 'heading'>,
  {siteConfig, i18n}: LoadContext,
): string {
  const permalink = alertPermalink(alert);
  const [page = '', anchor] = permalink.split('#');
  const to = escapeHtml(permalink);
  const name = escapeHtml(alert.name);
  const title = alert.page.title === alert.name ? '' : `: ${escapeHtml(alert.page.title)}`;
  const hash = anchor === undefined ? 'location.hash' : `(location.hash||${scriptText(`#${anchor}`)})`;
  const language = i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale;
  // The refresh is for readers without JavaScript alone: it would lose what the query says.
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${name}</title>
<link rel="canonical" href="${escapeHtml(siteConfig.url)}${to}">
<script>location.replace(${scriptText(page)}+location.search+${hash})</script>
<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>
</head>
<body>
<main><h1><a href="${to}">${name}</a>${title}</h1></main>
</body>
</html>
`;
}

/** Looks an alert up by the address that was asked for, whatever its case, also below the base of a language. */
export function notFoundScript(folder: string, baseUrl: string): string {
  const pattern = `^(${escapePattern(baseUrl)}(?:[^/]+/)?)${escapePattern(folder.slice(1))}([^/]+?)(?:\\.html|/(?:index\\.html)?)?$`;
  return `(function(){
var found=new RegExp(${scriptText(pattern)},"i").exec(location.pathname);
if(!found||!window.fetch)return;
var name=found[2];try{name=decodeURIComponent(name)}catch(e){}
name=name.normalize("NFC").toLowerCase();
fetch(found[1]+"alerts.json").then(function(r){return r.json()}).then(function(file){
file.alerts.some(function(alert){
var slug=decodeURIComponent(alert.route.replace(/\\/$/,"").split("/").pop()).toLowerCase();
if(name!==slug&&name!==alert.name.normalize("NFC").toLowerCase())return false;
var to=alert.permalink.split("#");
location.replace(to[0]+location.search+(location.hash||(to[1]?"#"+to[1]:"")));
return true})}).catch(function(){})})()`;
}

async function teachNotFound(file: string, script: string): Promise<void> {
  let html: string;
  try {
    html = await fs.readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const tag = `<script>${script}</script>`;
  const head = html.search(/<title\b/i);
  await fs.writeFile(file, head === -1 ? html + tag : html.slice(0, head) + tag + html.slice(head));
}

async function writeNew(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), {recursive: true});
  try {
    await fs.writeFile(file, text, {flag: 'wx'});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A text as JavaScript in an HTML page: no text may end the script. */
function scriptText(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
