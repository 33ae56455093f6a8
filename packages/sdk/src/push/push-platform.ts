/** The browser's side of web push as an interface, which tests replace. */
export interface PushPlatform {
  /** Whether this page can be given push at all. */
  isSupported(): boolean;
  /** iOS and iPadOS give push to pages of the Home Screen alone. */
  needsHomeScreen(): boolean;
  /** What was answered before. */
  permission(): PushPermission;
  /** Shows the browser's question; must be called at a tap. */
  requestPermission(): Promise<PushPermission>;
  /** Registers the service worker at this address, and resolves when it is active. */
  register(serviceWorker: string): Promise<PushRegistration>;
}

/** `Notification.permission`; `default`: nobody was asked yet, or the question was closed. */
export type PushPermission = 'default' | 'denied' | 'granted';

/** The parts of a `ServiceWorkerRegistration` that push needs. */
export interface PushRegistration {
  /** `PushManager` of the worker. */
  readonly pushManager: {
    getSubscription(): Promise<DeviceSubscription | null>;
    subscribe(options: {
      userVisibleOnly: boolean;
      applicationServerKey: Uint8Array<ArrayBuffer>;
    }): Promise<DeviceSubscription>;
  };
}

/** The parts of a `PushSubscription` that push needs. */
export interface DeviceSubscription {
  /** `applicationServerKey` is the key that it was made with. */
  readonly options?: { readonly applicationServerKey: ArrayBuffer | null } | undefined;
  /** What the server keeps. */
  toJSON(): { endpoint?: string; expirationTime?: number | null; keys?: Record<string, string> };
  /** Ends it at the push service. */
  unsubscribe(): Promise<boolean>;
}
