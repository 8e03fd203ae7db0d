import { DiagnosticError, SourceFile } from '@mlir2zk/mlir-parser';
import { OperationPassManager, passInstance, type PassInstance } from './operation-pass-manager.js';
import { parseOptionValue, type OptionValue } from './pass-option.js';
import type { Pass } from './pass.js';
import type { PassRegistry } from './pass-registry.js';

/**
 * Parses MLIR's textual pass pipelines:
 *
 *     pipeline ::= anchor `(` [element (`,` element)*] `)`
 *     element  ::= pipeline | pass [`{` (option [`=` value])* `}`]
 *
 * Throws a DiagnosticError that points into the text.
 */
export function parsePassPipeline(text: string, registry: PassRegistry): OperationPassManager {
  return new PipelineParser(text, registry).parse();
}

/** Parses the options of a pass as they stand between braces. Throws a DiagnosticError. */
export function parsePassOptions(text: string, pass: Pass): Map<string, OptionValue> {
  return new PipelineParser(text, undefined).options(pass, text.length);
}

const nameCharacters = /[A-Za-z0-9_.-]/;

class PipelineParser {
  private readonly text: string;
  private readonly file: SourceFile;
  private readonly registry: PassRegistry | undefined;
  private at = 0;

  constructor(text: string, registry: PassRegistry | undefined) {
    this.text = text;
    this.file = new SourceFile('<pass-pipeline>', text);
    this.registry = registry;
  }

  parse(): OperationPassManager {
    this.skipSpace();
    const start = this.at;
    const name = this.name();
    if (name === '' || this.text[this.at] !== '(')
      throw this.error("expected pass pipeline to be wrapped with the anchor operation type, e.g. 'builtin.module(...)'", start);
    const manager = this.pipeline(name);
    this.skipSpace();
    if (this.at < this.text.length) throw this.error('expected the end of the pipeline', this.at);
    return manager;
  }

  /** The part in parentheses, which are next. */
  private pipeline(anchor: string): OperationPassManager {
    const manager = new OperationPassManager(anchor);
    const open = this.at++;
    this.skipSpace();
    if (this.accept(')')) return manager;
    for (;;) {
      this.element(manager);
      this.skipSpace();
      if (this.accept(')')) return manager;
      if (this.at >= this.text.length) throw this.error("this '(' is not closed", open);
      if (!this.accept(',')) throw this.error("expected ',' or ')' after a pass", this.at);
    }
  }

  private element(manager: OperationPassManager): void {
    this.skipSpace();
    const start = this.at;
    const name = this.name();
    if (name !== '' && this.text[this.at] === '(') {
      manager.addNested(this.pipeline(name));
      return;
    }
    const pass = this.registry?.get(name);
    if (pass === undefined) throw this.error(`'${name}' does not refer to a registered pass or pass pipeline`, start);
    if (pass.anchor !== undefined && manager.anchor !== pass.anchor)
      throw this.error(
        `can't add pass '${name}' restricted to '${pass.anchor}' on a pass manager intended to run on '${manager.anchor}', did you intend to nest?`,
        start,
      );
    manager.add(this.instance(pass));
  }

  private instance(pass: Pass): PassInstance {
    if (this.text[this.at] !== '{') return passInstance(pass);
    const open = this.at++;
    const close = this.closingBrace(open);
    const instance = passInstance(pass, this.options(pass, close));
    this.at = close + 1;
    return instance;
  }

  private closingBrace(open: number): number {
    let depth = 1;
    for (let at = open + 1; at < this.text.length; at++) {
      if (this.text[at] === '{') depth++;
      else if (this.text[at] === '}' && --depth === 0) return at;
    }
    throw this.error("this '{' is not closed", open);
  }

  options(pass: Pass, end: number): Map<string, OptionValue> {
    const values = new Map<string, OptionValue>();
    for (this.skipSpace(); this.at < end; this.skipSpace()) {
      const start = this.at;
      const name = this.name();
      const option = pass.options[name];
      if (option === undefined) throw this.error(`pass '${pass.name}' has no option '${name}'${knownOptions(pass)}`, start);
      const valueStart = this.at + 1;
      const text = this.accept('=') ? this.value(end) : undefined;
      const value = parseOptionValue(option.kind, text);
      if (value === undefined)
        throw this.error(`option '${name}' of pass '${pass.name}' takes a value of kind ${option.kind}`, text === undefined ? start : valueStart);
      values.set(name, value);
    }
    return values;
  }

  private value(end: number): string {
    const quote = this.text[this.at];
    if (quote === '"' || quote === "'") {
      const close = this.text.indexOf(quote, this.at + 1);
      if (close < 0 || close >= end) throw this.error('this quote is not closed', this.at);
      const value = this.text.slice(this.at + 1, close);
      this.at = close + 1;
      return value;
    }
    const start = this.at;
    while (this.at < end && !/\s/.test(this.text[this.at])) this.at++;
    return this.text.slice(start, this.at);
  }

  private name(): string {
    const start = this.at;
    while (this.at < this.text.length && nameCharacters.test(this.text[this.at])) this.at++;
    return this.text.slice(start, this.at);
  }

  private accept(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private error(message: string, at: number): DiagnosticError {
    const start = Buffer.byteLength(this.text.slice(0, at));
    return new DiagnosticError({ severity: 'error', message, range: { file: this.file, start, end: start + 1 } });
  }
}

function knownOptions(pass: Pass): string {
  const names = Object.keys(pass.options);
  return names.length === 0 ? '' : ` (it has: ${names.join(', ')})`;
}
