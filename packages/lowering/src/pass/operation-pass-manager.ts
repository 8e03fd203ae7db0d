import { optionText, type OptionValue } from './pass-option.js';
import type { Pass } from './pass.js';

/** A pass with values for all its options. */
export interface PassInstance {
  readonly pass: Pass;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** `pass` with the options `given` and defaults for the others. Throws an Error for one it does not have. */
export function passInstance(pass: Pass, given: Iterable<readonly [string, OptionValue]> = []): PassInstance {
  const options: Record<string, OptionValue> = {};
  for (const [name, option] of Object.entries(pass.options)) options[name] = option.default;
  for (const [name, value] of given) {
    if (!(name in options)) throw new Error(`pass '${pass.name}' has no option '${name}'`);
    options[name] = value;
  }
  return { pass, options };
}

/** A list of passes and of nested lists, for operations of one name. */
export class OperationPassManager {
  /** The name of the operations it runs on; `any`: whatever it is given. */
  readonly anchor: string;
  /** In the order in which they run. */
  readonly elements: (PassInstance | OperationPassManager)[] = [];

  /** An empty list for operations named `anchor`. */
  constructor(anchor: string) {
    this.anchor = anchor;
  }

  /**
   * Appends a pass. One that is restricted to another operation goes into a nested list for that
   * operation, as with the flags of `mlir-opt`.
   */
  add(instance: PassInstance): void {
    const { anchor } = instance.pass;
    if (anchor === undefined || anchor === this.anchor) this.elements.push(instance);
    else this.nest(anchor).add(instance);
  }

  /** Appends a nested list. */
  addNested(manager: OperationPassManager): void {
    this.elements.push(manager);
  }

  /** The nested list for operations `anchor` that comes last; a new one if a pass came last. */
  nest(anchor: string): OperationPassManager {
    const last = this.elements.at(-1);
    if (last instanceof OperationPassManager && last.anchor === anchor) return last;
    const nested = new OperationPassManager(anchor);
    this.elements.push(nested);
    return nested;
  }

  /** The text that parses to this list again. */
  toString(): string {
    return `${this.anchor}(${this.elements.map(elementText).join(',')})`;
  }
}

function elementText(element: PassInstance | OperationPassManager): string {
  if (element instanceof OperationPassManager) return element.toString();
  const options = Object.entries(element.options).map(([name, value]) => `${name}=${optionText(value)}`);
  return options.length === 0 ? element.pass.name : `${element.pass.name}{${options.join(' ')}}`;
}
