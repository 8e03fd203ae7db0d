// An LLVM module in a context of its own.
#pragma once
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include <memory>

namespace mlirjs {

struct LlvmModule {
  LlvmModule();

  // Declared first: the module must go before its context.
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> module;
};

} // namespace mlirjs
