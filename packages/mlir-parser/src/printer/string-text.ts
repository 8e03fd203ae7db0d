/** `text` (one byte a unit) in quotes, with what is not printable ASCII as `\XX`, as MLIR prints strings. */
export function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** The inside of `quoted`. */
export function escaped(text: string): string {
  return /^[ !#-[\]-~]*$/.test(text) ? text : text.replace(/[^ !#-[\]-~]/g, (character) => {
    if (character === '\\') return '\\\\';
    return `\\${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Whether `name` needs no quotes as the key of an attribute. */
export function isBareIdentifier(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_$.]*$/.test(name);
}

/** `@name`, in quotes where the name needs them. */
export function spellSymbolName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_$.]*$/.test(name) ? `@${name}` : `@${quoted(name)}`;
}
