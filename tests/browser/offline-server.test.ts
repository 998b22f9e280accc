import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {
  hasVisited,
  keptFiles,
  LINE,
  manifestOf,
  offlinePages,
  open,
  scriptsOf,
} from '../support/offline-pages.js';
import {BASE, nextVersion, offlineSite, until, versionOf} from '../support/offline-site.js';
import {type Host, serve} from '../support/serve.js';
import {buildSite} from '../support/sites.js';

// What becomes of the copy while servers answer: with another build, with half of one, late, or with something else.
const site = offlinePages('offline-server', {withNext: true});

describe('a new deploy', () => {
  test('is seen on the first visit, with no click, and its files replace the old copy', async () => {
    const {context, url, version, server, end} = await site.afterFirstVisit({dir: site.next.dir});
    const page = await open(context, `${url}docs/failover`);
    await page.getByText('Promote the replica in Oslo.').waitFor();
    expect(await page.locator(LINE).count()).toBe(0);
    await nextVersion(page, version);
    await server?.close();
    await page.reload();
    await page.getByText('Promote the replica in Oslo.').waitFor();
    expect(await page.locator(LINE).count()).toBe(1);
    await end();
  });

  test('fetches only what has changed', async () => {
    const asked: string[] = [];
    const meddle: Host['meddle'] = (route) => {
      asked.push(route);
      return false;
    };
    const {context, url, version, end} = await site.afterFirstVisit({dir: site.next.dir, meddle});
    const page = await open(context, `${url}docs/restore`);
    await nextVersion(page, version);
    const both = Object.keys(manifestOf(site.next).files).filter(
      (file) => manifestOf(site.next).files[file]?.[0] === manifestOf(site.old).files[file]?.[0],
    );
    expect(both.length).toBeGreaterThan(20);
    // Beside what the page itself asks the server for.
    expect(both.filter((file) => asked.includes(file) && !/\.(svg|ico)$/.test(file))).toEqual([]);
    await end();
  });

  test('leaves what is open as it is, and is seen at the next step inside the site', async () => {
    const {context, url, version, server, end} = await site.afterFirstVisit({dir: site.old.dir});
    const page = await open(context, url);
    const stranger = await open(context, url);
    const [script = ''] = await scriptsOf(page);
    await server?.close();
    const other = await serve(site.next.dir, BASE, {port: Number(new URL(url).port)});
    // It has never heard of a new build.
    await stranger.getByRole('link', {name: 'Failover'}).first().click();
    await stranger.getByText('Promote the replica in Oslo.').waitFor();
    expect(await stranger.locator(LINE).count()).toBe(0);

    await nextVersion(stranger, version);
    expect(await scriptsOf(page)).toContain(script);
    expect(await page.evaluate(async (src) => (await fetch(src)).status, script)).toBe(200);
    await other.close();
    await page.getByRole('link', {name: 'Failover'}).first().click();
    await page.getByText('Promote the replica in Oslo.').waitFor();
    expect(await page.locator(LINE).innerText()).toContain('Offline copy');
    await end();
  });

  test('of which a host gives now this page and now that does not make pages load for ever', async () => {
    let asked = 0;
    const meddle: Host['meddle'] = (route, response) => {
      if (!/^docs\/(failover|restore)/.test(route)) return false;
      asked += 1;
      // Whoever asks from inside a page gets the new one, and whoever loads it the old.
      const dir = asked % 2 === 1 ? site.next.dir : site.old.dir;
      const html = fs.readFileSync(path.join(dir, route, 'index.html'));
      return !!response.writeHead(200, {'content-type': 'text/html'}).end(html);
    };
    const {context, url, end} = await site.afterFirstVisit({dir: site.old.dir, meddle});
    const page = await open(context, url);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.getByRole('link', {name: 'Failover'}).first().click();
    await until(async () => loads === 1);
    await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
    await page.getByRole('link', {name: 'Restore'}).first().click();
    // It does not pass for what the server has, either.
    await page.locator(LINE, {hasText: 'Offline copy'}).waitFor();
    expect(asked).toBe(3);
    expect(loads).toBe(1);
    await end();
  });

  test.each<[string, string, NonNullable<Host['meddle']>]>([
    ['is missing', 'runbook', (_route, response) => !!response.writeHead(404).end('Not found')],
    ['fails', 'docs/restore/', (_route, response) => !!response.writeHead(500).end('Broken')],
    [
      'is cut off',
      'docs/failover/',
      (_route, response, bytes) =>
        !!response.writeHead(200, {'content-type': 'text/html'}).end(bytes?.subarray(0, bytes.length / 2)),
    ],
    [
      'is of the build before',
      'docs/failover/',
      (_route, response) =>
        !!response
          .writeHead(200, {'content-type': 'text/html'})
          .end(fs.readFileSync(path.join(site.old.dir, 'docs/failover/index.html'))),
    ],
  ])('of which one file %s leaves the old copy whole', async (_, file, answer) => {
    let isBroken = true;
    let wasAsked = 0;
    const meddle: Host['meddle'] = (route, response, bytes) => {
      if (!isBroken || !route.includes(file)) return false;
      wasAsked += 1;
      return answer(route, response, bytes);
    };
    // A script of the new build that the old one does not have.
    if (file === 'runbook') {
      const changed = Object.keys(manifestOf(site.next).files).find(
        (name) => /assets\/js\/[\da-f]+\./.test(name) && !(name in manifestOf(site.old).files),
      );
      file = changed ?? '';
    }
    const {context, url, version, server, end} = await site.afterFirstVisit({dir: site.next.dir, meddle});
    const page = await context.newPage();
    await page.goto(url);
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const worker = registration.installing;
      if (!worker) return 'nothing to install';
      return new Promise((resolve) => {
        worker.addEventListener('statechange', () => resolve(worker.state));
      });
    });
    expect(failed).toMatch(/redundant|nothing to install/);
    expect(wasAsked).toBeGreaterThan(0);
    expect(await versionOf(page)).toBe(version);
    expect(await keptFiles(page, version)).toEqual(Object.keys(manifestOf(site.old).files).sort());

    // And once the host is whole again, so is the update.
    isBroken = false;
    await page.reload();
    await nextVersion(page, version);
    await server?.close();
    await page.goto(`${url}docs/failover`);
    await page.getByText('Promote the replica in Oslo.').waitFor();
    await end();
  });
});

describe('a server in trouble', () => {
  test('that goes away while a page is open is noticed at the next step inside the site', async () => {
    const {context, url, server, end} = await site.afterFirstVisit({dir: site.old.dir});
    const page = await open(context, url);
    expect(await page.locator(LINE).count()).toBe(0);
    await server?.close();
    await page.getByRole('link', {name: 'Failover'}).first().click();
    await page.getByText('Promote the replica in Dublin.').waitFor();
    await page.locator(LINE, {hasText: 'Offline copy, built on 20 November 2026.'}).waitFor();
    await end();
  });

  test('that says 503 is answered for by the copy', async () => {
    const meddle: Host['meddle'] = (route, response) =>
      route.startsWith('docs/') && !!response.writeHead(503).end('Down');
    const {context, url, end} = await site.afterFirstVisit({dir: site.next.dir, meddle});
    const page = await open(context, `${url}docs/failover`);
    await page.getByText('Promote the replica in Dublin.').waitFor();
    expect(await page.locator(LINE).innerText()).toContain('Offline copy');
    await page.goto(`${url}docs/budget`);
    expect(await page.locator(LINE).innerText()).toContain('The page /ops/docs/budget cannot be reached');
    // A frame is no place to be led home to.
    const inFrame = await page.evaluate(async () => {
      const frame = Object.assign(document.createElement('iframe'), {src: '/ops/docs/capacity'});
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      return frame.contentDocument?.body.textContent;
    });
    expect(inFrame).toBe('Down');
    await end();
  });

  test('that does not answer is waited for until the deadline', async () => {
    const {context, url, end} = await site.afterFirstVisit({
      dir: site.next.dir,
      meddle: (route) => route !== 'sw.js',
    });
    const [page, other] = [await context.newPage(), await context.newPage()];
    const withoutCopy = other.goto(`${url}docs/budget`);
    const alert = await context.newPage();
    const alertBegan = performance.now();
    const alertTook = alert.goto(`${url}alerts/PrimaryDown/`).then(() => performance.now() - alertBegan);
    const began = performance.now();
    await page.goto(`${url}docs/failover`);
    const took = performance.now() - began;
    await page.getByText('Promote the replica in Dublin.').waitFor();
    expect(took).toBeGreaterThan(2400);
    // Its pictures do not wait once more.
    expect(took).toBeLessThan(4900);
    const wait = await page.evaluate(async () => {
      const start = performance.now();
      await (await fetch('/ops/pagefind/pagefind.js')).text();
      return performance.now() - start;
    });
    expect(wait).toBeLessThan(2000);
    // The address of an alert and the page it leads to wait once, together.
    expect(await alertTook).toBeLessThan(4900);
    expect(new URL(alert.url()).pathname).toBe('/ops/docs/failover');
    await withoutCopy;
    expect(await other.locator(LINE).innerText()).toContain('The page /ops/docs/budget cannot be reached');
    await end();
  });

  test('that begins to answer and then stops is answered for by the copy', async () => {
    const meddle: Host['meddle'] = (route, response, bytes) =>
      route.startsWith('docs/') &&
      response.writeHead(200, {'content-type': 'text/html'}).write(bytes?.subarray(0, 300) ?? '');
    const {context, url, end} = await site.afterFirstVisit({dir: site.next.dir, meddle});
    const page = await open(context, `${url}docs/failover`);
    await page.getByText('Promote the replica in Dublin.').waitFor();
    await end();
  });

  test('in whose place a login answers is no server, and its login spoils no copy', async () => {
    let isPortal = false;
    const meddle: Host['meddle'] = (_route, response) =>
      isPortal && !!response.writeHead(200, {'content-type': 'text/html'}).end('<h1>Hotel</h1>');
    const {context, url, server, end} = await site.afterFirstVisit({dir: site.old.dir, meddle});
    const page = await open(context, `${url}docs/capacity`);
    await until(() => hasVisited(page, 'docs/capacity'));
    await page.goto(url);
    await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
    isPortal = true;
    expect(await page.evaluate(async () => (await fetch('/ops/pagefind/pagefind.js')).text())).not.toContain(
      'Hotel',
    );
    await page.getByRole('link', {name: 'Capacity'}).first().click();
    await page.locator(LINE, {hasText: 'Offline copy'}).waitFor();
    // Whoever has to log in can.
    await page.goto(`${url}docs/capacity`);
    expect(await page.locator('h1').innerText()).toBe('Hotel');
    await server?.close();
    const offline = await open(context, `${url}docs/capacity`);
    await offline.getByText('How much there is.').waitFor();
    await end();
  });

  test('that sends a page in place of a script spoils no copy', async () => {
    const seen = new Set<string>();
    let wasWrong = false;
    let isWell = false;
    const meddle: Host['meddle'] = (route, response) => {
      if (isWell || !route.startsWith('assets/js/') || route in manifestOf(site.old).files) return false;
      if (!seen.has(route)) return !seen.add(route);
      wasWrong = true;
      return !!response.writeHead(200, {'content-type': 'text/html'}).end('<h1>Home</h1>');
    };
    const {context, url, server, end} = await site.afterFirstVisit({dir: site.old.dir, meddle});
    const page = await open(context, `${url}docs/budget`);
    await until(async () => wasWrong);
    isWell = true;
    await page.reload();
    await until(() => hasVisited(page, 'docs/budget'));
    await server?.close();
    const offline = await open(context, `${url}docs/budget`);
    await offline.getByText('What it costs.').waitFor();
    await end();
  });

  test('of which a part of a page is missing leaves the copy of the page whole', async () => {
    let isTorn = false;
    let wasAsked = false;
    const meddle: Host['meddle'] = (route, response, bytes) => {
      if (!isTorn || !bytes) return false;
      if (route.startsWith('docs/capacity')) {
        const html = bytes.toString().replace(/styles\.[\da-f]+\.css/g, 'styles.0badf00d.css');
        return !!response.writeHead(200, {'content-type': 'text/html'}).end(html);
      }
      return false;
    };
    const host = {
      dir: site.old.dir,
      meddle: (...all: Parameters<typeof meddle>) => {
        wasAsked ||= all[0].includes('0badf00d');
        return meddle(...all);
      },
    };
    const {context, url, server, end} = await site.afterFirstVisit(host);
    const page = await open(context, `${url}docs/capacity`);
    await until(() => hasVisited(page, 'docs/capacity'));
    isTorn = true;
    await page.goto(`${url}docs/capacity`);
    await until(async () => wasAsked);
    await page.waitForTimeout(500);
    await server?.close();
    const offline = await open(context, `${url}docs/capacity`);
    const hasStyle = await offline.evaluate(() =>
      [...document.styleSheets].some(({href}) => href?.includes('/assets/css/')),
    );
    expect(hasStyle).toBe(true);
    expect(await offline.content()).not.toContain('0badf00d');
    await end();
  });

  test('is not taken to be there because the browser has its page', async () => {
    const meddle: Host['meddle'] = (_route, response, bytes) =>
      bytes?.toString().startsWith('<!doctype html>') === true &&
      !!response.writeHead(200, {'content-type': 'text/html', 'cache-control': 'max-age=600'}).end(bytes);
    const {context, url, server, end} = await site.afterFirstVisit({dir: site.old.dir, meddle});
    const page = await open(context, `${url}docs/failover`);
    expect(await page.locator(LINE).count()).toBe(0);
    await server?.close();
    const offline = await open(context, `${url}docs/failover`);
    expect(await offline.locator(LINE).innerText()).toContain('Offline copy');
    await end();
  });

  test('that is well again, or a page that is there, makes the line go at the next step', async () => {
    let isDown = true;
    const meddle: Host['meddle'] = (route, response) =>
      isDown && route.startsWith('docs/') && !!response.writeHead(503).end('Down');
    const {context, url, end} = await site.afterFirstVisit({dir: site.old.dir, meddle});
    const page = await open(context, `${url}docs/budget`);
    await page.locator(LINE, {hasText: 'cannot be reached'}).waitFor();
    await page.getByRole('link', {name: 'Failover'}).first().click();
    await page.locator(LINE, {hasText: 'Offline copy'}).waitFor();
    expect(await page.locator(LINE).innerText()).not.toContain('cannot be reached');
    isDown = false;
    await page.getByRole('link', {name: 'Restore'}).first().click();
    await until(async () => (await page.locator(LINE).count()) === 0);
    await end();
  });

  test('that has two pages less leads two windows home, each with its own word', async () => {
    const meddle: Host['meddle'] = (route, response) =>
      /^docs\/(budget|capacity)/.test(route) && !!response.destroy();
    const {context, url, end} = await site.afterFirstVisit({dir: site.old.dir, meddle});
    const [one, two] = [await context.newPage(), await context.newPage()];
    await Promise.all([one.goto(`${url}docs/budget`), two.goto(`${url}docs/capacity`)]);
    expect(await one.locator(LINE).innerText()).toContain('The page /ops/docs/budget cannot be reached');
    expect(await two.locator(LINE).innerText()).toContain('The page /ops/docs/capacity cannot be reached');
    await end();
  });

  test('that says that a page is gone takes its copy away', async () => {
    let isGone = false;
    const meddle: Host['meddle'] = (route, response) =>
      isGone && route.startsWith('docs/capacity') && !!response.writeHead(404).end('Gone');
    const {context, url, server, end} = await site.afterFirstVisit({dir: site.old.dir, meddle});
    const page = await open(context, `${url}docs/capacity`);
    await until(() => hasVisited(page, 'docs/capacity'));
    isGone = true;
    await page.goto(`${url}docs/capacity`);
    await until(async () => !(await hasVisited(page, 'docs/capacity')));
    await server?.close();
    await end();
  });

  test('that puts a script into every page does not keep the copy from being made', async () => {
    const meddle: Host['meddle'] = (_route, response, bytes) => {
      if (!bytes?.toString().startsWith('<!doctype html>')) return false;
      const html = bytes.toString().replace('</head>', '<script>window.injected = true</script></head>');
      return !!response.writeHead(200, {'content-type': 'text/html'}).end(html);
    };
    const {context, url, version, end} = await site.afterFirstVisit({dir: site.next.dir, meddle});
    const page = await open(context, url);
    await nextVersion(page, version);
    await end();
  });
});

test('a copy that something else has cleared away is made again at the next visit', async () => {
  const {context, url, version, server, end} = await site.afterFirstVisit({dir: site.old.dir});
  const page = await open(context, url);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.goto(`${url}docs/restore`);
  const all = Object.keys(manifestOf(site.old).files).sort();
  await until(async () => (await keptFiles(page, version)).length === all.length);
  await server?.close();
  const offline = await open(context, `${url}docs/failover`);
  await offline.getByText('Promote the replica in Dublin.').waitFor();
  await end();
});

describe('switched off', () => {
  test('it leaves browsers as they were, with no click', async () => {
    const off = await buildSite(offlineSite('offline-off', 'No worker here.', false));
    if (off.code !== 0) throw new Error(off.output);
    const {context, url, end} = await site.afterFirstVisit({dir: off.dir});
    const page = await open(context, `${url}docs/failover`);
    await page.getByText('No worker here.').waitFor();
    const isGone = async () =>
      (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0;
    await until(() => page.evaluate(isGone));
    await page.reload();
    await page.getByText('No worker here.').waitFor();
    await end();
  });
});
