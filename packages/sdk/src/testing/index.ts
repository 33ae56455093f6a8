export { CARD_CASES, createCasePlatform, type CardCase } from './card-cases.js';
export { OPT_IN_VIEW_CASES, type OptInViewCase } from './opt-in-view-cases.js';
export {
  DESKTOP_USER_AGENT,
  PHONE_USER_AGENT,
  createFakePlatform,
  createFakeStorage,
  createFakeStream,
  jsonResponse,
  settle,
  type FakePlatform,
  type FakePlatformOptions,
  type FakeRequest,
} from './fake-platform.js';
export { cardOutline, readCardOutline } from './card-outline.js';
