import type { DenseElementsAttr, ResourceBlob } from './attribute.js';
import type { HexDigits } from './hex-digits.js';
import type { Type } from './type.js';

/** Bytes that are decoded from the digits of a source text when somebody first looks at them. */
abstract class DecodedOnDemand {
  readonly digits: HexDigits;
  private decoded: Uint8Array | undefined = undefined;

  constructor(digits: HexDigits) {
    this.digits = digits;
  }

  get data(): Uint8Array {
    return (this.decoded ??= this.digits.decode());
  }
}

/** `dense<"0x…">` of elements that are stored as they are written. */
export class HexDenseElements extends DecodedOnDemand implements DenseElementsAttr {
  readonly kind = 'dense-elements';
  readonly splat = false;
  readonly strings = undefined;
  readonly id: number;
  readonly type: Type;

  constructor(id: number, type: Type, digits: HexDigits) {
    super(digits);
    this.id = id;
    this.type = type;
  }
}

/** A blob of a resource section. */
export class HexResourceBlob extends DecodedOnDemand implements ResourceBlob {
  readonly alignment: number;

  constructor(alignment: number, digits: HexDigits) {
    super(digits);
    this.alignment = alignment;
  }
}
