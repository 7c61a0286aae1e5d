// Reads every file below a folder with libyaml and counts its events: the least that a reader of YAML in C does. Without
// a folder it tells the version of libyaml.
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <yaml.h>

static unsigned long events;

static int readFile(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status;
  (void)place;
  if (kind != FTW_F) return 0;
  FILE *file = fopen(path, "rb");
  yaml_parser_t parser;
  if (!file || !yaml_parser_initialize(&parser)) return 1;
  yaml_parser_set_input_file(&parser, file);
  for (int done = 0; !done;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%s: %s\n", path, parser.problem);
      return 1;
    }
    events += 1;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  fclose(file);
  return 0;
}

int main(int count, char **arguments) {
  if (count != 2) {
    printf("%s\n", yaml_get_version_string());
    return 0;
  }
  if (nftw(arguments[1], readFile, 16, FTW_PHYS) != 0) return 1;
  printf("%lu events\n", events);
  return 0;
}
