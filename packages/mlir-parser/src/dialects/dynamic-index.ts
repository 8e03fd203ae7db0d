/** `ShapedType::kDynamic`: stands for a value known only when the program runs, in `static_sizes` and the like. */
export const dynamicIndex = -(2n ** 63n);
