/* What reading the cycle counter costs, in relation to clock_gettime: the floor under any clock on it. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { CALLS = 1000000, ROUNDS = 101 };

static uint64_t monotonic(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* Not inlined, as a JVM calls the same instructions. */
#define COUNTER(name, ...) __attribute__((noinline)) static uint64_t name(void) { __VA_ARGS__ }
#if defined(__x86_64__)
COUNTER(unordered, uint32_t lo, hi; __asm__ volatile("rdtsc" : "=a"(lo), "=d"(hi)::"memory");
        return (uint64_t)hi << 32 | lo;)
COUNTER(fenced, uint32_t lo, hi; __asm__ volatile("lfence\n\trdtsc" : "=a"(lo), "=d"(hi)::"memory");
        return (uint64_t)hi << 32 | lo;)
COUNTER(rdtscp, uint32_t lo, hi, cpu; __asm__ volatile("rdtscp" : "=a"(lo), "=d"(hi), "=c"(cpu)::"memory");
        return (uint64_t)hi << 32 | lo;)
static const char *const names[] = {"clock_gettime", "rdtsc", "lfence; rdtsc", "rdtscp"};
static uint64_t (*const readers[])(void) = {monotonic, unordered, fenced, rdtscp};
#elif defined(__aarch64__)
COUNTER(unordered, uint64_t t; __asm__ volatile("mrs %0, cntvct_el0" : "=r"(t)::"memory"); return t;)
COUNTER(fenced, uint64_t t; __asm__ volatile("isb\n\tmrs %0, cntvct_el0" : "=r"(t)::"memory"); return t;)
static const char *const names[] = {"clock_gettime", "mrs cntvct_el0", "isb; mrs cntvct_el0"};
static uint64_t (*const readers[])(void) = {monotonic, unordered, fenced};
#endif
enum { READERS = sizeof readers / sizeof *readers };

static int ascending(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

int main(void) {
  static uint64_t picos[READERS][ROUNDS];
  volatile uint64_t sink = 0;
  for (int round = 0; round < ROUNDS; round++)
    for (int reader = 0; reader < READERS; reader++) {
      uint64_t start = monotonic();
      for (int i = 0; i < CALLS; i++) sink += readers[reader]();
      picos[reader][round] = (monotonic() - start) * 1000 / CALLS;
    }
  for (int reader = 0; reader < READERS; reader++) {
    qsort(picos[reader], ROUNDS, sizeof *picos[reader], ascending);
    uint64_t median = picos[reader][ROUNDS / 2], base = picos[0][ROUNDS / 2];
    printf("%-20s %3u.%u ns  %u.%02u\n", names[reader], (unsigned)(median / 1000), (unsigned)(median % 1000 / 100),
           (unsigned)(median / base), (unsigned)(median * 100 / base % 100));
  }
  return 0;
}
