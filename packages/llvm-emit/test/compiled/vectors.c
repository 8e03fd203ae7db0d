typedef float v4 __attribute__((vector_size(16))); typedef int i4 __attribute__((vector_size(16)));
v4 f(v4 a, v4 b, i4 m) { return __builtin_shufflevector(a, b, 0, 5, 2, 7) * a + (v4)(m & (i4)a); }
float g(v4 a, int i) { a[i] = 2; return a[0] + a[i]; }
_Float16 h(_Float16 x) { return x * (_Float16)1.5; } __bf16 bb = 1.5;
unsigned __int128 w(unsigned __int128 a) { return a * 12345678901234567890ull + (((unsigned __int128)1) << 100); }
int o(int a, int b) { int r; return __builtin_mul_overflow(a, b, &r) ? -1 : r + __builtin_popcount(a) + __builtin_clz(b); }
