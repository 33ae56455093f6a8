/** Whether an address is on this machine, where no vendor can call. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/.test(new URL(url).hostname);
}

/** Whether a vendor can call an address of ours. A stand-in on this machine can call this machine. */
export function isReachableFrom(vendorUrl: string, publicUrl: string): boolean {
  return !isLoopback(publicUrl) || isLoopback(vendorUrl);
}
