import { expect, it } from 'vitest';
import { loadOptional, MissingPackageError } from './missing-package.js';

const NAME = '@electric-sql/pglite';
const failing = (code: string, message: string) => async () =>
  Promise.reject(Object.assign(new Error(message), { code }));

it.each([
  ['ERR_MODULE_NOT_FOUND', `Cannot find package '${NAME}' imported from /app/index.js`],
  ['MODULE_NOT_FOUND', `Cannot find module '${NAME}'\nRequire stack:\n- /app/index.cjs`],
])('says what to install (%s)', async (code, message) => {
  const refused = loadOptional(NAME, 'The embedded database', failing(code, message));
  await expect(refused).rejects.toThrow(MissingPackageError);
  await expect(refused).rejects.toThrow(`The embedded database needs the package ${NAME}: npm install ${NAME}`);
});

it('passes on every other failure', async () => {
  const other = failing('ERR_MODULE_NOT_FOUND', "Cannot find package 'tslib' imported from @electric-sql/pglite");
  await expect(loadOptional(NAME, 'The embedded database', other)).rejects.toThrow('tslib');
});
