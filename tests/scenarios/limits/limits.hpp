// More parameters and more bases than Boost.Python takes by itself.
#pragma once

namespace limits {

inline int sum(int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11, int p12, int p13, int p14, int p15, int p16, int p17, int p18, int p19, int p20, int p21) {
  return p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10 + p11 + p12 + p13 + p14 + p15 + p16 + p17 + p18 + p19 + p20 + p21;
}

struct Base1 {};
struct Base2 {};
struct Base3 {};
struct Base4 {};
struct Base5 {};
struct Base6 {};
struct Base7 {};
struct Base8 {};
struct Base9 {};
struct Base10 {};
struct Base11 {};
struct Base12 {};

class Heir : public Base1, public Base2, public Base3, public Base4, public Base5, public Base6, public Base7, public Base8, public Base9, public Base10, public Base11, public Base12 {
 public:
  int sum(int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11, int p12, int p13, int p14, int p15, int p16, int p17, int p18, int p19, int p20, int p21) const {
    return limits::sum(p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20, p21);
  }
};

}  // namespace limits
