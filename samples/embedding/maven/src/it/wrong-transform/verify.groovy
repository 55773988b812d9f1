assert new File(basedir, 'build.log').text =~ /<transforms>: name: with package managers among apt, pip, uv/
