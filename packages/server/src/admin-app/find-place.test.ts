import { expect, it } from 'vitest';
import { findPlace } from './find-place.js';

it.each([
  ['/admin', { server: '', basePath: '/admin' }],
  ['/admin/sessions', { server: '', basePath: '/admin' }],
  ['/whatsapp/admin/', { server: '/whatsapp', basePath: '/whatsapp/admin' }],
  ['/administration/admin/keys', { server: '/administration', basePath: '/administration/admin' }],
])('finds the server and its pages from %s', (pathname, place) => {
  expect(findPlace(pathname)).toEqual(place);
});
