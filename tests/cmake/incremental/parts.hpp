// What the module parts binds.
#pragma once

namespace acme {

int half(int number);
int third(int number);
int fourth(int number);
int fifth(int number);

}  // namespace acme
