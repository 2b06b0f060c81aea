String log = new File(basedir, 'build.log').text
assert log.contains('baseline.txt does not exist; the goal baseline writes one')
