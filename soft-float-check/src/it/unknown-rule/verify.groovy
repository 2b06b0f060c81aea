String log = new File(basedir, 'build.log').text
assert log.contains("soft-float-check: unknown rule 'API-99'")
