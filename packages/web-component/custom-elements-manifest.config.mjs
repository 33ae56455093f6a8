// @ts-check

/** Read by `scripts/build-extras.mjs`. `packagejson` is off: the analyzer writes to the manifest of the folder it runs in. */
export default { globs: ['src/whatsapp-optin-element.ts'], quiet: true, packagejson: false };
