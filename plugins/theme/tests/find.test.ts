import {describe, expect, test} from 'vitest';
import {findPages, toSearchTerm} from '../src/client/search/find';

/** An index that, like Pagefind, replaces a word it does not have by the longest word that begins it. */
function indexOf(pages: Record<string, string>) {
  const vocabulary = Object.values(pages).flatMap((content) => content.toLowerCase().split(' '));
  function known(word: string): string | undefined {
    for (let length = word.length; length > 0; length -= 1) {
      const start = word.slice(0, length);
      if (vocabulary.some((other) => (length === word.length ? other.startsWith(start) : other === start))) {
        return start;
      }
    }
    return undefined;
  }
  return {
    async search(term: string) {
      const words = term.toLowerCase().split(' ').map(known);
      const results = Object.entries(pages).flatMap(([url, content]) => {
        const own = content.split(' ');
        const at = words.map((word) =>
          own.findIndex((other) => word && other.toLowerCase().startsWith(word)),
        );
        if (at.includes(-1)) return [];
        const page = {url, content, locations: at, meta: {title: url}, excerpt: '', sub_results: []};
        return [{id: url, data: async () => page}];
      });
      return {results};
    },
  };
}

async function find(pages: Record<string, string>, typed: string) {
  const {hits, missing} = await findPages(indexOf(pages), typed);
  return {pages: hits.map(({id}) => id), missing};
}

describe('what is found', () => {
  const pages = {
    '/disk': 'The disk is full so delete a log',
    '/net': 'connection refused by a peer on node kubernetes',
  };

  test('pages with all the words', async () => {
    expect(await find(pages, 'connection refused')).toEqual({pages: ['/net'], missing: []});
  });

  test('a word that is not written out yet', async () => {
    expect(await find(pages, 'conn')).toEqual({pages: ['/net'], missing: []});
  });

  test('nothing for a word that no page has, whatever it begins with', async () => {
    expect(await find(pages, 'archive')).toEqual({pages: [], missing: ['archive']});
  });

  test('the rest of an error message when one word in it is unknown', async () => {
    expect(await find(pages, 'connection refused by api-7f9c2')).toEqual({
      pages: ['/net'],
      missing: ['api-7f9c2'],
    });
  });

  test('nothing for an address that only shares numbers with a page', async () => {
    expect(await find({'/a': '10 pods and 1 node'}, '10.0.0.1')).toEqual({pages: [], missing: ['10.0.0.1']});
  });

  test('a term by its parts where it is nowhere as a whole', async () => {
    expect(await find(pages, 'node/kubernetes')).toEqual({
      pages: ['/net'],
      missing: ['node/kubernetes'],
    });
  });

  test('nothing where no page has all of the words', async () => {
    expect(await find(pages, 'disk refused')).toEqual({pages: [], missing: []});
  });
});

test.each([
  ['app=web', 'app web'],
  ['$HOME/.kube/config', 'HOME/.kube/config'],
  ['kubectl get pods | grep web', 'kubectl get pods grep web'],
  ['  --dry-run ', '--dry-run'],
  ['<namespace>', 'namespace'],
  ['"connection refused"', '"connection refused"'],
  ['= >', ''],
])('typed %s, the index is asked for %s', (typed, term) => {
  expect(toSearchTerm(typed)).toBe(term);
});

test('symbols that belong to words in the index stay in the query', () => {
  expect(toSearchTerm('C++ = x', '+')).toBe('C++ x');
});
