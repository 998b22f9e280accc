import {expect, test} from 'vitest';
import {listOwners} from '../src/owner-list.js';
import {handbookOf, page} from './support.js';

const slugs = (pages: Record<string, string>, owners?: string) =>
  listOwners(handbookOf(pages, {owners})).map(({owner, slug}) => [owner.name, slug]);

test('owners stand in the order of owners.yml', () => {
  expect(slugs({p: page('owner: a')}, 'b: {name: Team B}\na: {name: Team A}\n')).toEqual([
    ['Team B', 'b'],
    ['Team A', 'a'],
  ]);
});

test('without that file they are whom the pages name', () => {
  expect(
    slugs({p: page('owner: sre'), q: page('owner: dba'), r: page('owner: sre'), s: page('tier: 1')}),
  ).toEqual([
    ['dba', 'dba'],
    ['sre', 'sre'],
  ]);
});

test('each has an address of its own, whatever its name', () => {
  expect(
    slugs({}, '"Team A/B": {}\n"team a b": {}\n"Équipe": {}\n"..": {}\n"#!": {}\n"v1.2_x": {}\n'),
  ).toEqual([
    ['Team A/B', 'Team-A-B'],
    ['team a b', 'team-a-b-2'],
    ['Équipe', 'Equipe'],
    ['..', 'owner'],
    ['#!', 'owner-2'],
    ['v1.2_x', 'v1.2_x'],
  ]);
});
