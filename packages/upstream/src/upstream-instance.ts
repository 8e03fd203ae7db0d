import { loadMlir, type DiagnosticListener, type Mlir } from 'mlir-js-bindings';

const ignore: DiagnosticListener = () => undefined;

let shared: Promise<Mlir> | undefined;
let listener = ignore;

/** The one instance of upstream's MLIR in this process; loading it takes about a tenth of a second. */
export function upstreamInstance(): Promise<Mlir> {
  return (shared ??= loadMlir({ onDiagnostic: (diagnostic) => listener(diagnostic) }));
}

/** Runs `action`, which is synchronous as all calls of upstream are, and hands its warnings and remarks to `report`. */
export function reporting<T>(report: DiagnosticListener, action: () => T): T {
  listener = report;
  try {
    return action();
  } finally {
    listener = ignore;
  }
}
