/*
 * Finds the page of the hypervisor that the Linux kernel maps into every process, and prints it with the
 * kernel's clock once a second, for the Java core to decode. Prints "absent" if there is none; a child
 * process reads the page first, because that may be fatal. Argument: number of seconds.
 *
 * Lines:  kernel <CLOCK_MONOTONIC_RAW in the middle of the sample, ns> <width of the sample, ns>
 *         page here <counter before> <counter after> <vcpu_time_info, 32 bytes> <16 bytes of zeros>
 * The first line in decimal, the second as kernel.c prints it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef unsigned long long u64;

static u64 counter(void) {
  unsigned low, high;
  __asm__ volatile("lfence; rdtsc; lfence" : "=a"(low), "=d"(high) : : "memory");
  return (u64)high << 32 | low;
}

static u64 kernel(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC_RAW, &t);
  return (u64)t.tv_sec * 1000000000 + (u64)t.tv_nsec;
}

static unsigned long find(void) {
  char line[512];
  unsigned long start, end, page = 0;
  FILE *maps = fopen("/proc/self/maps", "r");
  while (maps && fgets(line, sizeof line, maps)) {
    if (sscanf(line, "%lx-%lx", &start, &end) != 2) continue;
    if (strstr(line, "[vvar_vclock]")) page = start;
    if (strstr(line, "[vvar]") && !page && end - start >= 0x2000) page = start + 0x1000;
  }
  if (!page) return 0;
  pid_t child = fork();
  int status = 1;
  /* A page that was never written has the multiplier 0. */
  if (child == 0) _exit(*(volatile unsigned *)(page + 24) == 0);
  if (child > 0) waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? page : 0;
}

/* Prints the narrowest of many samples during which the page was not updated. */
static void print_sample(const volatile u64 *page) {
  u64 best = ~0ull, at = 0, before = 0, after = 0, copy[4] = {0};
  for (int i = 0; i < 2000; i++) {
    u64 now[4], k = kernel(), b = counter();
    for (int w = 0; w < 4; w++) now[w] = page[w];
    u64 a = counter(), width = kernel() - k;
    if (width >= best || (now[0] & 1) || page[0] != now[0]) continue;
    best = width, at = k + width / 2, before = b, after = a;
    memcpy(copy, now, sizeof copy);
  }
  printf("kernel %llu %llu\npage here %016llx %016llx ", at, best, before, after);
  for (unsigned i = 0; i < sizeof copy; i++) printf("%02x", ((unsigned char *)copy)[i]);
  puts(" 00000000000000000000000000000000");
}

int main(int count, char **arguments) {
  unsigned long page = find();
  if (!page) {
    puts("absent");
    return 0;
  }
  for (int left = count > 1 ? atoi(arguments[1]) : 1; left >= 0; left--) {
    print_sample((const volatile u64 *)page);
    if (left) sleep(1);
  }
  return 0;
}
