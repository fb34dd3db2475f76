"""OD v1 (docs/explanation/simulation.md) on SimPy 3 or 4, to stand beside `waystation bench od`.

Usage: od_simpy.py DAYS [SEED]. Prints one JSON line: days a CPU second, and mean and half width of
the 95 % interval of each output. Written as SimPy's own examples are: one process a visitor.
"""
import json
import random
import sys
import time
from math import log, sqrt

import simpy

OPEN, CAP = 480, 15
RATES = [1.2, 1.4, 1.2, .9, .7, .6, .4, .3, .3, .4, .5, .5, .4, .3, .2, .1]
BOOKED, ELDER, ORDINARY, BUSINESS = range(4)


def lognormal(mean, variation):
    square = log(1 + variation * variation)
    return log(mean) - square / 2, sqrt(square)


SERVICE = [lognormal(6, .6), lognormal(6, .6), lognormal(5, .6), lognormal(9, .6)]
MACHINE, WITHDRAWAL, DEPOSIT = lognormal(3, .5), lognormal(2000, 1), lognormal(1800, 1)
TO_WINDOW = [1, .8, .4, 1]


class Day:
    def __init__(self, rng):
        self.rng = rng
        self.env = simpy.Environment()
        self.windows = simpy.PriorityResource(self.env, 3)
        self.machines = simpy.Resource(self.env, 4)
        self.door = simpy.PriorityResource(self.env, CAP)
        self.served = self.balked = self.left_outside = self.left_window = self.called = 0
        self.waited = self.inside_minutes = self.cap_minutes = self.since = 0.0
        self.inside = 0
        self.cash = self.least_cash = 180_000.0

    def count(self, change):
        now = min(self.env.now, OPEN)
        self.inside_minutes += (now - self.since) * self.inside
        self.cap_minutes += (now - self.since) * (self.inside >= CAP)
        self.since = now
        self.inside += change

    def at_window(self, kind):
        came = self.env.now
        turn = self.windows.request(priority=min(kind, 2))
        yield turn | self.env.timeout(self.rng.expovariate(1 / 45))
        if not turn.triggered:
            turn.cancel()
            self.left_window += 1
            return
        self.waited += self.env.now - came
        self.called += 1
        yield self.env.timeout(self.rng.lognormvariate(*SERVICE[kind]))
        self.windows.release(turn)
        self.served += 1
        if self.rng.random() < .7:
            self.cash -= self.rng.lognormvariate(*WITHDRAWAL)
        else:
            self.cash += self.rng.lognormvariate(*DEPOSIT)
        self.least_cash = min(self.least_cash, self.cash)

    def at_machine(self, kind):
        turn = self.machines.request()
        yield turn
        yield self.env.timeout(self.rng.lognormvariate(*MACHINE))
        self.machines.release(turn)
        if self.rng.random() < .1:
            yield from self.at_window(kind)
        else:
            self.served += 1

    def visitor(self, kind):
        outside = len(self.door.queue)
        place = self.door.request(priority=0 if kind == BOOKED else 1)
        if not place.triggered:
            if kind != BOOKED and self.rng.random() * 20 < outside:
                place.cancel()
                self.balked += 1
                return
            patience = min(self.rng.expovariate(1 / 30), OPEN - self.env.now)
            yield place | self.env.timeout(max(0, patience))
            if not place.triggered:
                place.cancel()
                self.left_outside += 1
                return
        self.count(+1)
        if self.rng.random() < TO_WINDOW[kind]:
            yield from self.at_window(kind)
        else:
            yield from self.at_machine(kind)
        self.count(-1)
        self.door.release(place)

    def walk_ins(self):
        while True:
            yield self.env.timeout(self.rng.expovariate(max(RATES)))
            if self.env.now >= OPEN:
                return
            if self.rng.random() * max(RATES) < RATES[int(self.env.now / 30)]:
                draw = self.rng.random()
                kind = ELDER if draw < .45 else ORDINARY if draw < .9 else BUSINESS
                self.env.process(self.visitor(kind))

    def appointment(self, arrives):
        yield self.env.timeout(arrives)
        self.env.process(self.visitor(BOOKED))

    def rest(self, begins):
        yield self.env.timeout(begins)
        window = self.windows.request(priority=-1)
        yield window
        yield self.env.timeout(30)
        self.windows.release(window)

    def play(self):
        self.env.process(self.walk_ins())
        for due in range(20, 461, 20):
            if self.rng.random() < .85:
                self.env.process(self.appointment(due - 10 + 15 * self.rng.random()))
        for begins in (180, 210, 240):
            self.env.process(self.rest(begins))
        self.env.run()
        return {'served': self.served, 'balked': self.balked, 'left_outside': self.left_outside,
                'left_window': self.left_window,
                'window_wait_minutes': self.waited / max(1, self.called),
                'lobby_mean': self.inside_minutes / OPEN,
                'time_at_cap_share': self.cap_minutes / OPEN, 'cash_out': self.least_cash < 0}


def main():
    days = int(sys.argv[1])
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 5)
    begin = time.process_time()
    rows = [Day(rng).play() for _ in range(days)]
    out = {'case': 'od', 'engine': 'simpy ' + simpy.__version__, 'days': days,
           'fresh_days_per_second': round(days / (time.process_time() - begin), 1)}
    for name in rows[0]:
        mean = sum(row[name] for row in rows) / days
        variance = sum((row[name] - mean) ** 2 for row in rows) / (days - 1)
        out[name] = {'mean': round(mean, 4), 'half': round(1.96 * sqrt(variance / days), 4)}
    print(json.dumps(out))


main()
