// Which dialects, interfaces and passes of MLIR are built in.
#pragma once
#include "mlir/IR/DialectRegistry.h"

namespace mlirjs {

void registerDialects(mlir::DialectRegistry &registry);

// Global and needed once.
void registerPasses();

} // namespace mlirjs
