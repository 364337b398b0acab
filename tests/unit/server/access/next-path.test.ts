import { expect, it } from 'vitest';
import { nextPath } from '$lib/server/access/next-path';
import { networkOf } from '$lib/server/access/sign-in-throttle';

const ORIGIN = 'https://sheaf.test';

it.each([
  ['/care/sheffield-send?x=1#y', '/care/sheffield-send?x=1#y'],
  [null, '/'],
  ['', '/'],
  ['care', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in, %j leads to %s', (asked, path) => {
  expect(nextPath(asked, ORIGIN)).toBe(path);
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
