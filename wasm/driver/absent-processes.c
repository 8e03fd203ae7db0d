/* Functions of an operating system with processes and signals, which LLVM's Support library
   refers to and nothing here calls. */
#include <stdlib.h>

/* Only CrashRecoveryContext, which recovers from signals: there are none. */
int setjmp(void *buffer) {
  (void)buffer;
  return 0;
}
void longjmp(void *buffer, int value) {
  (void)buffer;
  (void)value;
  abort();
}

/* Support/Program.cpp: there are no child processes. */
int wait4(int process, int *status, int options, void *usage) {
  (void)process;
  (void)status;
  (void)options;
  (void)usage;
  return -1;
}
