import type { CustomDirective } from '../../ods/custom-directive.js';
import { denseArrayIntegers } from '../../ir/dense-array.js';
import { llvmElementType } from './llvm-type-text.js';

/** Writes nothing; the type of the element at a position follows from the container. Arguments: type, container type, position. */
export const insertExtractValueElementType: CustomDirective = {
  parse(parser, args) {
    const [container] = args.types(1);
    const element = container === undefined ? undefined : llvmElementType(parser.context, container, denseArrayIntegers(args.attribute(2)));
    if (element === undefined) return parser.error('invalid position in an LLVM aggregate type');
    args.types(0).push(element);
  },
  print() {},
};

/** Writes nothing; the result of a shuffle is as long as its mask. Arguments: vector type, result type, mask. */
export const shuffleType: CustomDirective = {
  parse(parser, args) {
    const [vector] = args.types(0);
    if (vector?.kind !== 'vector') return parser.error('expected an LLVM compatible vector type');
    const length = denseArrayIntegers(args.attribute(2)).length;
    args.types(1).push(parser.context.vectorType([length], vector.elementType, [vector.scalable[0] === true]));
  },
  print() {},
};
