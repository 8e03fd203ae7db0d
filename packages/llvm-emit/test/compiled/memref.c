#include <math.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <stdatomic.h>
typedef struct { float *allocated, *aligned; long offset, sizes[2], strides[2]; } memref2;
static const float weights[4] = {1, -2.5f, 0.1f, 3e-30f};
static long double wide = 1.25L;
_Atomic int counter;
__attribute__((section("mine"))) int in_section = 3;
_Thread_local int tls;
float matmul(memref2 a, memref2 b, memref2 *c) {
  float total = 0;
  for (long i = 0; i < a.sizes[0]; i++)
    for (long j = 0; j < b.sizes[1]; j++) {
      float s = 0;
      for (long k = 0; k < a.sizes[1]; k++) s += a.aligned[i * a.strides[0] + k] * b.aligned[k * b.strides[0] + j];
      c->aligned[i * c->strides[0] + j] = fmaxf(s, 0) + weights[(i + j) & 3];
      total += s;
    }
  counter++;
  return total + (float)wide + tls;
}
int pick(int x) { switch (x) { case 1: return 5; case 7: return 9; case -3: return 2; default: return printf("%d %s\n", x, "str\x01\xff"); } }
double vla(int n) { double v[n]; memset(v, 0, sizeof v); for (int i = 0; i < n; i++) v[i] = sin(i) + exp(v[i]); return v[n - 1]; }
int vsum(int n, ...) { __builtin_va_list l; __builtin_va_start(l, n); __builtin_va_end(l); return n; }
int cas(_Atomic int *p, int e) { atomic_thread_fence(memory_order_seq_cst); return atomic_compare_exchange_strong(p, &e, 3) + atomic_load(p); }
void *mem(void *a, void *b, long n) { memcpy(a, b, n); memmove(b, a, n); return malloc(n); }
int main(void) { return pick(3); }
