// A class that the rest is written for by hand.
#pragma once

namespace verbatim {

class Dial {
 public:
  int turn(int by) { return position_ += by; }

 private:
  int position_ = 0;
};

}  // namespace verbatim
