"""F10: a thread comes back from a released region when the interpreter finalises already."""

import threading

from support import binding

threading.Thread(target=binding.stand_at_gate, daemon=True).start()
binding.wait_until_one_stands()
keeper = binding.GateKeeper()  # dies when this module is torn down
