/** What breaks in the host's own listener, or here, must not break the host's page. */
export function guard(task: () => void): void {
  try {
    task();
  } catch (error) {
    console.error(error);
  }
}
