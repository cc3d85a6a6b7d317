// Compiled beside what is generated.
#include "parts.hpp"

namespace acme {

int half(int number) {
  return number / 2;
}
int third(int number) {
  return number / 3;
}
int fourth(int number) {
  return number / 4;
}
int fifth(int number) {
  return number / 5;
}

}  // namespace acme
