import type { FormatElement } from './dialect-table.js';

/** Parses an ODS `assemblyFormat` string; the grammar is that of mlir-tblgen's format lexer and parser. */
export function parseAssemblyFormat(text: string): FormatElement[] {
  const tokens = tokenize(text);
  let at = 0;

  const peek = (): string | undefined => tokens[at];
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`expected ${expected ?? 'a token'}, got ${token ?? 'the end'} in assembly format: ${text}`);
    return token;
  };
  const list = (close: string): FormatElement[] => {
    const items: FormatElement[] = [];
    while (peek() !== close) {
      items.push(element());
      if (peek() === ',') take();
    }
    take(close);
    return items;
  };
  const argument = (): FormatElement => {
    take('(');
    const inner = element();
    take(')');
    return inner;
  };

  /** The elements of a group up to `)`, with the index of the one marked `^`. */
  const group = (): { elements: FormatElement[]; anchor: number } => {
    const elements: FormatElement[] = [];
    let anchor = -1;
    while (peek() !== ')') {
      elements.push(element());
      if (peek() === '^') {
        take();
        anchor = elements.length - 1;
      }
    }
    take(')');
    return { elements, anchor };
  };

  const optionalGroup = (): FormatElement => {
    const then = group();
    if (peek() === ':') {
      take();
      take('(');
      const otherwise = group();
      take('?');
      return then.anchor >= 0
        ? { optional: then.elements, anchor: then.anchor, else: otherwise.elements }
        : { optional: then.elements, anchor: otherwise.anchor, inElse: true, else: otherwise.elements };
    }
    take('?');
    return { optional: then.elements, anchor: then.anchor };
  };

  const element = (): FormatElement => {
    const token = take();
    if (token === '(') return optionalGroup();
    if (token.startsWith("'") || token.startsWith('$')) return token;
    switch (token) {
      case 'type':
        return { type: argument() };
      case 'qualified':
        return { qualified: argument() };
      case 'ref':
        return { ref: argument() };
      case 'functional-type': {
        take('(');
        const inputs = element();
        take(',');
        const results = element();
        take(')');
        return { 'functional-type': [inputs, results] };
      }
      case 'custom': {
        take('<');
        const custom = take();
        take('>');
        take('(');
        return { custom, args: list(')') };
      }
      case 'struct':
        take('(');
        return { struct: list(')') };
      case 'oilist': {
        take('(');
        const clauses: FormatElement[][] = [[]];
        while (peek() !== ')') {
          if (peek() === '|') {
            take();
            clauses.push([]);
          } else {
            clauses[clauses.length - 1]?.push(element());
          }
        }
        take(')');
        return { oilist: clauses };
      }
      default:
        return token;
    }
  };

  const elements: FormatElement[] = [];
  while (at < tokens.length) elements.push(element());
  return elements;
}

function tokenize(text: string): string[] {
  const pattern = /\s+|`([^`]*)`|"[^"]*"|\$\w+|[A-Za-z_][\w-]*|[()<>?^,:|]/gy;
  const tokens: string[] = [];
  for (let end = 0; end < text.length; end = pattern.lastIndex) {
    const match = pattern.exec(text);
    if (match === null) throw new Error(`bad assembly format at offset ${end}: ${text}`);
    // ODS writes a newline as backslash n between backticks.
    if (match[1] !== undefined) tokens.push(`'${match[1] === String.raw`\n` ? '\n' : match[1]}`);
    else if (match[0].trim() !== '') tokens.push(match[0]);
  }
  return tokens;
}
