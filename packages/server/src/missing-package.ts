/** An optional package that a setting asks for is not installed. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError';
  readonly code = 'MISSING_PACKAGE';
  constructor(packageName: string, purpose: string, options?: ErrorOptions) {
    super(`${purpose} needs the package ${packageName}: npm install ${packageName}`, options);
  }
}

/**
 * Loads an optional package.
 *
 * @param purpose - what needs it, as a sentence's beginning: `The embedded database`.
 * @param load - imports it, or a module that does.
 * @throws {MissingPackageError}
 */
export async function loadOptional<Module>(
  packageName: string,
  purpose: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
    // One of its own dependencies may be missing just as well.
    if (isMissing && message.includes(`'${packageName}'`)) {
      throw new MissingPackageError(packageName, purpose, { cause: error });
    }
    throw error;
  }
}
