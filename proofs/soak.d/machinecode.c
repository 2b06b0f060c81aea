// Runs the functions that MachineCodeHex prints, and compares their results with those of the C library.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>

static void *load(const char *symbol, FILE *hex, void *target) {
  char name[64];
  static char text[1024];
  rewind(hex);
  while (fscanf(hex, "%63s %1023s", name, text) == 2) {
    if (strcmp(name, symbol) != 0) continue;
    size_t length = strlen(text) / 2;
    unsigned char *page =
        mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) break;
    for (size_t i = 0; i < length; i++) sscanf(text + 2 * i, "%2hhx", page + i);
    uint64_t mark = 0x1122334455667788ull, address = (uint64_t)(uintptr_t)target;
    for (size_t i = 0; i + 8 <= length; i++)
      if (memcmp(page + i, &mark, 8) == 0) memcpy(page + i, &address, 8);
    if (mprotect(page, 4096, PROT_READ | PROT_EXEC) != 0) break;
    return page;
  }
  printf("wrong: no function %s\n", symbol);
  exit(1);
}

static int64_t now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int failing_clock(clockid_t clock, struct timespec *t) { return -1; }
static int failing_usage(int who, struct rusage *usage) { return -1; }

static void check(int good, const char *what) {
  if (!good) {
    printf("wrong: %s\n", what);
    exit(1);
  }
}

int main(int argc, char **argv) {
  FILE *hex = fopen(argv[1], "r");
  check(hex != 0, "cannot open the file with the functions");
  uint64_t (*unordered)(void) = load("unordered", hex, 0);
  uint64_t (*ordered)(void) = load("ordered", hex, 0);
  int64_t (*clock_nanos)(int) = load("clockNanos", hex, (void *)clock_gettime);
  int64_t (*user_nanos)(void) = load("threadUserNanos", hex, (void *)getrusage);
  int (*sample)(int, int64_t *) = load("sample", hex, (void *)clock_gettime);
  int64_t (*cpu_nanos)(int) = load("cpuNanos", hex, 0);
  int64_t (*no_clock)(int) = load("clockNanos", hex, (void *)failing_clock);
  int64_t (*no_usage)(void) = load("threadUserNanos", hex, (void *)failing_usage);
  int (*no_sample)(int, int64_t *) = load("sample", hex, (void *)failing_clock);

  check(no_clock(CLOCK_MONOTONIC) == INT64_MIN, "clockNanos does not report a failure");
  check(no_usage() == INT64_MIN, "threadUserNanos does not report a failure");
  check(cpu_nanos(4711) == INT64_MIN, "cpuNanos does not report a failure");
  int64_t out[5] = {0, 0, 0, 0, 4711};
  check(no_sample(CLOCK_MONOTONIC, out) != 0, "sample does not report a failure");

  uint64_t last = ordered();
  for (int i = 0; i < 200000; i++) {
    int64_t before = now(CLOCK_MONOTONIC), mine = clock_nanos(CLOCK_MONOTONIC);
    check(before <= mine && mine <= now(CLOCK_MONOTONIC), "clockNanos is not CLOCK_MONOTONIC");
    before = now(CLOCK_REALTIME), mine = clock_nanos(CLOCK_REALTIME);
    check(before <= mine && mine <= now(CLOCK_REALTIME), "clockNanos is not CLOCK_REALTIME");
    if (i % 100 == 0) {
      before = now(CLOCK_THREAD_CPUTIME_ID), mine = cpu_nanos(CLOCK_THREAD_CPUTIME_ID);
      check(before <= mine && mine <= now(CLOCK_THREAD_CPUTIME_ID), "cpuNanos is not the CPU time");
    }
    uint64_t ticks = ordered();
    check(ticks >= last, "ordered goes back");
    last = ticks;
    check(sample(CLOCK_MONOTONIC, out) == 0, "sample fails");
    check(out[4] == 4711, "sample writes beyond its buffer");
    check(out[0] >= (int64_t)last && out[3] >= out[0], "the counter of sample goes back");
    int64_t inside = out[1] * 1000000000LL + out[2];
    mine = clock_nanos(CLOCK_REALTIME);
    check(mine - now(CLOCK_REALTIME) + now(CLOCK_MONOTONIC) - inside < 1000000000LL,
          "the clock of sample is not CLOCK_MONOTONIC");
    last = out[3];
  }
  struct rusage usage;
  int64_t user = user_nanos();
  getrusage(RUSAGE_THREAD, &usage);
  int64_t later = (usage.ru_utime.tv_sec * 1000000LL + usage.ru_utime.tv_usec) * 1000;
  check(user > 0 && user <= later && later - user < 1000000000LL, "threadUserNanos is off");

  // The counter's rate against the kernel's clock, over 0.3 s, in ticks per second.
  uint64_t first = unordered();
  int64_t began = now(CLOCK_MONOTONIC);
  while (now(CLOCK_MONOTONIC) - began < 300000000)
    ;
  uint64_t ticks = unordered() - first;
  int64_t nanos = now(CLOCK_MONOTONIC) - began;
  uint64_t rate = (uint64_t)((unsigned __int128)ticks * 1000000000u / nanos);
#ifdef __aarch64__
  uint64_t expected;
  __asm__("mrs %0, cntfrq_el0" : "=r"(expected));
  check(rate > expected - expected / 50 && rate < expected + expected / 50,
        "the counter does not run at cntfrq_el0");
#endif
  printf("machine code correct, counter at %llu Hz\n", (unsigned long long)rate);
  return 0;
}
