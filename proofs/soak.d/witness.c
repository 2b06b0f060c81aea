// Reads the clock with the index on standard input, and prints nanoseconds and resolution.
#include <stdio.h>
#include <time.h>

int main(void) {
  static const clockid_t clocks[] = {
      CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_REALTIME_COARSE,
      CLOCK_MONOTONIC_COARSE, CLOCK_BOOTTIME, CLOCK_TAI};
  int index;
  while ((index = getchar()) != EOF) {
    struct timespec now, resolution;
    if (clock_gettime(clocks[index], &now) != 0 || clock_getres(clocks[index], &resolution) != 0) {
      perror("witness");
      return 1;
    }
    printf("%lld %lld\n", now.tv_sec * 1000000000LL + now.tv_nsec,
           resolution.tv_sec * 1000000000LL + resolution.tv_nsec);
    fflush(stdout);
  }
  return 0;
}
