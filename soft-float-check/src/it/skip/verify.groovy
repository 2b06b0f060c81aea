String log = new File(basedir, 'build.log').text
assert log.contains('soft-float-check: skipped')
assert !log.contains('API-1')
