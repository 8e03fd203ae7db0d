// Refers to every entry point of the driver, so that a native link shows which archive members
// the driver needs (toolchain/list-sources.sh). Not part of the WebAssembly build.
extern "C" {
#define ENTRY(NAME) int NAME();
#include "native-entries.inc"
#undef ENTRY
}

int main(int argumentCount, char **) {
  int (*const entries[])() = {
#define ENTRY(NAME) NAME,
#include "native-entries.inc"
#undef ENTRY
  };
  return entries[argumentCount % (sizeof(entries) / sizeof(*entries))] == nullptr;
}
