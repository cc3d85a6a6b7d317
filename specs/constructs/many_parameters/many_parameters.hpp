// More parameters than Boost.Python takes unless it is told.
#pragma once

namespace many_parameters {

inline int sum(int a, int b, int c, int d, int e, int f, int g, int h,  //
               int i, int j, int k, int l, int m, int n, int o, int p) {
  return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p;
}

}  // namespace many_parameters
