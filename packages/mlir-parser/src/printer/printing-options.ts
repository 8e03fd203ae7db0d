/** What of mlir-opt's printing flags is supported. */
export interface PrintingOptions {
  /** `--mlir-print-op-generic` */
  readonly generic?: boolean;
  /** `--mlir-print-debuginfo` */
  readonly debugInfo?: boolean;
  /** `--mlir-elide-elementsattrs-if-larger=N`: dense constants of more elements print as `dense_resource<__elided__>`. */
  readonly elideElementsIfLarger?: number;
  /** `--mlir-print-elementsattrs-with-hex-if-larger=N`, 100 by default; -1 never. */
  readonly hexElementsIfLarger?: number;
  /** `--mlir-print-local-scope`: no aliases. */
  readonly localScope?: boolean;
}
