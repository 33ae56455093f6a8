export { disablePush, enablePush, type EnablePushOptions, type PushResult, type PushTarget } from './enable-push.js';
export type { DeviceSubscription, PushPermission, PushPlatform, PushRegistration } from './push-platform.js';
export type { OptInCredentials } from '../opt-in/opt-in.js';
