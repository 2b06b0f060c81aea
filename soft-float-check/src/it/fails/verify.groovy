String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] error API-1 com.example.Ratio.value() (Ratio.java:13): returns double')
assert log.contains('[ERROR] error API-5 com.example.Ratio.HALF')
assert log.contains('soft-float-check: 3 uses of floating point')
assert !log.contains('Exception in')
