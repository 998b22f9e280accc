import {expect, test} from 'vitest';
import {parts, queryWords, squash, toSearchTerms} from '../src/client/search/query';

test.each([
  ['app=web', ['appweb', 'app web']],
  ['$HOME/.kube/config', ['HOME/.kube/config']],
  ['kubectl get pods | grep web', ['kubectl get pods grep web']],
  ['node/<node-name>', ['node/node-name', 'node/ node-name']],
  ['  --dry-run ', ['--dry-run']],
  ['= >', ['']],
])('typed %s, the index is asked for %j', (typed, terms) => {
  expect(toSearchTerms(typed)).toEqual(terms);
});

test('symbols that belong to words in the index stay in the query', () => {
  expect(toSearchTerms('c++ x=1', '+')).toEqual(['c++ x1', 'c++ x 1']);
});

test('the words of a query are each asked for once, and signs alone are none', () => {
  expect(queryWords('oc get pods - oc logs')).toEqual(['oc', 'get', 'pods', 'logs']);
});

test.each([
  ['node.example.com/path', ['node', 'example', 'com', 'path']],
  ['KubePodCrashLooping', ['Kube', 'Pod', 'Crash', 'Looping']],
  ['etcdHighNumberOfFailedGRPCRequests', ['etcd', 'High', 'Number', 'Of', 'Failed', 'GRPC', 'Requests']],
  ['idx_status_created', ['idx', 'status', 'created']],
  ['word', []],
])('%s falls into %j', (term, words) => {
  expect(parts(term)).toEqual(words);
});

test('a name is the same however its words are parted', () => {
  expect(squash('kube-pod crash_looping')).toBe(squash('KubePodCrashLooping'));
});
