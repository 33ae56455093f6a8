/** Dispatches an event of the element. @returns false where a listener has cancelled it. */
export function emit(element: Element, type: string, detail: object, cancelable = false): boolean {
  return element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
}
