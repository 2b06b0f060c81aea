File folder = new File(basedir, 'target/soft-float')
def sarif = new groovy.json.JsonSlurper().parse(new File(folder, 'soft-float.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs.size() == 1
def uris = sarif.runs[0].results.collect { it.locations[0].physicalLocation.artifactLocation.uri }.unique()
assert uris.size() == 1
assert uris[0].endsWith('src/main/java/com/example/Ratio.java')
assert !uris[0].startsWith('/')
assert new groovy.json.JsonSlurper().parse(new File(folder, 'soft-float.json')).totals.errors == 3
assert new File(folder, 'soft-float.html').text.contains('com.example.Ratio.value()')
