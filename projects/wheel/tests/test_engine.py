"""What the package does, once it is installed."""

import engine


def test_simulate():
    told = []
    assert round(engine.simulate(3, told.append), 3) == 1.645
    assert len(told) == 3
