/** Whether a value is what front matter's `pattern` asks for; the whole of it, as in a browser's form. */
export function matchesPattern(value: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    // The build has reported it.
    return true;
  }
}
