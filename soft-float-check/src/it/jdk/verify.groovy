String log = new File(basedir, 'build.log').text
assert log.contains('error REACH-1 com.example.Cache.create() (Cache.java:8): reaches java.util.HashMap.new(int)')
assert log.contains('src: not a JDK of release 9 or later')
