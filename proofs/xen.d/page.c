/*
 * Says whether a process may read the page that clock-xen looks for: "there" or "absent". A child tries
 * it, and may die of it.
 */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  char line[512];
  unsigned long start, end, page = 0;
  FILE *maps = fopen("/proc/self/maps", "r");
  while (maps && fgets(line, sizeof line, maps)) {
    if (sscanf(line, "%lx-%lx", &start, &end) != 2) continue;
    if (strstr(line, "[vvar_vclock]")) page = start;
    if (strstr(line, "[vvar]") && !page && end - start >= 0x2000) page = start + 0x1000;
  }
  if (page) {
    pid_t child = fork();
    int status = 1;
    /* A page that was never written has the multiplier 0. */
    if (child == 0) _exit(*(volatile unsigned *)(page + 24) == 0);
    if (child > 0) waitpid(child, &status, 0);
    page = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  puts(page ? "there" : "absent");
  return 0;
}
