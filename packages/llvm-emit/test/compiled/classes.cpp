struct A { virtual int f(int) ; int x; }; int A::f(int a) { return a + x; }
struct B : A { int f(int a) override { if (a < 0) throw a; return a; } };
template <class T> T mx(T a, T b) { return a > b ? a : b; }
inline int counted() { static int n = 0; return ++n; }
int use(A *a) { try { return a->f(mx(1, 2)) + counted(); } catch (int e) { return e; } }
B b;
