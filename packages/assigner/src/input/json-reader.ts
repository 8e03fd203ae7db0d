import { InputError } from './input-error.js';
import type { InputText } from './input-error.js';

/** A JSON value with its place. Numbers stay as written: they may be larger than a double can hold. */
export type JsonNode =
  | { readonly kind: 'array'; readonly offset: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly offset: number; readonly entries: ReadonlyArray<readonly [string, JsonNode]> }
  | { readonly kind: 'string'; readonly offset: number; readonly value: string }
  | { readonly kind: 'number'; readonly offset: number; readonly text: string }
  | { readonly kind: 'literal'; readonly offset: number; readonly text: 'true' | 'false' | 'null' };

const MAX_DEPTH = 256;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Reads JSON as the assigner's inputs need it. `JSON.parse` would round integers beyond 2^53 and forget where values stand.
 *
 * @throws InputError
 */
export function readJson(file: InputText): JsonNode {
  const reader = new JsonReader(file);
  return reader.readAll();
}

class JsonReader {
  private readonly file: InputText;
  private at = 0;
  private depth = 0;

  constructor(file: InputText) {
    this.file = file;
  }

  readAll(): JsonNode {
    const value = this.readValue();
    if (this.at < this.file.text.length) this.fail('expected the end of the file');
    return value;
  }

  private fail(reason: string): never {
    throw new InputError(this.file, this.at, reason);
  }

  private readValue(): JsonNode {
    this.match(SPACE);
    const offset = this.at;
    let value: JsonNode;
    switch (this.file.text[offset]) {
      case '[':
        value = { kind: 'array', offset, items: this.readSequence(']', () => this.readValue()) };
        break;
      case '{':
        value = { kind: 'object', offset, entries: this.readSequence('}', () => this.readEntry()) };
        break;
      case '"':
        value = { kind: 'string', offset, value: this.readString() };
        break;
      default: {
        const number = this.match(NUMBER);
        if (number !== '') {
          value = { kind: 'number', offset, text: number };
          break;
        }
        const literal = this.match(LITERAL);
        if (literal === '') this.fail('expected a JSON value');
        value = { kind: 'literal', offset, text: literal as 'true' | 'false' | 'null' }; // what LITERAL matches
      }
    }
    this.match(SPACE);
    return value;
  }

  private readEntry(): readonly [string, JsonNode] {
    this.match(SPACE);
    const key = this.readString();
    this.match(SPACE);
    if (this.file.text[this.at] !== ':') this.fail("expected ':'");
    this.at++;
    return [key, this.readValue()];
  }

  private readSequence<T>(close: ']' | '}', readItem: () => T): T[] {
    if (++this.depth > MAX_DEPTH) this.fail('JSON is nested too deeply');
    const items: T[] = [];
    this.at++;
    this.match(SPACE);
    if (this.file.text[this.at] !== close) {
      for (;;) {
        items.push(readItem());
        if (this.file.text[this.at] !== ',') break;
        this.at++;
      }
    }
    if (this.file.text[this.at] !== close) this.fail(`expected ',' or '${close}'`);
    this.at++;
    this.depth--;
    return items;
  }

  private readString(): string {
    const text = this.match(STRING);
    if (text === '') this.fail('expected a string');
    return JSON.parse(text) as string; // STRING matches JSON strings only
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.file.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}
