String log = new File(basedir, 'build.log').text
assert log.contains('error ALLOW-2 com.example.Ratio#value()')
