String log = new File(basedir, 'build.log').text
assert log.contains('error API-1 com.example.user.User.seconds() (User.java:7)')
assert !log.contains('missing supertype')

// One file with a run for each module.
List<String> jars = []
new File(localRepositoryPath, 'io/foliot/soft-float-check').eachFileRecurse {
  if (it.name ==~ /soft-float-check-[0-9.]+(-SNAPSHOT)?\.jar/) {
    jars += it.path
  }
}
assert jars.size() == 1
String java = System.getProperty('java.home') + '/bin/java'
List<String> files = ['base', 'user'].collect { new File(basedir, it + '/target/soft-float/soft-float.sarif').path }
File merged = new File(basedir, 'target/all.sarif')
Process merge = ([java, '-jar', jars[0], 'merge', '-o', merged.path] + files).execute()
assert merge.waitFor() == 0
def sarif = new groovy.json.JsonSlurper().parse(merged)
assert sarif.runs.collect { it.results.size() } == [0, 1]
List<String> ids = sarif.runs*.automationDetails*.id
assert ids[0].endsWith('/base/target/classes/') && ids[1].endsWith('/user/target/classes/')
