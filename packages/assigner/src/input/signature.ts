/** What the key of an input value says about its type, for instance `array<field<pallas_base>>`. */
export type Signature =
  | { readonly kind: 'int' }
  | { readonly kind: 'string' }
  | { readonly kind: 'field'; readonly field: string | undefined }
  | { readonly kind: 'curve'; readonly curve: string | undefined }
  /** Without an element signature, each element is an object with a key of its own. */
  | { readonly kind: 'array' | 'vector'; readonly element: Signature | undefined }
  | { readonly kind: 'struct'; readonly fields: readonly Signature[] | undefined };

const FIELDS = new Set(
  'pallas_base bls12381_base ed25519_base pallas_scalar bls12381_scalar ed25519_scalar'.split(' '),
);
const CURVES = new Set('pallas bls12381 ed25519'.split(' '));
const MAX_DEPTH = 64;

/** Reads a signature, or returns undefined if it is none. White space is allowed between its words. */
export function parseSignature(text: string): Signature | undefined {
  const tokens = text.match(/[A-Za-z0-9_]+|[<>,]|\S/g) ?? [];
  const parser = new SignatureParser(tokens);
  const signature = parser.read();
  return parser.atEnd() ? signature : undefined;
}

class SignatureParser {
  private readonly tokens: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  read(): Signature | undefined {
    if (++this.depth > MAX_DEPTH) return undefined;
    const kind = this.tokens[this.at++];
    switch (kind) {
      case 'int':
      case 'string':
        return { kind };
      case 'field': {
        const field = this.readName(FIELDS);
        return field === null ? undefined : { kind, field };
      }
      case 'curve': {
        const curve = this.readName(CURVES);
        return curve === null ? undefined : { kind, curve };
      }
      case 'array':
      case 'vector': {
        if (this.tokens[this.at] !== '<') return { kind, element: undefined };
        this.at++;
        const element = this.read();
        return element !== undefined && this.tokens[this.at++] === '>' ? { kind, element } : undefined;
      }
      case 'struct':
        return this.readStruct();
      default:
        return undefined;
    }
  }

  private readStruct(): Signature | undefined {
    if (this.tokens[this.at] !== '<') return { kind: 'struct', fields: undefined };
    const fields: Signature[] = [];
    do {
      this.at++;
      const field = this.read();
      if (field === undefined) return undefined;
      fields.push(field);
    } while (this.tokens[this.at] === ',');
    return this.tokens[this.at++] === '>' ? { kind: 'struct', fields } : undefined;
  }

  /** `<name>` with a known name; undefined if there is none, null if it is wrong. */
  private readName(known: ReadonlySet<string>): string | undefined | null {
    if (this.tokens[this.at] !== '<') return undefined;
    const name = this.tokens[this.at + 1] ?? '';
    if (!known.has(name) || this.tokens[this.at + 2] !== '>') return null;
    this.at += 3;
    return name;
  }
}
