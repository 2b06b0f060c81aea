String log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] warning API-1 com.example.Ratio.value()')
assert !log.contains('API-5')
