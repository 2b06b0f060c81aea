String log = new File(basedir, 'build.log').text
assert log.contains('soft-float-check is skipped')
assert !log.contains('API-1')
