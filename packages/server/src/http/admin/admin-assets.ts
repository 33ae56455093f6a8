/** The files of the page at /admin, as they were built; the composition root supplies them. */
export interface AdminAssets {
  /** @param name - `index.html`, `assets/index-x3Fq.js`. `null`: there is no such file. */
  read(name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string } | null>;
}
