String log = new File(basedir, 'build.log').text
assert log.contains('error CODE-1 com.example.Hidden.scale(long) (Hidden.java:5)')
