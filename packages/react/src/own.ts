/** The object's own properties, with no prototype behind them: a polluted one says nothing about a prompt. */
export function own<Given extends object>(given: Given): Given {
  return Object.assign(Object.create(null) as Given, given);
}
