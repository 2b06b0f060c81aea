String log = new File(basedir, 'build.log').text
assert log.contains('[WARNING]') && log.contains('[API-1] returns double')
assert !log.contains('API-5')
