String log = new File(basedir, 'build.log').text
assert log.contains('soft-float-check: there is no rule API-99')
