/** The object's own properties, without a prototype: a polluted one changes nothing. */
export function ownOptions<Options extends object>(options: Options | null | undefined): Options {
  return Object.assign(Object.create(null) as Options, options);
}
