// Maven's own folder, with a copy of a Dockerfile in it.
File copy = new File(basedir, 'target/Dockerfile')
copy.parentFile.mkdirs()
copy.text = new File(basedir, 'Dockerfile').text
return true
