String log = new File(basedir, 'build.log').text
assert log.contains('error API-1 com.example.user.User.seconds() (User.java:7)')
assert !log.contains('supertypes are not on the class path')
