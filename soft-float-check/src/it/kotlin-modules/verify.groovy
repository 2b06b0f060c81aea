String log = new File(basedir, 'build.log').text
assert log.contains('error API-1 com.example.model.Gauge.seconds() (Gauge.java:9): returns double')

// Both modules with floating point have their entries in the one file.
List<String> entries = new File(basedir, 'soft-float-baseline.txt').readLines().findAll { !it.startsWith('#') }
assert entries*.tokenize()*.last() == ['com.example.kotlin.Meter#getRatio()', 'com.example.model.Gauge#seconds()']
['model', 'kotlin', 'app'].each { assert !new File(basedir, it + '/soft-float-baseline.txt').exists() }

// Kotlin's internal declarations count only where the build asks for that.
List<String> internal = log.readLines().findAll { it.contains('com.example.kotlin.Meter.scale') }
assert internal.size() == 1
assert internal[0].contains('error API-1')
