/** The object's own properties, without a prototype: a polluted one changes nothing. */
export function ownProperties<Given extends object>(given: Given | null | undefined): Given {
  return Object.assign(Object.create(null) as Given, given);
}
