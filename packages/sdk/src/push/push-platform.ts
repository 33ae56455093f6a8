/** The browser's side of web push as an interface, which tests replace. */
export interface PushPlatform {
  /** Whether this page can be given push at all. */
  isSupported(): boolean;
  /** iOS and iPadOS give push to pages of the Home Screen alone. */
  needsHomeScreen(): boolean;
  permission(): PushPermission;
  /** Shows the browser's question; must be called at a tap. */
  requestPermission(): Promise<PushPermission>;
  register(serviceWorker: string): Promise<PushRegistration>;
}

export type PushPermission = 'default' | 'denied' | 'granted';

/** The parts of a `ServiceWorkerRegistration` that push needs. */
export interface PushRegistration {
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
  readonly options?: { readonly applicationServerKey: ArrayBuffer | null } | undefined;
  toJSON(): { endpoint?: string; expirationTime?: number | null; keys?: Record<string, string> };
  unsubscribe(): Promise<boolean>;
}
