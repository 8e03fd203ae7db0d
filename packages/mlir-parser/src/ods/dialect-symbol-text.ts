const tokens = /("(?:[^"\\]|\\.)*")|\s*,\s*|([<([])\s*|(\s+)(?=[>)\]])|\s+/g;

/**
 * The text of a dialect's own type or attribute with the spacing that MLIR prints: equal types and attributes are the same object
 * however they were spaced. Strings stay as they are; so does the space inside braces, where dialects differ.
 */
export function normalisedSpacing(body: string): string {
  if (!/\s|,\S/.test(body)) return body;
  return body.replaceAll(tokens, (token: string, text?: string, open?: string, beforeClose?: string) => {
    if (text !== undefined || open !== undefined) return text ?? open ?? '';
    if (beforeClose !== undefined) return '';
    return token.includes(',') ? ', ' : ' ';
  });
}
