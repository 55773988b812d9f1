assert new File(basedir, 'build.log').text.contains('skip is set')
