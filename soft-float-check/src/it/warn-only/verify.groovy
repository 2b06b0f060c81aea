String log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] error API-1 com.example.Ratio.value()')
