String log = new File(basedir, 'build.log').text
assert log.contains('Ratio.java:[4,30] [API-1] the type is double')
assert log.contains('Ratio.java:[4,30] [API-5] the constant is 0.5')
assert log.contains('Ratio.java:[12,17] [API-1] returns double')
